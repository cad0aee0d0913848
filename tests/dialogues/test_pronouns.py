"""Words that point back: it, they, that one, the first one, the latter, both, all three, which of them."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import fits, offered

POINTING = {
    "it": (
        ("tell me about the capm", "credential/capm/overview"),
        ("is it worth it", "credential/capm/need"),
        ("what does it cost", "credential/capm/cost"),
    ),
    "they and one of them": (
        ("what does a pmo analyst do", "role/pmo_analyst/duties"),
        ("what do they earn", "role/pmo_analyst/salary"),
        ("how do i become one of them", "role/pmo_analyst/entry"),
    ),
    "their": (
        ("what does a delivery manager do", "role/delivery_manager/duties"),
        ("what is their pay", "role/delivery_manager/salary"),
        ("is it a job with a future", "role/delivery_manager/outlook"),
    ),
    "that one": (
        ("what is prince2", "credential/prince2/overview"),
        ("and how do i get that one", "credential/prince2/how_to_get"),
    ),
    "the first one, as it was said": (
        ("pmp or capm", "compare/capm/pmp"),
        ("the first one, what does it cost", "credential/pmp/cost"),
        ("and the latter?", "credential/capm/cost"),
    ),
    "the second one and the first": (
        ("product owner vs scrum master", "compare/product_owner/scrum_master"),
        ("what does the second one earn", "role/scrum_master/salary"),
        ("and the first?", "role/product_owner/salary"),
    ),
    "the former and the other one": (
        ("what does the csm cost", "credential/csm/cost"),
        ("and psm?", "credential/psm/cost"),
        ("the former, does it expire", "credential/csm/renewal"),
        ("what about the other one", "credential/psm/renewal"),
    ),
    "there": (
        ("what is a pmo", "topic/pmo_definition | role/pmo/overview"),
        ("what do people earn there", "role/pmo/salary"),
    ),
    "the newest of two kinds": (
        ("what does a scrum master earn", "role/scrum_master/salary"),
        ("is the csm worth it", "credential/csm/need"),
        ("how much is it", "credential/csm/cost"),
        ("and what do they do all day", "role/scrum_master/duties"),
    ),
}

COMPARED = {
    "which is easier": (
        ("tell me about csm", "credential/csm/overview"),
        ("and psm?", "credential/psm/overview"),
        ("which is easier", "compare/csm/psm"),
    ),
    "which of them pays more": (
        ("what does a scrum master earn", "role/scrum_master/salary"),
        ("and a product owner", "role/product_owner/salary"),
        ("which of them pays more", "compare/product_owner/scrum_master"),
    ),
    "so who gets more": (
        ("what does a pmo director earn", "role/pmo_director/salary"),
        ("and a programme manager?", "role/program_manager/salary"),
        ("so who gets more", "compare/pmo_director/program_manager"),
    ),
    "and the difference": (
        ("what is a pmo analyst", "role/pmo_analyst/overview"),
        ("and a pmo manager?", "role/pmo_manager/overview"),
        ("and the difference?", "compare/pmo_analyst/pmo_manager"),
    ),
    "is the first one harder": (
        ("what is the capm", "credential/capm/overview"),
        ("and project+?", "credential/project_plus/overview"),
        ("is the first one harder", "compare/capm/project_plus"),
    ),
    "three questions later": (
        ("how much is the pmp", "credential/pmp/cost"),
        ("what about prince2", "credential/prince2/cost"),
        ("any exam?", "credential/prince2/exam"),
        ("which of the two would you take", "compare/pmp/prince2"),
    ),
}


@pytest.mark.parametrize("name", POINTING)
def test_a_pointing_word_finds_what_it_points_at(talk, name):
    talk.goes(*POINTING[name])


@pytest.mark.parametrize("name", COMPARED)
def test_what_was_just_talked_about_is_compared(talk, name):
    talk.goes(*COMPARED[name])


@pytest.mark.parametrize("text", ["what do both cost", "how much are they both", "price of each?"])
def test_both_means_both(talk, text):
    talk.ask("pmp or capm")
    message = talk.say(text)
    answer = message["answer"]["id"]
    assert fits(answer, "compare/capm/pmp | credential/pmp/cost | credential/capm/cost")
    if answer != "compare/capm/pmp":
        assert {answer, *offered(message)} >= {"credential/pmp/cost", "credential/capm/cost"}


@pytest.mark.parametrize("text", ["how long to study for all three", "and all of them, how long do i study"])
def test_all_three_means_all_three(talk, text):
    talk.say("pmp, capm and prince2: what do they cost")
    message = talk.say(text)
    answer = message["answer"]["id"]
    assert fits(answer, "credential/*/study_time | compare/*")
    told = {name for found in (answer, *offered(message)) for name in found.split("/")}
    assert told >= {"pmp", "capm", "prince2"}
