"""A guided talk can be left, questioned, skipped, corrected and interrupted, and swallows nothing."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import fits
from tests.dialogues.guided.seen import (
    HOURS,
    MONTHS,
    PMP,
    asks,
    finish,
    leading_to,
    line,
    says_verdict,
    working,
)

STOPS = ["stop", "never mind", "Cancel that please", "ok, forget it", "i want to stop"]
WHYS = ["why do you ask?", "why", "why do you need that"]
SKIPS = ["prefer not to say", "skip", "i'd rather not say", "none of your business"]


@pytest.mark.parametrize("text", STOPS)
def test_it_can_be_left_at_once(checking, text):
    reply = checking.say(text)
    assert fits(reply["answer"]["id"], f"{PMP} | smalltalk/*")
    assert not working(reply)
    assert reply["buttons"]
    assert not checking.ask("4").startswith("tool/eligibility")
    after = checking.say("what does a scrum master earn")
    assert after["answer"]["id"] == "role/scrum_master/salary"
    assert not leading_to(after, "tool/eligibility/*")


def test_after_a_stop_the_check_can_begin_again_with_what_is_known(checking):
    checking.say("stop")
    asks(checking.say("am i eligible for pmp"), MONTHS)


@pytest.mark.parametrize("text", WHYS)
def test_it_tells_why_it_asks_and_asks_again(checking, text):
    before = [button["title"] for button in checking.last["buttons"]]
    question = asks(checking.last, MONTHS)
    reply = checking.say(text)
    assert asks(reply, MONTHS) == question
    assert [button["title"] for button in reply["buttons"]][: len(before)] == before
    told = reply["text"].replace(question, "")
    assert "PMP" in told
    assert "3 years" in told or "36 months" in told


def test_a_why_outside_a_check_is_an_ordinary_question(talk):
    talk.say("is the pmp worth it")
    assert not talk.ask("why").startswith("tool/eligibility")


@pytest.mark.parametrize("text", SKIPS)
def test_a_question_can_be_skipped(checking, text):
    asks(checking.say(text), HOURS)
    verdict = checking.say("35 hours")
    says_verdict(verdict, "i cannot tell")
    assert line(verdict, "36 months")[0] == "?"


def test_everything_can_be_skipped(talk):
    talk.say("am i eligible for pmp")
    for _ in range(3):
        talk.say("prefer not to say")
    says_verdict(talk.last, "i cannot tell")
    assert set(working(talk.last).values()) == {"?"}


def test_what_was_skipped_can_be_told_later(checking):
    checking.say("prefer not to say")
    checking.say("35 hours")
    verdict = checking.say("ok, i led projects for 4 years")
    says_verdict(verdict, "yes")


def test_an_answer_is_corrected_at_the_next_question(checking):
    asks(checking.say("4 years"), HOURS)
    asks(checking.say("no, 3 years"), HOURS)
    assert "3 years" in line(checking.say("35 hours"), "36 months")[1]


def test_a_correction_can_change_what_is_asked(checking):
    asks(checking.say("4 years"), HOURS)
    says_verdict(checking.say("sorry, i meant 2 years"), "not yet.*1 year|not yet.*12 months")


def test_the_verdict_can_be_corrected(checking):
    checking.say("4 years")
    says_verdict(checking.say("35 hours"), "yes")
    verdict = checking.say("no, it is 18 months")
    says_verdict(verdict, "not yet")
    assert "18 months missing" in line(verdict, "36 months")[1]


def test_an_earlier_answer_is_corrected_by_name(checking):
    checking.say("4 years")
    checking.say("actually i have no degree, just high school")
    verdict = finish(checking)
    assert line(verdict, "60 months")[0] == "\u2717"


def test_an_older_button_corrects_too(talk):
    first = talk.say("am i eligible for pmp")
    school = next(button for button in first["buttons"] if "School diploma" in button["title"])
    talk.say("bachelor")
    reply = talk.post({"payload": school["payload"]}).json()["messages"][-1]
    asks(reply, MONTHS)
    assert line(talk.say("4 years"), "60 months")[0] == "\u2717"
