"""Counts a person's experience and compares their education, as the rules do.

Time is counted in calendar months. A spell with a first day lies in known months: a month counts once,
however many jobs filled it, and only in the look-back window. A spell without one is taken to end today; it
is cut to the window.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from bot.profile.kinds import UNSAID, counting
from bot.profile.person import Person, Spell, exact_share

if TYPE_CHECKING:
    from bot.knowledge.eligibility import Education

_MONTHS_A_YEAR = 12
_RANK = {
    "none": 0,
    "secondary": 1,
    "associate": 2,
    "bachelor": 3,
    "bachelor_gac": 3,
    "master": 4,
    "master_gac": 4,
}


def meets_education(had: Education, needed: Education) -> bool:
    """Tell whether an education is at least the one needed; GAC accreditation is met by nothing else."""
    accredited = had.endswith("_gac") or not needed.endswith("_gac")
    return accredited and _RANK[had] >= _RANK[needed]


def says(person: Person, kind: str, *, stand_in: bool) -> bool:
    """Tell whether the person gave months of this very kind, or unnamed ones that stand in for it."""
    return bool(person.spells(kind) or (stand_in and person.spells(UNSAID)))


def counted(
    person: Person,
    kind: str,
    within_years: int | None,
    today: date,
    *,
    stand_in: bool = False,
    later: int = 0,
) -> Fraction | None:
    """Return the full-time months that count for ``kind``, None when the person said nothing of it.

    ``within_years`` is the look-back window; ``stand_in`` lets experience of an unnamed kind count;
    ``later`` looks from so many months after today, when old months may have run out of the window. Kinds
    that count for each other overlap freely: a month is never worth more than one.
    """
    kinds = [*counting(kind), *((UNSAID,) if stand_in else ())]
    groups = [spells for name in kinds if (spells := person.spells(name))]
    if not groups:
        return None
    month = today.year * _MONTHS_A_YEAR + today.month
    window = within_years * _MONTHS_A_YEAR if within_years is not None else None
    first = month + later - window if window is not None else None
    total = _dated(groups, first, month) + max(_undated(spells) for spells in groups)
    return total if window is None else max(Fraction(0), min(total, Fraction(window - later)))


def _undated(spells: Iterable[Spell]) -> Fraction:
    return sum((spell.full_time for spell in spells if spell.started is None), Fraction(0))


def _dated(groups: list[tuple[Spell, ...]], first: int | None, end: int) -> Fraction:
    """Return the worth of the known months from ``first`` on and before ``end``, each at most one."""
    best: dict[int, Fraction] = {}
    for spells in groups:
        for month, share in _by_month(spells, first, end).items():
            best[month] = max(best.get(month, Fraction(0)), min(Fraction(1), share))
    return sum(best.values(), Fraction(0))


def _by_month(spells: Iterable[Spell], first: int | None, end: int) -> dict[int, Fraction]:
    shares: dict[int, Fraction] = {}
    for spell in spells:
        if spell.started is None:
            continue
        begin = spell.started.year * _MONTHS_A_YEAR + spell.started.month
        for month in range(max(begin, first or begin), min(begin + spell.months, end)):
            shares[month] = shares.get(month, Fraction(0)) + exact_share(spell.share)
    return shares
