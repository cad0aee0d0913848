from __future__ import annotations

import pytest

PMP = "tool/eligibility/pmp"


def test_a_check_asks_one_question_at_a_time_and_ends_in_a_verdict(talk):
    assert talk.ask("am i eligible for pmp") == PMP
    assert "education" in talk.last.text
    talk.say("bachelor")
    assert "leading projects" in talk.last.text
    talk.say("about 4 yrs")
    assert "training" in talk.last.text
    answer = talk.say("35 PDUs from udemy")
    assert answer.text.startswith("Yes")
    assert answer.sources
    assert "\u2713" in answer.text


def test_buttons_say_the_answers(talk):
    talk.say("check pmp for me")
    talk.press("Bachelor's or higher")
    answer = talk.press("None")
    assert answer.id == PMP
    assert answer.text.startswith("Not yet")
    assert "26 November 2029" in answer.text


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


def test_another_question_is_answered_and_leads_back(talk):
    talk.say("am i eligible for pmp")
    talk.say("bachelor")
    assert talk.ask("how much does it cost", "cost") == "credential/pmp/cost"
    assert talk.titles[-1] == "Back to the PMP check"
    assert "leading projects" in talk.press("Back to the PMP check").text


def test_a_question_with_a_figure_in_it_is_not_swallowed(talk):
    talk.say("am i eligible for pmp")
    assert talk.ask("what does a scrum master with 3 years earn?", "salary") == "role/scrum_master/salary"


def test_nonsense_is_asked_again(talk):
    talk.say("am i eligible for pmp")
    answer = talk.say("blurb wobble")
    assert answer.id == PMP
    assert "could not read" in answer.text
    assert "education" in answer.text


@pytest.mark.parametrize("text", ["stop", "never mind", "cancel please"])
def test_a_check_can_be_left(talk, text):
    talk.say("am i eligible for pmp")
    assert talk.ask(text) == PMP
    assert talk.context.guided is None
    assert talk.ask("what does the capm cost", "cost") == "credential/capm/cost"


def test_why_is_told_and_the_question_stays(talk):
    talk.say("am i eligible for pmp")
    answer = talk.say("why do you ask?")
    assert "education" in answer.text
    assert talk.context.guided.asking == "education"


def test_a_question_can_be_skipped(talk):
    talk.say("am i eligible for pmp")
    talk.say("prefer not to say")
    assert talk.context.guided.asking != "education"


@pytest.mark.parametrize("text", ["no, 2 years", "sorry, i meant 2 years", "that's wrong, it is 2 years"])
def test_a_verdict_is_corrected(talk, text):
    talk.say("i have a bachelor, 4 years of leading projects and 40 hours of pm training, can i sit pmp")
    answer = talk.say(text)
    assert answer.id == PMP
    assert answer.text.startswith("Not yet")


def test_an_old_button_takes_up_its_own_check(talk):
    talk.say("am i eligible for pmp")
    old = talk.last
    talk.say("am i eligible for pgmp")
    talk.last = old
    assert talk.press("Bachelor's or higher").id == PMP


def test_a_level_that_is_named_is_checked(talk):
    talk.say("am i eligible for ipma level c")
    assert talk.context.guided.level == "Level C"


def test_an_open_credential_needs_no_question(talk):
    assert talk.say("am i eligible for psm").text.startswith("Yes, the PSM I is open to everyone")
