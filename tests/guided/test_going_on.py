from __future__ import annotations

import pytest

from bot.profile.person import Spell

PMP = "tool/eligibility/pmp"


def test_a_question_with_a_figure_in_it_is_not_swallowed(talk):
    talk.say("am i eligible for pmp")
    assert talk.ask("what does a scrum master with 3 years earn?", "salary") == "role/scrum_master/salary"


@pytest.mark.parametrize("text", ["stop", "never mind", "cancel please"])
def test_a_check_can_be_left(talk, text):
    talk.say("am i eligible for pmp")
    assert talk.ask(text) == PMP
    assert talk.context.guided is None
    assert talk.ask("what does the capm cost", "cost") == "credential/capm/cost"


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


@pytest.mark.parametrize(
    "text", ["no, 3 years", "sorry, i meant 3 years", "that's wrong, it is 3 years", "actually 3 years"]
)
def test_experience_is_corrected_while_training_is_asked(talk, text):
    talk.say("am i eligible for pmp")
    talk.say("bachelor")
    talk.say("4 years")
    assert "training" in talk.say(text).text
    assert talk.context.person.experience == (Spell("leading_projects", 36),)
    assert talk.say("35 hours").text.startswith("Yes")


def test_a_no_to_the_training_leaves_the_experience(talk):
    talk.say("am i eligible for pmp")
    talk.say("bachelor")
    talk.say("4 years")
    talk.say("no")
    assert talk.context.person.months("leading_projects") == 48
    assert talk.context.person.hours("project_management") == 0


@pytest.mark.parametrize("text", ["no", "no thanks", "not sure"])
def test_a_small_reply_after_the_verdict_changes_nothing(talk, text):
    talk.say("i have a bachelor, 4 years of leading projects and 40 hours of pm training, can i sit pmp")
    before = talk.context.person
    assert talk.ask(text, "smalltalk_deny") != PMP
    assert talk.context.person == before


def test_another_level_is_checked_when_it_is_named(talk):
    talk.say("am i eligible for ipma level c")
    talk.say("and level b")
    assert talk.context.guided.level == "Level B"


@pytest.mark.parametrize("text", ["stop", "why do you ask?"])
def test_when_nothing_is_asked_there_is_nothing_to_leave_or_to_explain(talk, text):
    talk.say("am i eligible for psm")
    assert talk.ask(text) != "tool/eligibility/psm"
