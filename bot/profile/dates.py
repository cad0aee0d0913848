"""Reads dates such as "march 2021", "03/2021", "mar '21" and "2019" by dateutil."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime

from dateutil.parser import ParserError, parse
from dateutil.relativedelta import relativedelta
from rapidfuzz.distance import OSA

_MONTHS = [name.lower() for name in calendar.month_name if name]
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12, "early": 1, "mid": 6, "late": 10}
_FIRST_YEAR = 1950
_CENTURY = 100
_ABBREVIATION = 3
MONTHS_A_YEAR = 12

# A word before the year is tried as a month or a season, misspelt ones too.
DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:ja|fe|ma|ap|ju|au|se|oc|no|de|sp|su|fa|wi|ea|mi"
    r"|la)[a-z]{1,8}\.?,? ?"
    r"(?:of |in )?(?:'\d{2}|\d{4})\b"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}\b|\d{1,2}[./-]\d{4}\b|\d{4}[./-]\d{1,2}\b|(?:19|20)\d{2}\b"
)
_WITH_WORD = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,10})\.?,? ?(?:of |in )?'?(\d{2,4})")


@dataclass(frozen=True)
class Day:
    """A date as far as it was told: ``finest`` is ``year``, ``month`` or ``day``."""

    first: date
    finest: str


def read_date(text: str, today: date) -> Day | None:
    """Return the date that ``text``, a match of ``DATE``, tells; None for none and for one in the future.

    A year alone is taken at today's month, so that years are counted as people count them: since 2021 is five
    years in any month of 2026.
    """
    found = _read(text, today)
    known = found is not None and found.first.year >= _FIRST_YEAR and found.first <= today
    return found if known else None


def months_between(start: date, end: date) -> int:
    """Return the full months from one day to another, at least 0."""
    gap = relativedelta(end, start)
    return max(0, gap.years * MONTHS_A_YEAR + gap.months)


def recent_month(name: str, today: date) -> date | None:
    """Return the first day of the last month of this name: "since january"."""
    month = _month(name)
    if month is None:
        return None
    year = today.year if month <= today.month else today.year - 1
    return date(year, month, 1)


def _read(text: str, today: date) -> Day | None:
    if re.fullmatch(r"\d{4}", text):
        return _day(int(text), today.month, 1, "year")
    worded = _WITH_WORD.fullmatch(text)
    if worded:
        month = _month(worded[2])
        day = int(worded[1] or 1)
        return _day(_year(worded[3], today), month, day, "day" if worded[1] else "month") if month else None
    pieces = re.split(r"[./-]", text)
    try:
        found = parse(text, default=datetime(today.year, 1, 1), dayfirst=True)  # noqa: DTZ001 - a day only
    except (ParserError, OverflowError, ValueError):
        return None
    return Day(found.date(), "day" if len(pieces) > 2 else "month")  # noqa: PLR2004 - day, month, year


def _day(year: int, month: int, day: int, finest: str) -> Day | None:
    try:
        return Day(date(year, month, day), finest)
    except ValueError:
        return None


def _year(text: str, today: date) -> int:
    """Return a year of two or four digits: '21 is 2021, '98 is 1998."""
    year = int(text)
    if year >= _CENTURY:
        return year
    century = today.year // _CENTURY * _CENTURY
    return century + year if century + year <= today.year else century - _CENTURY + year


def _month(word: str) -> int | None:
    if word in _SEASONS:
        return _SEASONS[word]
    for number, name in enumerate(_MONTHS, start=1):
        short = len(word) in (_ABBREVIATION, _ABBREVIATION + 1) and name.startswith(word)
        if short or (len(word) > _ABBREVIATION and OSA.distance(word, name, score_cutoff=1) <= 1):
            return number
    return None
