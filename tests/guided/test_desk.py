from __future__ import annotations

import pytest

from bot.guided.desk import Desk
from bot.guided.moment import Moment
from bot.understanding.context import Context
from bot.understanding.question import Question
from tests.guided.conftest import TODAY

PMP = "tool/eligibility/pmp"


def test_a_mere_statement_is_noted(talk):
    answer = talk.say("i have a bachelor and 5 years as pmo analyst")
    assert answer.id == "tool/profile"
    assert "bachelor" in answer.text


@pytest.mark.parametrize("text", ["show me the career map", "what do you know about me", "forget me"])
def test_what_comes_in_between_leads_back_to_the_open_question(talk, text):
    talk.say("am i eligible for pmp")
    talk.say("bachelor")
    talk.say(text)
    assert talk.titles[-1] == "Back to the PMP check"
    assert "leading projects" in talk.press("Back to the PMP check").text


def test_a_no_to_something_else_answers_no_open_question(talk):
    talk.say("am i eligible for pmp")
    talk.say("bachelor")
    talk.say("forget me")
    assert talk.ask("no", "smalltalk_deny") == "smalltalk/deny"
    assert talk.context.person.experience == ()


def test_without_codes_nothing_is_saved(knowledge):
    moment = Moment(Question("save"), Context(), TODAY)
    assert Desk(knowledge).take(moment) is None


def test_nonsense_is_asked_again(talk):
    talk.say("am i eligible for pmp")
    answer = talk.say("blurb wobble")
    assert answer.id == PMP
    assert "could not read" in answer.text
    assert "education" in answer.text
