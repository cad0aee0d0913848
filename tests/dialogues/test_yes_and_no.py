"""Yes takes what was offered first, no is taken kindly, and neither loses the subject."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import fits, offered

YES = ("yes", "yes please", "sure, go ahead", "ok", "yeah do that", "please do", "yep, tell me")
NO = ("no", "no thanks", "nope", "not really", "not now", "nah im good")
MAYBE = ("maybe", "perhaps", "hm, not sure")


@pytest.mark.parametrize("text", YES)
def test_yes_takes_the_first_follow_up(talk, text):
    first = offered(talk.say("do i need the pmp"))[0]
    assert talk.ask(text) == first


def test_yes_twice_goes_on_along_what_is_offered(talk):
    talk.say("can pmo become pm")
    for _ in range(2):
        first = offered(talk.last)[0]
        assert talk.ask("yes") == first


@pytest.mark.parametrize("text", NO)
def test_no_is_taken_kindly_and_keeps_the_subject(talk, text):
    talk.say("do i need the pmp")
    refused = talk.say(text)
    assert refused["answer"]["id"] == "smalltalk/deny"
    assert refused["buttons"]
    talk.goes(("how much is it", "credential/pmp/cost"), ("and capm?", "credential/capm/cost"))


def test_no_keeps_what_was_asked_too(talk):
    talk.goes(
        ("do i need the pmp", "credential/pmp/need"),
        ("no thanks", "smalltalk/deny"),
        ("and capm?", "credential/capm/need"),
    )


@pytest.mark.parametrize("text", MAYBE)
def test_maybe_is_no_refusal_and_keeps_the_subject(talk, text):
    """What was offered may be told, or the person be asked; a subject of its own it is not."""
    choices = offered(talk.say("do i need the pmp"))
    answer = talk.ask(text)
    assert answer in choices or fits(answer, "clarify | smalltalk/* | credential/pmp/need")
    assert talk.ask("how much is it") == "credential/pmp/cost"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("yes and what does the capm cost", "credential/capm/cost"),
        ("no, what about the exam", "credential/pmp/exam"),
        ("no but does it expire", "credential/pmp/renewal"),
        ("yes, but is it hard to study for", "credential/pmp/study_time | credential/pmp/exam"),
        ("nope, the capm", "credential/capm/need"),
    ],
)
def test_a_question_after_yes_or_no_is_what_counts(talk, text, wanted):
    talk.goes(("do i need the pmp", "credential/pmp/need"), (text, wanted))


def test_yes_with_a_place_takes_that_place(talk):
    second = offered(talk.say("do i need the pmp"))[1]
    assert talk.ask("yes the second one") == second


@pytest.mark.parametrize(("text", "kind"), [("yes", "affirm"), ("no", "deny")])
def test_yes_and_no_to_nothing_are_small_talk(talk, text, kind):
    message = talk.say(text)
    assert message["answer"]["id"] == f"smalltalk/{kind}"
    assert message["buttons"]
