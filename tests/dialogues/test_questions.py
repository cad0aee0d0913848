"""What people come for: a question in their words, a right and sourced answer, a next step."""

from __future__ import annotations

import re

import pytest

DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


def test_the_talk_that_the_product_is_for(talk):
    expected = [
        ("can PMO become PM", "transition/pmo/project_manager"),
        ("do I need PMP", "credential/pmp/need"),
        ("how much does it cost", "credential/pmp/cost"),
        ("and capm?", "credential/capm/cost"),
        ("which one is easier", "compare/capm/pmp"),
    ]
    for text, answer in expected:
        message = talk.say(text)
        assert message["answer"]["id"] == answer, text
        assert len(message["answer"]["sources"]) >= 2, text
        for source in message["answer"]["sources"]:
            assert source["title"]
            assert source["url"].startswith("http")
            assert DATE.match(source["as_of"])
        assert len(message["buttons"]) >= 2, text


def test_every_button_gives_the_answer_that_it_names(talk):
    talk.say("can PMO become PM")
    for number, choice in enumerate(talk.last["answer"]["follow_ups"]):
        first = dict(talk.last)
        assert talk.press(number)["answer"]["id"] == choice["id"]
        talk.last = first


def test_direction_matters(talk):
    there = talk.say("can a pmo become a project manager")
    back = talk.say("can a project manager become a pmo")
    assert there["answer"]["id"] == "transition/pmo/project_manager"
    assert back["answer"]["id"] == "transition/project_manager/pmo"
    assert there["text"] != back["text"]


def test_more_is_told_on_request(talk):
    first = talk.say("can PMO become PM")
    more = talk.say("tell me more")
    assert more["answer"]["id"] == first["answer"]["id"]
    assert more["text"] != first["text"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("WHAT DOES A PMO ANALYST DO", "role/pmo_analyst/duties"),
        ("pmp price", "credential/pmp/cost"),
        ("how do i become a scrum master", "role/scrum_master/entry"),
        ("prject coordinator to project manger, possible?", "transition/project_coordinator/project_manager"),
        ("teacher here, could i move into project management", "transition/outside/project_manager"),
        (
            "difference between a programme manager and a project manager",
            "compare/program_manager/project_manager",
        ),
        ("does the pmp expire", "credential/pmp/renewal"),
        ("what does pmo stand for", "topic/pmo_definition"),
        ("no degree, can i still be a project manager", "topic/no_degree"),
        ("will AI replace project managers", "topic/ai_impact"),
    ],
)
def test_a_question_finds_its_answer(talk, text, answer):
    assert talk.ask(text) == answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [("hello", "greet"), ("thank you", "thanks"), ("bye", "goodbye"), ("are you a bot", "bot_identity")],
)
def test_small_talk(talk, text, kind):
    assert talk.ask(text) == f"smalltalk/{kind}"


def test_the_talk_is_kept_by_the_server(talk):
    talk.say("do i need pmp")
    texts = [message["text"] for message in talk.history()]
    assert texts[0] == "do i need pmp"
    assert len(texts) == 2
