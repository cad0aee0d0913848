"""Chooses which credentials to take on the way: the ones soonest done, or the ones that cost least."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from bot.knowledge.base import Knowledge
from bot.knowledge.currencies import currency_of
from bot.planning.effort import effort
from bot.planning.ladder import PACES, Ladder
from bot.planning.named import credentials_for
from bot.planning.needs import Months, Needs, needs_of
from bot.planning.plan import Name
from bot.planning.schedule import Clock, Task
from bot.profile.person import Person

Gained = list[tuple[Months, tuple[tuple[int, int], ...]]]
Options = dict[int, list[Task]]
Chosen = dict[int, tuple[Task, ...]]

# Which currency to compare prices in when the person's own is not among them: what most prices are in.
_CURRENCIES = ("USD", "EUR", "GBP")


@dataclass(frozen=True)
class Asker:
    """For whom a plan is made, with what is known."""

    person: Person
    weekly_hours: float
    knowledge: Knowledge
    today: date

    def task(self, needs: Needs, ladder: Ladder) -> Task | None:
        """Return the task of meeting ``needs``, None when its experience is never gained on ``ladder``."""
        gained: Gained = []
        for need in needs.months:
            moments = tuple(moment for pace in PACES if (moment := ladder.gained(need, pace)) is not None)
            if len(moments) < len(PACES):
                return None
            before = gained if needs.apart else []
            gained.append((need, tuple(_after(moment, before, pace) for pace, moment in enumerate(moments))))
        return Task(
            needs, effort(needs, self.weekly_hours, self.person.country, self.knowledge), tuple(gained)
        )


def options(asker: Asker, ladder: Ladder) -> Options:
    """Return what can be taken before each move: named for it, and open to the person by then.

    A credential is an option before one move only, the first. Where prices are known, those without are left
    out, so that alternatives can be compared; the rest is in one currency.
    """
    found: Options = {}
    seen = set(asker.person.holds)
    for stage, (here, there) in enumerate(pairwise(item.role for item in ladder.stages)):
        for names in credentials_for(here, there, asker.knowledge):
            fresh = [name for name in names if name not in seen and not _outgrown(name, asker)]
            tasks = [task for name in fresh if (task := _possible(name, stage, asker, ladder)) is not None]
            if tasks:
                found[stage] = _comparable(tasks, asker)
                seen.update(task.credential for task in tasks)
                break
    return found


def choose(asker: Asker, ladder: Ladder, offered: Options, name: Name) -> Chosen:
    """Return one credential for each move that has options."""
    if name == "cheapest":
        return {stage: (min(tasks, key=_price),) for stage, tasks in offered.items()}
    clocks = [Clock.at_start(asker.today, ladder, pace) for pace in PACES]
    chosen: Chosen = {}
    for stage in range(len(ladder.stages) - 1):
        if stage in offered:
            ends = {task.credential: _ends(task, clocks) for task in offered[stage]}
            chosen[stage] = (min(offered[stage], key=lambda task: (ends[task.credential], _price(task))),)
            clocks = [clock.after(chosen[stage][0]) for clock in clocks]
        clocks = [clock.moved(chosen.get(stage, ())) for clock in clocks]
    return chosen


def _after(moment: tuple[int, int], before: Gained, pace: int) -> tuple[int, int]:
    """Return a moment, put off by the months of other kinds that are gained in the same stage."""
    month, stage = moment
    return month + sum(need.missing for need, moments in before if moments[pace][1] == stage), stage


def _ends(task: Task, clocks: Iterable[Clock]) -> tuple[date, ...]:
    """Return when a task is done, the latest day first: that is what counts, a lucky first day is not."""
    return tuple(clock.periods(task)["credential",].end for clock in reversed(list(clocks)))


def _price(task: Task) -> tuple[Decimal, Decimal, str]:
    cost = task.effort.cost
    return (cost.most, cost.least, task.credential) if cost else (Decimal(0), Decimal(0), task.credential)


def _possible(name: str, stage: int, asker: Asker, ladder: Ladder) -> Task | None:
    """Return the task of taking a credential before the move out of ``stage``, None when it cannot be."""
    needs = needs_of(name, asker.person, asker.knowledge, asker.today)
    barred = needs is None or needs.bar or needs.holds
    task = None if needs is None or barred else asker.task(needs, ladder)
    if (
        task is None
        or not _can_be_dated(task)
        or any(moments[pace][1] > stage for _, moments in task.gained for pace in PACES)
    ):
        return None
    return task


def _can_be_dated(task: Task) -> bool:
    """Tell whether the time for a task is known: its hours, its span, or a course that is most of it."""
    training = task.needs.training
    return task.effort.study_days is not None or (training is not None and training.course)


def _outgrown(name: str, asker: Asker) -> bool:
    """Tell whether the person holds something of the same issuer that is above it."""
    entry = asker.knowledge.credentials[name]
    held = [
        asker.knowledge.credentials[slug]
        for slug in asker.person.holds
        if slug in asker.knowledge.credentials
    ]
    return any(other.issuer == entry.issuer and other.level > entry.level for other in held)


def _comparable(tasks: list[Task], asker: Asker) -> list[Task]:
    priced = [task for task in tasks if task.effort.fee_known and task.effort.cost]
    offered = {task.effort.cost.currency for task in priced if task.effort.cost}
    own = currency_of(asker.person.country)
    currency = next((code for code in (own, *_CURRENCIES, *sorted(offered)) if code in offered), None)
    return [task for task in priced if task.effort.cost and task.effort.cost.currency == currency] or tasks
