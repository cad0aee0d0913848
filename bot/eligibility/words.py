"""Small pieces of English for the check: lengths of time, levels of education, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.eligibility.counting import says
from bot.knowledge.base import Knowledge
from bot.knowledge.eligibility import Experience, Training
from bot.profile.kinds import UNSAID, called, counting, demanded, training_called
from bot.profile.person import Person

_MONTHS_A_YEAR = 12
# What a rule asks for, and how the same is said of a person.
EDUCATION = {
    "none": "no school-leaving diploma",
    "secondary": "a secondary diploma (high school, A levels or similar)",
    "associate": "an associate degree or similar",
    "bachelor": "a bachelor's degree",
    "bachelor_gac": "a degree accredited by PMI's GAC",
    "master": "a master's degree",
    "master_gac": "a master's degree accredited by PMI's GAC",
}
OWN_EDUCATION = EDUCATION | {"secondary": "school diploma", "none": "none"}


def plural(number: int, unit: str) -> str:
    """Return a number with its unit: "1 month", "12 months"."""
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def months_in_words(months: int) -> str:
    """Return months as people say them: "18 months", "3 years", "4 years and 7 months"."""
    years, rest = divmod(months, _MONTHS_A_YEAR)
    if not years or (years == 1 and rest):
        return plural(months, "month")
    return plural(years, "year") + (f" and {plural(rest, 'month')}" if rest else "")


def day_in_words(day: date) -> str:
    """Return a day as "26 November 2027"."""
    return f"{day.day} {day:%B %Y}"


def listed(items: Sequence[str], joint: str = "or") -> str:
    """Return items as "a, b or c"."""
    return f" {joint} ".join(part for part in (", ".join(items[:-1]), items[-1]) if part) if items else ""


def shorts(slugs: Iterable[str], knowledge: Knowledge) -> list[str]:
    """Return the short names of credentials."""
    return [str(knowledge.credentials[slug].short) for slug in slugs if slug in knowledge.credentials]


def experience_rule(item: Experience) -> str:
    """Return a demand for experience in words."""
    if not item.months:
        return demanded(item.kind)
    hours = f" ({plural(item.hours, 'hour')})" if item.hours else ""
    window = f" in the last {plural(item.within_years, 'year')}" if item.within_years else ""
    return f"{plural(item.months, 'month')}{hours} of {called(item.kind)}{window}"


def training_rule(training: Training, knowledge: Knowledge) -> str:
    """Return a demand for training in words."""
    if training.course_required:
        return f"{training_called(training.kind)} ({plural(training.hours, 'hour')})"
    stand_ins = shorts(training.waived_by, knowledge)
    waived = f", or an active {listed(stand_ins)}" if stand_ins else ""
    return f"{plural(training.hours, 'hour')} of {training_called(training.kind)}{waived}"


def experience_of(person: Person, kind: str, months: int, *, stand_in: bool) -> str:
    """Return the months that a person has of a kind in words, with what was assumed in counting them.

    Months that only come from kinds that count too are a least: there may be more of the kind itself.
    """
    said = says(person, kind, stand_in=stand_in)
    if not months and said:
        return "none"
    names = (*counting(kind), UNSAID) if stand_in else counting(kind)
    spells = [spell for name in names for spell in person.spells(name)]
    notes = ["as full time"] if any(spell.share < 1 for spell in spells) else []
    if stand_in and person.spells(UNSAID) and not person.spells(kind):
        notes.append(f"taken as {called(kind)}")
    return f"{'' if said else 'at least '}{months_in_words(months)}" + (
        f" ({', '.join(notes)})" if notes else ""
    )
