from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.insights.figures import Span, count
from bot.insights.reasons import Unanswered
from bot.insights.turns import Turn
from bot.insights.votes import Vote
from tests.insights.conftest import START

SPAN = Span(date(2026, 11, 1), date(2026, 11, 5))


def turn(answer: str, seconds: float = 0.1, days: float = 0, guided=None, conversation="a") -> Turn:
    return Turn("e", conversation, "web", START + timedelta(days=days), "w", answer, 0.9, (), seconds, guided)


def test_turns_are_counted_by_day_and_outcome():
    talk = [turn("topic/masters"), turn("clarify"), turn("out_of_scope/method", days=1)]
    figures = count([talk], [], [], SPAN)
    assert (figures.talks, figures.turns) == (1, 3)
    assert figures.outcomes == {"answered": 1, "asked back": 1, "declined": 1, "failed": 0}
    assert figures.by_day[date(2026, 11, 3)] == {"answered": 1, "asked back": 1, "declined": 0, "failed": 0}
    assert figures.by_day[date(2026, 11, 5)] == {"answered": 0, "asked back": 0, "declined": 0, "failed": 0}
    assert figures.answers == (("topic/masters", 1),)
    assert figures.declined == (("out_of_scope/method", 1),)


def test_failed_turns_are_counted_and_have_no_latency():
    figures = count([[turn("failed", seconds=0), turn("topic/masters", seconds=0.3)]], [], [], SPAN)
    assert (figures.outcomes["failed"], figures.latency) == (1, (0.3, 0.3))
    assert figures.answers == (("topic/masters", 1),)


def test_what_lies_outside_the_span_does_not_count():
    vote = Vote(START - timedelta(days=9), "a", "topic/masters", up=True, reason=None)
    old = Unanswered("e", START - timedelta(days=9), "web", "a", "w", "clarify", "left", None, "u-1")
    figures = count([[turn("topic/masters", days=9)]], [vote], [old], SPAN)
    assert (figures.talks, figures.turns, figures.unanswered) == (0, 0, 0)
    assert figures.ratings == {}


def test_votes_are_counted_by_answer_with_reasons():
    votes = [
        Vote(START, None, "topic/masters", up=up, reason=None if up else "wrong") for up in (True, False)
    ]
    rating = count([], votes, [], SPAN).ratings["topic/masters"]
    assert (rating.up, rating.down, rating.reasons) == (1, 1, (("wrong", 1),))


def test_guided_talks_are_counted_by_how_far_they_went():
    asking, told = {"tool": "eligibility", "asking": "degree"}, {"tool": "eligibility", "asking": None}
    check = "tool/eligibility/pmp"
    talks = [
        [turn(check, guided=asking)],
        [turn(check, guided=asking), turn(check, guided=asking)],
        [turn(check, guided=asking), turn(check, guided=told)],
        [turn("tool/map")],
    ]
    tools = count(talks, [], [], SPAN).tools
    assert (tools["eligibility"].begun, tools["eligibility"].went_on, tools["eligibility"].finished) == (
        3,
        2,
        1,
    )
    assert (tools["plan"].begun, tools["map"].finished) == (0, 1)


def test_latency_is_the_median_and_the_95th_percentile():
    talk = [turn("topic/masters", seconds=number / 100) for number in range(101)]
    assert count([talk], [], [], SPAN).latency == pytest.approx((0.5, 0.95))
    assert count([[turn("topic/masters", seconds=0.3)]], [], [], SPAN).latency == (0.3, 0.3)
    assert count([], [], [], SPAN).latency is None


def test_families_are_ranked_and_show_each_wording_once_newest_first():
    queue = [
        Unanswered(str(n), START + timedelta(hours=n), "web", "a", words, "clarify", "left", None, family)
        for n, (words, family) in enumerate(
            [("Visa?", "u-1"), ("visa?", "u-1"), ("blue card", "u-1"), ("itil", "u-2")]
        )
    ]
    first, second = count([], [], queue, SPAN).families
    assert (first.name, first.count, first.examples) == ("u-1", 3, ("blue card", "visa?"))
    assert (second.name, second.reasons) == ("u-2", (("left", 1),))
