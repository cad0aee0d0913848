from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.insights.reasons import BROKEN, LEFT, NOT_TAKEN, REFUSED, THUMBS_DOWN, unanswered_in
from bot.insights.turns import Turn
from bot.insights.votes import Vote
from tests.insights.conftest import NOW, START


def turn(
    answer: str, words: str | None = "a question", confidence: float = 0.9, minute: int = 0, **more
) -> Turn:
    at = START + timedelta(minutes=minute)
    return Turn(f"event{minute}", "a", "web", at, words, answer, confidence, more.pop("options", ()), 0.2)


def found(*talk: Turn, votes: tuple[Vote, ...] = (), now=NOW) -> list[tuple[str, str]]:
    return [(item.event, item.reason) for item in unanswered_in(talk, votes, now)]


def test_a_sure_answer_is_answered():
    assert found(turn("topic/masters")) == []


@pytest.mark.parametrize("reason", ["unrelated", "method", "advice", "other_career"])
def test_what_was_declined_is_unanswered(reason):
    assert found(turn(f"out_of_scope/{reason}")) == [("event0", REFUSED)]


@pytest.mark.parametrize("reason", ["attack", "gibberish", "other_language"])
def test_refusals_of_no_question_are_left_out(reason):
    assert found(turn(f"out_of_scope/{reason}")) == []


def test_asked_back_and_taken_is_answered():
    asked_back = turn("clarify", options=("topic/masters", "topic/cv_tips"))
    assert found(asked_back, turn("topic/cv_tips", None, minute=1)) == []


def test_asked_back_and_something_else_said_is_unanswered():
    asked_back = turn("clarify", options=("topic/masters",))
    assert found(asked_back, turn("topic/cv_tips", minute=1)) == [("event0", NOT_TAKEN)]


def test_asked_back_and_gone_counts_once_the_talk_is_over():
    asked_back = turn("clarify", options=("topic/masters",))
    assert found(asked_back) == [("event0", NOT_TAKEN)]
    assert found(asked_back, now=START + timedelta(minutes=2)) == []


def test_leaving_after_a_doubtful_answer_counts_and_after_a_sure_one_not():
    assert found(turn("topic/masters", confidence=0.45)) == [("event0", LEFT)]
    assert found(turn("topic/masters", confidence=0.45), turn("topic/cv_tips", minute=1)) == []
    assert found(turn("topic/masters", confidence=0.45), now=START + timedelta(minutes=2)) == []


def test_a_thumb_down_counts_with_its_reason_for_the_answer_before_it():
    talk = (turn("topic/masters", "first"), turn("topic/masters", "second", minute=9))
    vote = Vote(START + timedelta(minutes=5), "a", "topic/masters", up=False, reason="outdated")
    (item,) = unanswered_in(talk, (vote,), NOW)
    assert (item.words, item.reason, item.detail) == ("first", THUMBS_DOWN, "outdated")


def test_a_turn_that_failed_counts_unless_it_may_still_be_answered():
    assert found(turn("failed"), turn("topic/masters", minute=1)) == [("event0", BROKEN)]
    assert found(turn("failed")) == [("event0", BROKEN)]
    assert found(turn("failed"), now=START + timedelta(minutes=1)) == []


def test_a_thumb_up_changes_nothing():
    vote = Vote(START + timedelta(minutes=5), "a", "topic/masters", up=True, reason=None)
    assert found(turn("topic/masters"), votes=(vote,)) == []


def test_buttons_empty_words_and_replies_in_a_guided_talk_are_no_questions():
    assert found(turn("out_of_scope/unrelated", None)) == []
    assert found(turn("out_of_scope/unrelated", "  ")) == []
    assert found(replace(turn("tool/plan", "yes"), confidence=0.1)) == []


def test_long_words_are_cut():
    (item,) = unanswered_in((turn("out_of_scope/method", "x" * 5000),), (), NOW)
    assert len(item.words) == 300
