"""The roles of a plan, one after the other, and when each kind of experience has been gained in them.

All times are whole months from the day of the plan, at two paces: the least and the most of each move.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.knowledge.base import Knowledge
from bot.knowledge.graph import CareerGraph, Path
from bot.planning.needs import Months
from bot.profile.kinds import OF_ROLE, counting
from bot.profile.person import Person

QUICK, SLOW = 0, 1
PACES = (QUICK, SLOW)


@dataclass(frozen=True)
class Stage:
    """Time in a role. ``months`` are (least, most) until the next one; None in the last, which stays open."""

    role: str
    gives: frozenset[str]
    months: tuple[int, int] | None = None


@dataclass(frozen=True)
class Ladder:
    """The stages from the present role to the last one."""

    stages: tuple[Stage, ...]

    def begins(self, stage: int, pace: int) -> int:
        """Return the month in which a stage begins, study left aside."""
        return sum(item.months[pace] for item in self.stages[:stage] if item.months)

    def gained(self, need: Months, pace: int) -> tuple[int, int] | None:
        """Return the month in which the experience is complete, and the stage of it; None for never."""
        left = need.missing
        for number, stage in enumerate(self.stages):
            if not _counts(stage.gives, need.kind):
                continue
            if stage.months is None or left <= stage.months[pace]:
                return self.begins(number, pace) + left, number
            left -= stage.months[pace]
        return None

    def starts_giving(self, kind: str) -> int | None:
        """Return the first stage that gives experience of a kind."""
        return next((n for n, stage in enumerate(self.stages) if _counts(stage.gives, kind)), None)


def ladder_to_role(person: Person, path: Path) -> Ladder:
    """Return the stages along a path."""
    first = Stage(path.stops[0], _given_now(person), _times(path)[0] if path.moves else None)
    times = [*_times(path)[1:], None]
    later = [Stage(role, _given(role), months) for role, months in zip(path.stops[1:], times, strict=False)]
    return Ladder((first, *later))


def ladder_to_experience(
    person: Person, start: str, needs: Iterable[Months], graph: CareerGraph, knowledge: Knowledge
) -> Ladder | None:
    """Return the fewest stages in which all ``needs`` are gained, None when no role in reach gives one.

    Each stage lasts long enough for what no later one gives.
    """
    wanted = list(needs)
    stages = [Stage(start, _given_now(person))]
    for need in wanted:
        if any(_counts(stage.gives, need.kind) for stage in stages):
            continue
        path = _nearest(stages[-1].role, need.kind, graph, knowledge)
        if path is None:
            return None
        stages[-1] = replace(stages[-1], months=_times(path)[0])
        ends = [*_times(path)[1:], None]
        stages += [Stage(role, _given(role), end) for role, end in zip(path.stops[1:], ends, strict=True)]
    return Ladder(tuple(_long_enough(stages, wanted)))


def _long_enough(stages: list[Stage], needs: list[Months]) -> list[Stage]:
    """Return the stages, each one prolonged until it has given what no later stage gives."""
    done: list[Stage] = []
    for number, stage in enumerate(stages):
        if stage.months is None:
            done.append(stage)
            continue
        least = [0, 0]
        for need in needs:
            last = not any(_counts(later.gives, need.kind) for later in stages[number + 1 :])
            if last and _counts(stage.gives, need.kind):
                before = [item for item in done if _counts(item.gives, need.kind) and item.months]
                for pace in PACES:
                    gained = sum(item.months[pace] for item in before if item.months)
                    least[pace] = max(least[pace], need.missing - gained)
        quick, slow = (max(stage.months[pace], least[pace]) for pace in PACES)
        done.append(replace(stage, months=(quick, slow)))
    return done


def _nearest(start: str, kind: str, graph: CareerGraph, knowledge: Knowledge) -> Path | None:
    """Return the best of the paths to the roles that give experience of a kind."""
    roles = [role for role in knowledge.roles if _counts(_given(role), kind)]
    paths = [path for role in roles if (path := graph.path(start, role)) is not None and path.moves]
    return min(paths, key=lambda path: (path.cost, path.stops), default=None)


def _times(path: Path) -> list[tuple[int, int]]:
    return [(move.months.least, move.months.most) for move in path.moves]


def _given(role: str) -> frozenset[str]:
    return frozenset(OF_ROLE.get(role, ()))


def _given_now(person: Person) -> frozenset[str]:
    """Return the kinds that a person gains today: those of their role, and those that they say they have.

    A title tells less than what somebody says that they do.
    """
    said = {spell.kind for spell in person.experience if spell.months}
    return _given(person.role or "") | said


def _counts(given: frozenset[str], kind: str) -> bool:
    return not given.isdisjoint(counting(kind))
