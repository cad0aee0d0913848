"""The numbers of a report, counted over a span of days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import quantiles

from bot.insights.reasons import Unanswered
from bot.insights.turns import FAILED, Turn
from bot.insights.votes import Vote

ANSWERED, ASKED_BACK, DECLINED = "answered", "asked back", "declined"
OUTCOMES = (ANSWERED, ASKED_BACK, DECLINED, FAILED)
_OUTCOME_OF = {"clarify": ASKED_BACK, "out_of_scope": DECLINED, FAILED: FAILED}
_TWO = 2


@dataclass(frozen=True)
class Span:
    """Days of a report, both included, in UTC."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Tell whether ``day`` is one of them."""
        return self.first <= day <= self.last

    @property
    def days(self) -> list[date]:
        """Return the days in order."""
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]


@dataclass(frozen=True)
class Rating:
    """The votes on one answer: thumbs up, thumbs down, and the reasons given, by how often."""

    up: int
    down: int
    reasons: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Tool:
    """How far the talks of one guided tool came: begun, a question answered, the result told."""

    begun: int
    went_on: int
    finished: int


@dataclass(frozen=True)
class Family:
    """Unanswered questions that mean about the same; ``examples`` are different wordings, newest first."""

    name: str
    count: int
    reasons: tuple[tuple[str, int], ...]
    examples: tuple[str, ...]
    answers: tuple[tuple[str, int], ...]
    last: date


@dataclass(frozen=True)
class Figures:
    """All numbers of a report. Latencies are in seconds: median and 95th percentile."""

    span: Span
    talks: int = 0
    turns: int = 0
    channels: tuple[tuple[str, int], ...] = ()
    outcomes: dict[str, int] = field(default_factory=dict)
    by_day: dict[date, dict[str, int]] = field(default_factory=dict)
    answers: tuple[tuple[str, int], ...] = ()
    declined: tuple[tuple[str, int], ...] = ()
    ratings: dict[str, Rating] = field(default_factory=dict)
    tools: dict[str, Tool] = field(default_factory=dict)
    latency: tuple[float, float] | None = None
    latency_by_day: dict[date, tuple[float, float]] = field(default_factory=dict)
    families: tuple[Family, ...] = ()
    unanswered: int = 0


def count(
    talks: Iterable[Sequence[Turn]], votes: Iterable[Vote], queue: Iterable[Unanswered], span: Span
) -> Figures:
    """Count what lies within ``span``; a talk counts where any of its turns does."""
    within = [kept for talk in talks if (kept := [turn for turn in talk if turn.at.date() in span])]
    turns = [turn for talk in within for turn in talk]
    by_day = {day: dict.fromkeys(OUTCOMES, 0) for day in span.days}
    waits: dict[date, list[float]] = defaultdict(list)
    for turn in turns:
        by_day[turn.at.date()][outcome(turn)] += 1
        if turn.answer != FAILED:
            waits[turn.at.date()].append(turn.seconds)
    of_span = [item for item in queue if item.at.date() in span]
    return Figures(
        span=span,
        talks=len(within),
        turns=len(turns),
        channels=_ranked(talk[0].channel for talk in within),
        outcomes={name: sum(day[name] for day in by_day.values()) for name in OUTCOMES},
        by_day=by_day,
        answers=_ranked(turn.answer for turn in turns if outcome(turn) == ANSWERED),
        declined=_ranked(turn.answer for turn in turns if outcome(turn) == DECLINED),
        ratings=_ratings(vote for vote in votes if vote.at.date() in span),
        tools=_tools(within),
        latency=_latency([seconds for of_day in waits.values() for seconds in of_day]),
        latency_by_day={day: found for day in span.days if (found := _latency(waits[day]))},
        families=families(of_span),
        unanswered=len(of_span),
    )


def outcome(turn: Turn) -> str:
    """Return which of ``OUTCOMES`` a turn had."""
    return _OUTCOME_OF.get(turn.kind, ANSWERED)


def families(queue: Iterable[Unanswered]) -> tuple[Family, ...]:
    """Return the families of ``queue``, the largest first."""
    members: dict[str, list[Unanswered]] = defaultdict(list)
    for item in queue:
        members[item.family].append(item)
    found = [
        Family(
            name=name,
            count=len(items),
            reasons=_ranked(item.reason for item in items),
            examples=_different(item.words for item in sorted(items, key=lambda item: item.at, reverse=True)),
            answers=_ranked(item.answer for item in items),
            last=max(item.at for item in items).date(),
        )
        for name, items in members.items()
    ]
    return tuple(sorted(found, key=lambda family: (-family.count, family.name)))


def _ranked(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


def _different(texts: Iterable[str]) -> tuple[str, ...]:
    """Return ``texts`` without those that differ from an earlier one in case or spaces alone."""
    return tuple({" ".join(text.casefold().split()): text for text in reversed(list(texts))}.values())[::-1]


def _ratings(votes: Iterable[Vote]) -> dict[str, Rating]:
    of: dict[str, list[Vote]] = defaultdict(list)
    for vote in votes:
        of[vote.answer].append(vote)
    return {
        answer: Rating(
            up=sum(vote.up for vote in given),
            down=sum(not vote.up for vote in given),
            reasons=_ranked(vote.reason for vote in given if vote.reason),
        )
        for answer, given in of.items()
    }


def _tools(talks: Iterable[Sequence[Turn]]) -> dict[str, Tool]:
    """Count the guided talks. A map is finished as soon as it is shown."""
    stages: dict[str, Counter[str]] = {name: Counter() for name in ("eligibility", "plan", "map")}
    for talk in talks:
        for name, counts in stages.items():
            mine = [turn for turn in talk if turn.answer.startswith(f"tool/{name}")]
            finished = name == "map" or any(
                turn.guided and turn.guided.get("asking") is None for turn in mine
            )
            if mine:
                counts["begun"] += 1
                counts["went_on"] += len(mine) >= _TWO or finished
                counts["finished"] += finished
    return {
        name: Tool(counts["begun"], counts["went_on"], counts["finished"]) for name, counts in stages.items()
    }


def _latency(seconds: list[float]) -> tuple[float, float] | None:
    if len(seconds) < _TWO:
        return (seconds[0], seconds[0]) if seconds else None
    parts = quantiles(seconds, n=20, method="inclusive")
    return parts[9], parts[18]
