"""What comes in between is answered, nothing is swallowed, and a button leads back to the open question."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import fits
from tests.dialogues.guided.seen import (
    EDUCATION,
    HOURS,
    MONTHS,
    PMP,
    asks,
    leading_to,
    line,
    press_to,
    says_verdict,
    working,
)

QUESTIONS = {
    "what does the pmp cost?": "credential/pmp/cost",
    "what does the capm cost": "credential/capm/cost",
    "what does a scrum master earn": "role/scrum_master/salary",
    "will ai replace project managers": "topic/ai_impact",
    "can a pmo analyst become a project manager?": "transition/pmo_analyst/project_manager",
}
SMALL_TALK = {
    "thanks": "smalltalk/thanks",
    "are you a bot": "smalltalk/bot_identity",
    "you are useless": "smalltalk/insult",
    "do you save what i write": "smalltalk/privacy",
    "what's the weather in paris": "out_of_scope/*",
}
NONSENSE = ["asdfgh", "banana purple", "\U0001f937", "qwe rty uio"]


@pytest.mark.parametrize("text", QUESTIONS)
def test_another_question_is_answered_and_a_button_leads_back(checking, text):
    question = asks(checking.last, MONTHS)
    reply = checking.say(text)
    assert reply["answer"]["id"] == QUESTIONS[text]
    assert leading_to(reply, PMP)
    assert asks(press_to(checking, PMP), MONTHS) == question
    asks(checking.say("4 years"), HOURS)


def test_words_lead_back_as_well(checking):
    checking.say("what does a scrum master earn")
    asks(checking.say("ok, go on with the check"), MONTHS)


def test_two_questions_in_between_lose_nothing(checking):
    checking.say("what does a scrum master earn")
    assert checking.ask("and a product owner?") == "role/product_owner/salary"
    asks(press_to(checking, PMP), MONTHS)


def test_a_question_with_a_number_in_it_is_no_answer(checking):
    reply = checking.say("what does a project manager with 10 years of experience earn?")
    assert reply["answer"]["id"] == "role/project_manager/salary"
    asks(press_to(checking, PMP), MONTHS)


def test_another_check_in_between(checking):
    reply = checking.say("check capm for me")
    asks(reply, HOURS, "tool/eligibility/capm")
    says_verdict(checking.say("30 hours"), "yes", "tool/eligibility/capm")
    asks(checking.say("am i eligible for pmp"), MONTHS)


def test_the_map_in_between(checking):
    reply = checking.say("show me the career map")
    assert reply["answer"]["id"] == "tool/map"
    asks(press_to(checking, PMP), MONTHS)


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_not_taken_for_an_answer(checking, text):
    reply = checking.say(text)
    assert fits(reply["answer"]["id"], f"{PMP} | out_of_scope/* | clarify")
    assert leading_to(reply, PMP)
    assert not working(reply)
    asks(checking.say("4 years"), HOURS)
    assert "4 years" in line(checking.say("35 hours"), "36 months")[1]


@pytest.mark.parametrize("text", SMALL_TALK)
def test_small_talk_in_between_keeps_the_question_open(checking, text):
    reply = checking.say(text)
    assert fits(reply["answer"]["id"], SMALL_TALK[text])
    assert leading_to(reply, PMP)
    asks(checking.say("4 years"), HOURS)


def test_an_empty_message_keeps_the_question_open(checking):
    checking.say("   ")
    asks(checking.say("4 years"), HOURS)


def test_the_first_question_can_be_left_unanswered_for_good(talk):
    asks(talk.say("am i eligible for pmp"), EDUCATION)
    talk.goes(
        ("what is a pmo", "topic/pmo_definition | role/pmo/overview"),
        ("what does a pmo manager earn", "role/pmo_manager/salary"),
        ("and a pmo director?", "role/pmo_director/salary"),
    )
