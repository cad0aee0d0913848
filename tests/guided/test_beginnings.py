from __future__ import annotations

from bot.guided.beginnings import Beginnings
from bot.guided.moment import Moment
from bot.guided.talks import Talks
from bot.understanding.context import Context
from bot.understanding.question import Question
from tests.guided.conftest import TODAY

PMP = "tool/eligibility/pmp"


def test_facts_in_one_sentence_are_not_asked_again(talk):
    answer = talk.say(
        "i have a bachelor, 4 years of leading projects and 40 hours of pm training, can i sit pmp"
    )
    assert answer.text.startswith("Yes")


def test_facts_after_the_rules_go_on_into_the_check(talk):
    assert talk.ask("who can take the pmp", "eligibility") == "credential/pmp/eligibility"
    assert talk.ask("associates degree") == PMP
    assert "leading projects" in talk.last.text


def test_the_rules_lead_to_the_check_by_a_button(talk):
    talk.say("who can take the pmp", "eligibility")
    assert talk.press("Can I take the PMP? Check it with me.").id == PMP


def test_an_old_button_takes_up_its_own_check(talk):
    talk.say("am i eligible for pmp")
    old = talk.last
    talk.say("am i eligible for pgmp")
    talk.last = old
    assert talk.press("Bachelor's or higher").id == PMP


def test_a_check_without_a_credential_is_an_ordinary_question(talk):
    assert not talk.ask("am i eligible", "eligibility").startswith("tool/")


def test_a_question_under_the_rules_starts_no_check(talk):
    talk.say("who can take the pmp", "eligibility")
    assert talk.ask("is a bachelor enough?", "eligibility") != PMP


def test_an_id_of_no_tool_begins_nothing(knowledge):
    beginnings = Beginnings(Talks.over(knowledge, None))
    moment = Moment(Question("yes"), Context(), TODAY)
    for answer_id in ("topic/salary", "tool/eligibility/no_such", "tool/no_such"):
        assert beginnings.by_id(answer_id, moment) is None
