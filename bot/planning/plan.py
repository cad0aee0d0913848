"""A plan as data, free of wording and channels.

Facts are named by where they stand: ``credentials/capm.study_short``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

StepKind = Literal["experience", "training", "study", "credential", "move"]
Unit = Literal["hours", "days", "weeks", "months"]
Name = Literal["fastest", "cheapest"]


@dataclass(frozen=True)
class Window:
    """The first and the last day on which something is done, by the short and the long end of each time."""

    earliest: date
    latest: date


@dataclass(frozen=True)
class Range:
    """A range of an amount, such as 20 to 80 hours."""

    least: Decimal
    most: Decimal
    unit: Unit


@dataclass(frozen=True)
class Cost:
    """A range of money in one currency (ISO 4217), and the facts that it is taken from."""

    currency: str
    least: Decimal
    most: Decimal
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One thing to do.

    ``subject`` is the role moved to, or the credential that the step serves, at ``level``. ``starts`` is the
    day to begin, ``ends`` when it is done. ``amount`` is what it takes: months of experience, hours of
    training, hours of study or, where no source gives hours, time beside a job. ``about`` is the kind of
    experience or training, and for a move the role that it leads away from. ``basis`` tells in words what the
    time rests on ("estimate: ..." for one); ``facts`` name the facts of the figures.
    """

    kind: StepKind
    subject: str
    starts: date
    ends: Window
    amount: Range | None = None
    about: str | None = None
    level: str | None = None
    cost: Cost | None = None
    basis: str | None = None
    facts: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return a name that is the same whenever the step is part of a plan: ``study/capm``."""
        return "/".join((self.kind, self.subject, *(word for word in (self.level, self.about) if word)))


@dataclass(frozen=True)
class Alternative:
    """One way to the goal.

    ``names`` tells what it is of all ways: the fastest, the cheapest, or both. ``steps`` are in the order in
    which they are done. ``no_fee``, ``no_course_fee`` and ``no_study_time`` list credentials of whose price,
    course price or study time nothing is known.
    """

    names: tuple[Name, ...]
    steps: tuple[Step, ...]
    no_fee: tuple[str, ...] = ()
    no_course_fee: tuple[str, ...] = ()
    no_study_time: tuple[str, ...] = ()

    @property
    def done(self) -> Window:
        """Return when the last step is done."""
        return Window(
            max(step.ends.earliest for step in self.steps), max(step.ends.latest for step in self.steps)
        )

    @property
    def costs(self) -> tuple[Cost, ...]:
        """Return what the steps cost together, a sum for each currency."""
        return added(step.cost for step in self.steps if step.cost)

    @property
    def credentials(self) -> tuple[str, ...]:
        """Return the credentials that are taken on the way, in order."""
        return tuple(step.subject for step in self.steps if step.kind == "credential")

    @property
    def study(self) -> Range | None:
        """Return the hours of training and study together, None when there are none to count."""
        amounts = [step.amount for step in self.steps if step.kind in ("training", "study") and step.amount]
        hours = [amount for amount in amounts if amount.unit == "hours"]
        least, most = (sum((getattr(item, end) for item in hours), Decimal(0)) for end in ("least", "most"))
        return Range(least, most, "hours") if hours else None


@dataclass(frozen=True)
class Plan:
    """A plan to reach ``goal``, a role or a credential, from ``start``, a role or ``outside``.

    ``alternatives`` holds one or two ways; none when there is nothing to plan, and ``obstacle`` says why.
    ``weekly_hours`` are hours of study a week; ``assumed_hours`` tells that they matter and were not said.
    ``assumptions`` are sentences on what was taken for granted.
    """

    start: str
    goal: str
    made_on: date
    weekly_hours: float
    assumed_hours: bool
    alternatives: tuple[Alternative, ...] = ()
    assumptions: tuple[str, ...] = ()
    obstacle: str | None = None

    @property
    def months(self) -> tuple[int, int]:
        """Return the least and the most time of the first alternative in months, begun ones counted.

        Raises ``IndexError`` when there is no alternative.
        """
        done = self.alternatives[0].done
        return months_between(self.made_on, done.earliest), months_between(self.made_on, done.latest)


def added(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """Return the sum of ``costs`` for each currency, in the order in which currencies come up."""
    sums: dict[str, Cost] = {}
    for cost in costs:
        so_far = sums.get(cost.currency, Cost(cost.currency, Decimal(0), Decimal(0)))
        facts = tuple(dict.fromkeys((*so_far.facts, *cost.facts)))
        sums[cost.currency] = Cost(cost.currency, so_far.least + cost.least, so_far.most + cost.most, facts)
    return tuple(sums.values())


def months_between(start: date, end: date) -> int:
    """Return the months from ``start`` to ``end``, a begun one counted; 0 when ``end`` is not later."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(0, months + (end.day > start.day))
