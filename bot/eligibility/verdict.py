"""What the check of a credential says, and what it asks. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.answers.answer import SourceLine
from bot.knowledge.eligibility import EligibilityPath

Status = Literal["eligible", "not_yet", "unknown", "open_to_all"]
State = Literal["enough", "missing", "unknown"]
Subject = Literal["education", "months", "hours", "course", "holds", "demand", "open"]


@dataclass(frozen=True)
class Line:
    """One demand of a path, beside what the person has.

    ``demand`` is the name of the question that asks for it. ``rule`` and ``yours`` are in words, ``yours``
    None when nothing was said. ``missing_months`` and ``missing_hours`` are set on missing experience and
    training. ``fact`` refers to the fact that the rule comes from (``credentials/pmp.exp_bachelor``),
    ``source`` to its page; ``note`` is what the fact says of its own doubts.
    """

    demand: str
    rule: str
    yours: str | None
    state: State
    source: SourceLine
    fact: str
    missing_months: int | None = None
    missing_hours: int | None = None
    note: str | None = None

    @property
    def subject(self) -> str:
        """Return what kind of demand it is: ``education``, ``months``, ``hours``, ..."""
        return self.demand.partition("/")[0]


@dataclass(frozen=True)
class Verdict:
    """The result of a check.

    ``path`` is the way to qualify that is met, or the nearest to being met, ``lines`` its demands.
    ``earliest`` is the first day on which all is met if the person goes on full time: today when all is
    met, None when it cannot be told. ``nearest`` (with ``nearest_level``) is a credential already open to a
    person who does not qualify. ``other_levels`` are the levels of the credential that were not checked.
    """

    credential: str
    level: str | None
    status: Status
    path: EligibilityPath
    lines: tuple[Line, ...]
    earliest: date | None = None
    nearest: str | None = None
    nearest_level: str | None = None
    other_levels: tuple[str, ...] = ()

    @property
    def is_yes(self) -> bool:
        """Tell whether the person may take it."""
        return self.status in ("eligible", "open_to_all")

    @property
    def missing_months(self) -> int:
        """Return the months that are missing in all."""
        return sum(line.missing_months or 0 for line in self.lines)


@dataclass(frozen=True)
class Question:
    """One thing to ask.

    ``name`` is what ``expecting`` of the reading takes, such as ``months/leading_projects``. ``about`` holds
    kinds, or slugs of credentials, ``amounts`` the months or hours at which rules change, in order,
    ``educations`` the levels that the rules tell apart, ``waived_by`` credentials that stand in for training.
    """

    name: str
    credential: str
    about: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    educations: tuple[str, ...] = ()
    waived_by: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """Return what kind of demand it asks for: ``education``, ``months``, ``hours``, ..."""
        return self.name.partition("/")[0]
