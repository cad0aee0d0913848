"""Puts the stages of a ladder, and the credentials taken on the way, on the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.planning.effort import Effort
from bot.planning.ladder import PACES, Ladder
from bot.planning.needs import Months, Needs


@dataclass(frozen=True)
class Task:
    """A credential to take: what it needs and what it takes.

    ``gained`` holds, for each kind of missing experience, the month and the stage in which it is complete, at
    each pace.
    """

    needs: Needs
    effort: Effort
    gained: tuple[tuple[Months, tuple[tuple[int, int], ...]], ...] = ()

    @property
    def credential(self) -> str:
        """Return the credential's slug."""
        return self.needs.credential

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells this task from others: the credential and its level."""
        return self.needs.credential, self.needs.level or ""


@dataclass(frozen=True)
class Period:
    """From the first day of something to the day on which it is done."""

    start: date
    end: date


Periods = Mapping[tuple[str, ...], Period]


@dataclass(frozen=True)
class Clock:
    """How far a timetable has come at one pace.

    ``begun`` holds the first day of each stage so far; ``free`` is the day from which nothing is studied.
    """

    today: date
    ladder: Ladder
    pace: int
    begun: tuple[date, ...]
    free: date

    @classmethod
    def at_start(cls, today: date, ladder: Ladder, pace: int) -> Clock:
        """Return the clock on the first day."""
        return cls(today, ladder, pace, (today,), today)

    def day(self, month: int, stage: int) -> date:
        """Return the day of a month of the ladder, as much later as the stage that it falls into began."""
        stage = min(stage, len(self.begun) - 1)
        planned = self.today + relativedelta(months=self.ladder.begins(stage, self.pace))
        return self.today + relativedelta(months=month) + (self.begun[stage] - planned)

    def periods(self, task: Task) -> dict[tuple[str, ...], Period]:
        """Return when the parts of ``task`` are done, if it is studied for next.

        Study ends when the experience is complete, or later: begun any sooner it would be forgotten by then.
        """
        found: dict[tuple[str, ...], Period] = {}
        for need, moments in task.gained:
            month, stage = moments[self.pace]
            first = self.ladder.starts_giving(need.kind) or 0
            begin = self.begun[min(first, len(self.begun) - 1)]
            found["experience", need.kind] = Period(begin, self.day(month, stage))
        ready = max((period.end for period in found.values()), default=self.today)
        training = timedelta(days=task.effort.training_days[self.pace])
        study = timedelta(days=task.effort.study_days[self.pace] if task.effort.study_days else 0)
        start = max(self.free, self.begun[-1], ready - training - study)
        trained, done = start + training, start + training + study
        if training:
            found["training",] = Period(start, trained)
        if study:
            found["study",] = Period(trained, done)
        found["credential",] = Period(done, done)
        return found

    def after(self, task: Task) -> Clock:
        """Return the clock with ``task`` studied for."""
        return replace(self, free=self.periods(task)["credential",].end)

    def moved(self, taken: tuple[Task, ...]) -> Clock:
        """Return the clock at the next stage: its move is made when it is due and ``taken`` are done.

        ``taken`` are the tasks of the stage that ends, which :meth:`after` has counted already.
        """
        stage = len(self.begun) - 1
        due = self.day(self.ladder.begins(stage + 1, self.pace), stage)
        return replace(self, begun=(*self.begun, max(due, self.free) if taken else due))


def timetables(today: date, ladder: Ladder, tasks: Mapping[int, tuple[Task, ...]]) -> tuple[Periods, Periods]:
    """Return the timetables at the quick and at the slow pace: when each part of the plan is done.

    ``tasks`` holds what is taken in each stage. Keys are ``("move", stage)``, and a part before a task's key.
    """
    quick, slow = (_timetable(Clock.at_start(today, ladder, pace), tasks) for pace in PACES)
    return quick, slow


def _timetable(clock: Clock, tasks: Mapping[int, tuple[Task, ...]]) -> Periods:
    found: dict[tuple[str, ...], Period] = {}
    for stage, item in enumerate(clock.ladder.stages):
        for task in tasks.get(stage, ()):
            found |= {(*part, *task.key): period for part, period in clock.periods(task).items()}
            clock = clock.after(task)
        if item.months is not None:
            before = clock.begun[-1]
            clock = clock.moved(tasks.get(stage, ()))
            found["move", str(stage)] = Period(before, clock.begun[-1])
    return found
