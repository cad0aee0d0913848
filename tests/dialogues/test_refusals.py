"""A refusal says why, names a better place with a link, and does not end the talk."""

from __future__ import annotations

import re

import pytest

LINK = re.compile(r"\]\(https?://[^)\s]+\)")

REFUSED = {
    "another career's pay": ("what does a nurse earn", "other_career", r"outside project management"),
    "the way into another career": (
        "how do i become a lawyer",
        "other_career",
        r"outside project management",
    ),
    "a chart to draw": ("make me a gantt chart", "method", r"project work"),
    "a formula": ("how do i calculate earned value", "method", r"project work"),
    "the law": ("is my contract legal", "advice", r"legal"),
    "tax": ("do i owe tax on my freelance income", "advice", r"tax"),
    "immigration": ("do i need a visa for canada", "advice", r"immigration"),
    "another subject": ("best pizza in rome", "unrelated", r"only know about"),
    "a trip": ("book me a flight", "unrelated", r"only know about"),
}

NOT_REFUSED = {
    "another profession coming in": (
        ("what does a nurse earn", "out_of_scope/other_career"),
        ("and can a nurse become a project manager", "transition/outside/project_manager"),
    ),
    "the skills for the work": (
        ("write me a risk register", "out_of_scope/method"),
        ("which skills does a project manager need", "role/project_manager/skills"),
    ),
    "working abroad": (
        ("do i need a visa for canada", "out_of_scope/advice"),
        ("is it hard to find project work abroad with poor english", "topic/language_or_relocation"),
    ),
    "work that makes ill": (
        ("can you prescribe something for my headache", "out_of_scope/*"),
        ("my pm job burns me out", "topic/burnout_or_stress"),
    ),
    "a role after another career": (
        ("what does a nurse earn", "out_of_scope/other_career"),
        ("and a project manager", "role/project_manager/salary | role/project_manager/overview"),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_names_its_reason_and_a_place(talk, name):
    text, reason, words = REFUSED[name]
    message = talk.say(text)
    assert message["answer"]["id"] == f"out_of_scope/{reason}"
    assert re.search(words, message["text"])
    assert LINK.search(message["text"])
    assert message["buttons"]


@pytest.mark.parametrize("name", NOT_REFUSED)
def test_what_belongs_to_a_career_in_projects_is_not_refused(talk, name):
    talk.goes(*NOT_REFUSED[name])


@pytest.mark.parametrize("before", ["hello", "what does the pmp cost", "my project failed"])
def test_someone_in_danger_gets_help_first(talk, before):
    talk.say(before)
    message = talk.say("i feel like hurting myself")
    assert message["answer"]["id"] == "out_of_scope/advice"
    assert LINK.search(message["text"])


def test_refused_twice_is_still_polite_and_still_there(talk):
    talk.goes(
        ("what does the pmp cost", "credential/pmp/cost"),
        ("what's the weather", "out_of_scope/unrelated"),
        ("and who won the match", "out_of_scope/unrelated"),
        ("ok then, does it expire", "credential/pmp/renewal"),
    )
