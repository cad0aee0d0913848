"""A person as JSON data, for a slot of the talk, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from bot.knowledge.eligibility import Education
from bot.profile.person import Course, Person, Spell

_TEXTS = ("role", "goal", "country")
_LISTS = ("holds", "declined", "unsure", "confirmed", "denied")
# A slot is our own data, but what is read back is checked: nobody has a hundred years of experience.
_MOST_MONTHS = 1_200
_MOST_HOURS = 100_000
_HOURS_A_WEEK = 168


def to_slot(person: Person) -> dict[str, Any]:
    """Return a person as plain JSON data; what was not said is left out."""
    data: dict[str, Any] = {name: getattr(person, name) for name in (*_TEXTS, "education", "weekly_hours")}
    data |= {name: list(getattr(person, name)) for name in _LISTS}
    data["experience"] = [_spell_data(spell) for spell in person.experience]
    data["training"] = [{"kind": course.kind, "hours": course.hours} for course in person.training]
    return {name: value for name, value in data.items() if value not in (None, [])}


def _spell_data(spell: Spell) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": spell.kind, "months": spell.months}
    if spell.started is not None:
        data["started"] = spell.started.isoformat()
    if spell.share != 1:
        data["share"] = spell.share
    return data


def from_slot(value: object) -> Person:
    """Read a person from JSON data; what cannot be read counts as not said."""
    data = value if isinstance(value, dict) else {}
    education = data.get("education")
    return Person(
        **{name: _text(data.get(name)) for name in _TEXTS},  # type: ignore[arg-type]
        education=education if education in get_args(Education) else None,
        experience=tuple(_spells(data.get("experience"))),
        training=tuple(_courses(data.get("training"))),
        weekly_hours=_number(data.get("weekly_hours"), _HOURS_A_WEEK),
        **{name: _texts(data.get(name)) for name in _LISTS},  # type: ignore[arg-type]
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _texts(value: object) -> tuple[str, ...]:
    found = value if isinstance(value, (list, tuple)) else ()
    return tuple(dict.fromkeys(item for item in found if isinstance(item, str) and item))


def _number(value: object, most: float) -> float | None:
    known = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if known and 0 <= value <= most else None  # type: ignore[arg-type,operator]


def _whole(value: object, most: int) -> int | None:
    number = _number(value, most)
    return int(number) if number is not None else None


def _items(value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the mappings in a list that name a kind."""
    for item in value if isinstance(value, (list, tuple)) else ():
        if isinstance(item, dict) and (kind := _text(item.get("kind"))):
            yield kind, item


def _spells(value: object) -> Iterator[Spell]:
    for kind, item in _items(value):
        months, share = _whole(item.get("months"), _MOST_MONTHS), _number(item.get("share", 1.0), 1)
        if months is not None and share:
            yield Spell(kind, months, _date(item.get("started")), share)


def _courses(value: object) -> Iterator[Course]:
    for kind, item in _items(value):
        hours = _whole(item.get("hours"), _MOST_HOURS)
        if hours is not None:
            yield Course(kind, hours)


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
