"""What a person said of themselves. All of it is optional: None or empty means not said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from bot.profile.kinds import UNSAID, counting

if TYPE_CHECKING:
    from bot.knowledge.eligibility import Education

__all__ = ["Course", "Person", "Spell"]

# Shares of full time are kept to the hundredth, so that adding them up makes no rounding errors.
_FINEST_SHARE = 100


@dataclass(frozen=True)
class Spell:
    """Experience of one kind.

    ``months`` are calendar months, 0 for "none". ``started`` is the first day, where the person gave one;
    without it the spell is taken to end today. ``share`` is the part of full time, above 0 up to 1.
    """

    kind: str
    months: int
    started: date | None = None
    share: float = 1.0

    @property
    def full_time(self) -> Fraction:
        """Return the months that the spell is worth at full time."""
        return self.months * exact_share(self.share)


@dataclass(frozen=True)
class Course:
    """Training of one kind in contact hours, 0 for "none"."""

    kind: str
    hours: int


def exact_share(share: float) -> Fraction:
    """Return a share of full time as an exact number between 0 and 1."""
    return min(Fraction(1), max(Fraction(0), Fraction(round(share * _FINEST_SHARE), _FINEST_SHARE)))


@dataclass(frozen=True)
class Person:
    """What somebody said of themselves.

    ``role`` and ``goal`` are slugs of roles, ``holds`` of credentials, ``country`` an English name.
    ``confirmed``
    and ``denied`` hold kinds and credentials of yes/no demands (``complex_projects``, ``csm_course``,
    ``holds/pmp``) said to be met or not met. ``declined`` and ``unsure`` hold names of questions that the
    person would rather not, or cannot, answer.
    """

    role: str | None = None
    goal: str | None = None
    education: Education | None = None
    experience: tuple[Spell, ...] = ()
    training: tuple[Course, ...] = ()
    holds: tuple[str, ...] = ()
    country: str | None = None
    weekly_hours: float | None = None
    declined: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()

    def months(self, kind: str) -> int | None:
        """Return the full-time months of experience that count for ``kind``, rounded down; None if not said.

        Spells of one kind add up. Where another kind counts too (:data:`bot.profile.kinds.COUNTS_FOR`) the
        larger number is taken, not the sum: the months may be the same ones.
        """
        found = [_sum(self.spells(other)) for other in counting(kind) if self.spells(other)]
        return max(found) if found else None

    def hours(self, kind: str) -> int | None:
        """Return the contact hours of training of a kind, None if not said."""
        found = [course.hours for course in self.training if course.kind == kind]
        return sum(found) if found else None

    def spells(self, kind: str) -> tuple[Spell, ...]:
        """Return the spells of exactly this kind."""
        return tuple(spell for spell in self.experience if spell.kind == kind)

    def with_(self, **changes: Any) -> Person:  # noqa: ANN401 - as dataclasses.replace
        """Return the person with some fields replaced."""
        return replace(self, **changes)

    def merged(self, other: Person) -> Person:
        """Return both together; where they disagree ``other``, the later one, wins.

        New spells of a kind replace all old ones of that kind, and so do courses: "no, it is 5 years".
        """
        denied = {name.removeprefix("holds/") for name in other.denied if name.startswith("holds/")}
        held = {f"holds/{slug}" for slug in other.holds}
        return Person(
            role=other.role or self.role,
            goal=other.goal or self.goal,
            education=other.education or self.education,
            experience=_replaced(self.experience, other.experience),
            training=_replaced(self.training, other.training),
            holds=_joined(_without(self.holds, denied), other.holds),
            country=other.country or self.country,
            weekly_hours=self.weekly_hours if other.weekly_hours is None else other.weekly_hours,
            declined=_joined(self.declined, other.declined),
            unsure=_joined(self.unsure, other.unsure),
            confirmed=_joined(_without(self.confirmed, set(other.denied)), other.confirmed),
            denied=_joined(_without(self.denied, {*other.confirmed, *held}), other.denied),
        )

    def to_slot(self) -> dict[str, Any]:
        """Return the person as plain JSON data; what was not said is left out."""
        from bot.profile.slots import to_slot  # noqa: PLC0415 - slots builds persons

        return to_slot(self)

    @classmethod
    def from_slot(cls, value: object) -> Person:
        """Read a person from JSON data; what cannot be read counts as not said."""
        from bot.profile.slots import from_slot  # noqa: PLC0415 - slots builds persons

        return from_slot(value)


def _sum(spells: Iterable[Spell]) -> int:
    return int(sum((spell.full_time for spell in spells), Fraction(0)))


def _replaced(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return ``old`` without the kinds that ``new`` speaks of, and ``new``.

    A named kind also replaces what was said without one: "4 years", then "3 of them leading projects".
    """
    kinds = {item.kind for item in new}
    kinds |= {UNSAID} if kinds else set()
    return (*(item for item in old if item.kind not in kinds), *new)


def _joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))


def _without(names: tuple[str, ...], removed: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in removed)
