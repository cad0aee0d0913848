"""The check of a credential: one short question at a time, then a verdict that shows its working."""

from __future__ import annotations

import re

import pytest

from tests.dialogues.guided.seen import (
    EDUCATION,
    HOURS,
    MONTHS,
    PMP,
    asks,
    day_in,
    leading_to,
    line,
    press,
    says_verdict,
    sent,
    working,
)

STARTS = {
    "am i eligible for pmp": PMP,
    "check capm for me": "tool/eligibility/capm",
    "Am I eligible for the PgMP?": "tool/eligibility/pgmp",
    "can you check if i qualify for the PMI-RMP": "tool/eligibility/pmi_rmp",
}
ONLY_INFORMATION = {
    "what are the requirements for the pmp": "credential/pmp/eligibility",
    "how many agile hours do i need for PMI-ACP": "credential/pmi_acp/eligibility",
    "can i take capm in high school": "credential/capm/eligibility",
}
ALL_AT_ONCE = [
    "i have a bachelor, 4 years of leading projects and 35 PDUs from udemy, can i sit the pmp",
    "Am I eligible for the PMP? Master's degree, led projects since march 2021, 35 hours of training.",
    "no degree but i led projects for 6 yrs and did a bootcamp 35h, am i eligible for pmp?",
]


@pytest.mark.parametrize("text", STARTS)
def test_a_check_begins_with_one_short_question(talk, text):
    asks(talk.say(text), EDUCATION, STARTS[text])


@pytest.mark.parametrize("text", ONLY_INFORMATION)
def test_a_question_about_the_rules_is_answered_without_a_check(talk, text):
    assert talk.ask(text) == ONLY_INFORMATION[text]


def test_typed_answers_lead_to_a_yes(talk):
    asks(talk.say("am i eligible for pmp"), EDUCATION)
    asks(talk.say("bachelor"), MONTHS)
    asks(talk.say("about 4 yrs"), HOURS)
    verdict = talk.say("35 PDUs from udemy")
    says_verdict(verdict, "yes")
    assert list(working(verdict).values()) == ["\u2713"] * 3


def test_pressed_answers_lead_to_the_same(talk):
    asks(talk.say("am i eligible for pmp"), EDUCATION)
    asks(press(talk, "bachelor"), MONTHS)
    asks(press(talk, "3 years"), HOURS)
    verdict = press(talk, "35 hours")
    says_verdict(verdict, "yes")
    assert list(working(verdict).values()) == ["\u2713"] * 3


def test_pressed_and_typed_answers_mix(talk):
    talk.say("check capm for me")
    asks(press(talk, "school diploma"), HOURS, "tool/eligibility/capm")
    verdict = talk.say("i did 25 hours on coursera")
    says_verdict(verdict, "yes", "tool/eligibility/capm")
    assert line(verdict, "23 hours")[0] == "\u2713"


@pytest.mark.parametrize("text", ALL_AT_ONCE)
def test_all_in_one_sentence_needs_no_question(talk, text):
    says_verdict(talk.say(text), "yes")


def test_only_what_is_unknown_is_asked(talk):
    asks(talk.say("i have a bachelor and 4 years, can i sit pmp"), HOURS)
    verdict = talk.say("none yet")
    says_verdict(verdict, "not yet")
    assert line(verdict, "36 months")[0] == "\u2713"
    assert "4 years" in line(verdict, "36 months")[1]


def test_a_no_shows_its_working(checking):
    verdict = checking.say("18 months")
    says_verdict(verdict, "not yet.*18 months")
    assert line(verdict, "bachelor")[0] == "\u2713"
    assert line(verdict, "36 months of leading projects.*18 months missing")[0] == "\u2717"
    assert day_in(18) in verdict["text"]
    assert re.search("open to you", verdict["text"], re.IGNORECASE)
    assert leading_to(verdict, "credential/*/overview | tool/eligibility/*")
    sources = verdict["answer"]["sources"]
    assert any("pmi" in (source["url"] + source["publisher"]).lower() for source in sources)
    assert sources[0]["as_of"] in verdict["text"]


def test_a_missing_diploma_has_no_date(talk):
    talk.say("am i eligible for pmp")
    verdict = talk.say("i never finished school, no diploma")
    says_verdict(verdict, "not yet")
    assert line(verdict, "secondary diploma")[0] == "\u2717"
    assert "you could meet this" not in verdict["text"]


@pytest.mark.parametrize("name", ["csm", "psm", "prince2"])
def test_what_is_open_to_everyone_needs_no_question(talk, name):
    says_verdict(
        talk.say(f"am i eligible for the {name}"), "yes.*open to everyone", f"tool/eligibility/{name}"
    )


def test_facts_told_before_are_not_asked_again(talk):
    assert (
        talk.ask("i have a bachelor and led projects for 4 years, what does the pmp cost?")
        == "credential/pmp/cost"
    )
    asks(talk.say("am i eligible for it"), HOURS)
    says_verdict(talk.say("35 hours"), "yes")


def test_a_second_check_uses_the_first(checking):
    checking.say("4 years")
    checking.say("35 hours")
    says_verdict(checking.say("check capm for me"), "yes", "tool/eligibility/capm")


def test_a_fact_after_the_rules_goes_on_into_the_check(talk):
    assert talk.ask("what are the requirements for the pmp") == "credential/pmp/eligibility"
    asks(talk.say("associates degree"), MONTHS)
    asks(talk.say("like five and a half yrs give or take"), HOURS)
    verdict = talk.say("yea did a bootcamp 35h")
    says_verdict(verdict, "yes|not yet")
    assert "5 years and 6 months" in line(verdict, "60 months")[1]
    assert line(verdict, "60 months")[0] == "\u2713"


def test_the_buttons_say_what_they_show(talk):
    message = talk.say("am i eligible for pmp")
    own = [button for button in message["buttons"] if sent(button)["id"] == PMP]
    assert len({sent(button)["say"] for button in own}) == len(own)
    assert any("not sure" in sent(button)["say"] for button in own)
