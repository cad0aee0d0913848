"""What a case of eligibility consists of, and short ways to make up a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.profile.person import Course, Person, Spell

TODAY = date(2026, 11, 26)


@dataclass(frozen=True)
class Case:
    """What is checked, and what has to come out; ``fact`` is where the deciding rule stands."""

    credential: str
    fact: str
    status: str
    person: Person
    level: str | None = None
    months: int = 0
    hours: int = 0
    earliest: date | None = None
    nearest: str | None = None

    def __str__(self) -> str:
        return f"{self.credential}-{self.level or ''}-{self.status}-{self.fact.partition('.')[2]}-{self.months}-{self.hours}"


def who(education=None, holds=(), confirmed=(), denied=(), weekly_hours=None, training=(), **months):
    """Return a person with months by kind, undated, and hours as (kind, hours) pairs."""
    return Person(
        education=education,
        experience=tuple(Spell(kind, number) for kind, number in months.items()),
        training=tuple(Course(kind, hours) for kind, hours in training),
        holds=tuple(holds),
        confirmed=tuple(confirmed),
        denied=tuple(denied),
        weekly_hours=weekly_hours,
    )


def since(kind, started, months, share=1.0, **more):
    """Return a person with one dated spell."""
    return who(**more).with_(experience=(Spell(kind, months, started, share),))


PM35 = [("project_management", 35)]
FULL = TODAY
