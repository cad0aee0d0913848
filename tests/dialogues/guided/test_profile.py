"""What a person says of themselves is used, shown, corrected."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.dialogues.guided.seen import HOURS, MONTHS, asks, line, press_to, says_verdict

PROFILE = "tool/profile"
ASKED = ["what do you know about me", "What have I told you about myself?", "show me my profile"]
TOLD = "i have a bachelor and led projects for 4 years, what does the pmp cost?"
CORRECTIONS = ["that's wrong, it is 5 years", "no, it's actually five years", "sorry, i meant 5 years"]
NOT_OF_ME = [
    "what does a project manager with 5 years of experience earn?",
    "does the pmp need a bachelor's degree?",
    "my boss has an MBA, does she need the pmp?",
]


def facts(message: dict[str, Any]) -> str:
    """Return the list of what is known, without the words around it; empty when there is none."""
    return "\n".join(re.findall(r"^[-*\u2022] (.+)$", message["text"], re.MULTILINE))


@pytest.mark.parametrize("text", ASKED)
def test_it_tells_what_was_said(talk, text):
    assert talk.ask(TOLD) == "credential/pmp/cost"
    message = talk.say(text)
    assert message["answer"]["id"] == PROFILE
    assert "bachelor" in facts(message)
    assert "4 years" in facts(message)


@pytest.mark.parametrize("text", ASKED)
def test_it_knows_nothing_at_first(talk, text):
    message = talk.say(text)
    assert message["answer"]["id"] == PROFILE
    assert re.search(r"nothing|not .*anything", message["text"], re.IGNORECASE)
    assert not facts(message)
    assert message["buttons"]


@pytest.mark.parametrize("text", CORRECTIONS)
def test_a_fact_is_corrected(talk, text):
    talk.say(TOLD)
    talk.say("what do you know about me")
    corrected = talk.say(text)
    assert corrected["answer"]["id"] == PROFILE
    assert "5 years" in facts(corrected)
    again = facts(talk.say("what do you know about me"))
    assert "5 years" in again
    assert "4 years" not in again
    assert "bachelor" in again


def test_a_corrected_fact_is_what_a_check_uses(talk):
    talk.say(TOLD)
    talk.say("what do you know about me")
    talk.say("that's wrong, it is 5 years")
    asks(talk.say("am i eligible for pmp"), HOURS)
    assert "5 years" in line(talk.say("35 hours"), "36 months")[1]


def test_ordinary_talk_tells_facts(talk):
    talk.say("as a pmo analyst with 3 years what should i do next?")
    text = facts(talk.say("what do you know about me"))
    assert re.search("pmo analyst", text, re.IGNORECASE)
    assert "3 years" in text


def test_a_wish_is_not_a_job(talk):
    talk.say("i want to become a programme manager, is the pgmp worth it?")
    text = facts(talk.say("what do you know about me"))
    assert not re.search(r"\b(?:job|role|work|are)\b[^\n]*programme manager", text, re.IGNORECASE)


@pytest.mark.parametrize("text", NOT_OF_ME)
def test_what_is_said_of_others_is_not_kept(talk, text):
    talk.say(text)
    told = facts(talk.say("what do you know about me"))
    for fact in ("5 years", "bachelor", "master"):
        assert fact not in told


def test_answers_in_a_check_are_known_afterwards(checking):
    checking.say("18 months")
    text = facts(checking.say("what do you know about me"))
    assert "bachelor" in text
    assert "18 months" in text


def test_looking_in_the_middle_of_a_check_keeps_the_question_open(checking):
    asks(checking.last, MONTHS)
    assert checking.ask("what do you know about me") == PROFILE
    asks(press_to(checking, "tool/eligibility/pmp"), MONTHS)
    asks(checking.say("4 years"), HOURS)
    says_verdict(checking.say("35 hours"), "yes")


def test_the_newest_word_counts(talk):
    talk.say("i am a pmo analyst, what could i earn?")
    talk.say("i am a scrum master now, what could i earn?")
    text = facts(talk.say("what do you know about me")).lower()
    assert "scrum master" in text
    assert "pmo analyst" not in text


def test_one_talk_knows_nothing_of_another(talk, other_talk):
    talk.say(TOLD)
    assert "bachelor" not in facts(other_talk.say("what do you know about me"))


def test_knowing_me_is_not_knowing_you(talk):
    assert talk.ask("what do you know about the pmp") == "credential/pmp/overview"
