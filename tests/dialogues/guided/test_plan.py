"""A plan from where a person is to where they want to be."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.dialogues.conftest import fits
from tests.dialogues.guided.seen import asks, leading_to, press, press_to

PLAN = "tool/plan"
PLACE = r"where|job|role|now"
GOAL = r"where|goal|become|get to"
STARTS = [
    "make me a plan to become a programme manager",
    "can you draw up a career plan for me to become a programme manager?",
    "i need a roadmap to become a programme manager",
]
IN_ONE_SENTENCE = [
    "i am a pmo analyst, make me a plan to become a programme manager",
    "i work as a pmo analyst. make me a plan to become a programme manager please",
]
NO_PLANS = {
    "how do i write a project plan": "out_of_scope/method | topic/*",
    "write me a project plan": "out_of_scope/method",
    "what does a project planner do": "role/project_planner/duties | role/project_planner/overview",
}
_STEP = re.compile(r"^\d+\. .+$", re.MULTILINE)


def shows_plan(message: dict[str, Any], goal: str) -> list[str]:
    """Check that a message is a short plan for ``goal``: dated steps, ways side by side, costs; return the steps."""
    assert message["answer"]["id"] == PLAN
    text, table = message["text"], message["answer"]["table"]
    assert goal.lower() in text.lower()
    steps = _STEP.findall(text)
    assert steps, text
    assert all(re.search(r"\b20\d\d\b", step) for step in steps), steps
    assert len(text.split()) <= 120
    assert table["rows"]
    assert all(len(row) == len(table["columns"]) for row in table["rows"])
    assert [row for row in table["rows"] if re.search("cost|fee|price", row[0], re.IGNORECASE)]
    assert message["answer"]["sources"]
    return steps


@pytest.mark.parametrize("text", STARTS)
def test_it_asks_where_the_person_is_now(talk, text):
    asks(talk.say(text), PLACE, PLAN)
    steps = shows_plan(talk.say("pmo analyst"), "programme manager")
    assert "programme manager" in steps[-1].lower()


def test_the_place_can_be_pressed(talk):
    talk.say(STARTS[0])
    shows_plan(press(talk, "pmo analyst"), "programme manager")


@pytest.mark.parametrize("text", IN_ONE_SENTENCE)
def test_what_is_said_with_the_wish_is_not_asked(talk, text):
    shows_plan(talk.say(text), "programme manager")


def test_what_was_said_before_is_not_asked(talk):
    talk.say("as a pmo analyst with 3 years, what should i do next?")
    shows_plan(talk.say(STARTS[0]), "programme manager")


def test_it_asks_for_a_goal_that_is_not_known(talk):
    asks(talk.say("make me a plan"), GOAL, PLAN)
    asks(talk.say("project manager"), PLACE, PLAN)
    shows_plan(talk.say("i am a project coordinator"), "project manager")


def test_the_place_can_be_kept_to_oneself(talk):
    talk.say("make me a plan to become a project manager")
    shows_plan(talk.say("prefer not to say"), "project manager")


def test_another_profession_is_a_place(talk):
    talk.say("make me a plan to become a project manager")
    shows_plan(talk.say("i am a teacher"), "project manager")


def test_ways_stand_side_by_side_with_what_they_cost(talk):
    talk.say("make me a plan to become a project manager")
    message = talk.say("i am a teacher")
    columns = [column.lower() for column in message["answer"]["table"]["columns"]]
    assert columns[1:] == ["fastest", "cheapest"]
    fees = next(row for row in message["answer"]["table"]["rows"] if "fee" in row[0].lower())
    assert all(re.search(r"[A-Z]{3} \d", cell) for cell in fees[1:])
    assert re.search(r"[A-Z]{3} \d+(?:,\d+)?(?: to \d+)?", message["text"])


def test_another_pace_changes_the_plan(talk):
    talk.say("i am a pmo analyst, make me a plan to become a project manager")
    before = shows_plan(talk.last, "project manager")
    message = talk.say("what if i study 10 hours a week")
    assert message["answer"]["id"] == PLAN
    assert re.search(r"\b10 hours\b", message["text"])
    steps = _STEP.findall(message["text"])
    assert steps
    assert steps != before
    assert "what are yours" not in message["text"]


def test_a_pace_keeps_the_goal_and_can_be_changed_again(talk):
    talk.say("i am a pmo analyst, make me a plan to become a project manager")
    talk.say("what if i study 10 hours a week")
    message = talk.say("and if i only study 2 hours a week?")
    assert message["answer"]["id"] == PLAN
    assert re.search(r"\b2 hours\b", message["text"])
    assert "project manager" in message["text"].lower()


def test_a_pace_said_before_is_used(talk):
    talk.say("i am a pmo analyst and i can study 10 hours a week, what does the capm cost?")
    message = talk.say("make me a plan to become a project manager")
    shows_plan(message, "project manager")
    assert "i assumed" not in message["text"].lower()


def test_a_certificate_can_be_the_goal(talk):
    talk.say("make me a plan to get the pmp")
    steps = shows_plan(talk.say("i am a business analyst"), "PMP")
    assert "PMP" in steps[-1]


def test_who_is_there_already_gets_no_plan(talk):
    message = talk.say("i am a programme manager, make me a plan to become a programme manager")
    assert message["answer"]["id"] == PLAN
    assert "already" in message["text"]
    assert not message["answer"]["downloads"]


def test_the_place_can_be_corrected(talk):
    talk.say("i am a pmo analyst, make me a plan to become a programme manager")
    before = shows_plan(talk.last, "programme manager")
    after = shows_plan(talk.say("no, i am a project manager"), "programme manager")
    assert after != before


def test_it_can_be_left(talk):
    talk.say(STARTS[0])
    reply = talk.say("never mind")
    assert fits(reply["answer"]["id"], f"{PLAN} | smalltalk/*")
    assert not _STEP.findall(reply["text"])
    assert not talk.ask("what does a scrum master earn").startswith("tool/")


def test_it_tells_why_it_asks(talk):
    question = asks(talk.say(STARTS[0]), PLACE, PLAN)
    reply = talk.say("why do you ask?")
    assert asks(reply, PLACE, PLAN) == question
    assert len(reply["text"]) > len(question) + 20


def test_another_question_in_between_and_back(talk):
    question = asks(talk.say(STARTS[0]), PLACE, PLAN)
    assert talk.ask("what does a pmo analyst earn") == "role/pmo_analyst/salary"
    assert leading_to(talk.last, PLAN)
    assert asks(press_to(talk, PLAN), PLACE, PLAN) == question
    shows_plan(talk.say("pmo analyst"), "programme manager")


def test_nonsense_is_no_place(talk):
    talk.say(STARTS[0])
    reply = talk.say("asdfgh")
    assert not _STEP.findall(reply["text"])
    assert leading_to(reply, PLAN)
    shows_plan(talk.say("pmo analyst"), "programme manager")


@pytest.mark.parametrize("text", NO_PLANS)
def test_plans_of_projects_are_something_else(talk, text):
    assert fits(talk.ask(text), NO_PLANS[text])
