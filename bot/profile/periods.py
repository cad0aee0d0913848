"""Finds spans of time with their dates in a text: "since march 2021", "2019 to 2023", "june 2019 - now"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.profile.clauses import clause_at, is_stated
from bot.profile.dates import DATE, MONTHS_A_YEAR, months_between, read_date, recent_month

# How long a certificate is held or a pause lasted is no experience.
_HELD_FOR = re.compile(
    r"\b(?:holders?|certified|certificate|certification|break|pause|leave|unemployed|jobless"
    r"|out of \w+|spend|plan"
    r"|diploma is|degree is|course (?:is|was|took)|runs? out|out|lived|living|married)"
    r"(?: (?:for|since|of|of about|about|after))? ?$"
)
_NOW = r"(?:now|today|present|date|current(?:ly)?)\b"
_SINCE = re.compile(
    rf"\b(?:since|from|starting|started(?: in| on)?|began in|beginning|between|as of)(?: about"
    rf"| around| the| in)* (?P<start>{DATE})"
    rf"(?: ?(?:to|till|til|until|up to|-|through|and) ?(?P<end>{DATE}|{_NOW}))?"
)
_RANGE = re.compile(rf"\b(?P<start>{DATE}) ?(?:to|till|til|until|up to|-|through) ?(?P<end>{DATE}|{_NOW})")
_SINCE_MONTH = re.compile(r"\bsince (?:last |this )?(?P<month>[a-z]{3,9})\b(?! \d)")
_SINCE_LAST_YEAR = re.compile(r"\bsince last year\b")


@dataclass(frozen=True)
class Length:
    """A length of time of the person's own, in months, and where it stands in the text.

    ``started`` is its first day when the text gives one.
    """

    months: int
    start: int
    end: int
    started: date | None = None


def dated(text: str, today: date) -> Iterator[Length]:
    """Yield the spans of time that a person states of themselves. ``text`` is plain."""
    for pattern in (_SINCE, _RANGE):
        for match in pattern.finditer(text):
            length = _between(match, today)
            held = is_held_for(text[: match.start()])
            if length is not None and not held and is_stated(clause_at(text, match.start(), match.end())):
                yield length
    for match in _SINCE_MONTH.finditer(text):
        started = recent_month(match["month"], today)
        if started is not None:
            yield Length(months_between(started, today), match.start(), match.end(), started)
    for match in _SINCE_LAST_YEAR.finditer(text):
        started = today - relativedelta(years=1)
        yield Length(MONTHS_A_YEAR, match.start(), match.end(), started)


def _between(match: re.Match[str], today: date) -> Length | None:
    start, last = read_date(match["start"], today), match["end"]
    if start is None:
        return None
    end = None if last is None or re.fullmatch(_NOW, last) else read_date(last, today)
    until = end.first + timedelta(days=end.finest == "day") if end else today
    months = months_between(start.first, until)
    if end and end.finest == "month" and start.finest == "month":
        months += 1  # june to december are seven months
    if end and end.first < start.first:
        return None
    return Length(months, match.start(), match.end(), start.first)


def is_held_for(before: str) -> bool:
    """Tell whether the words before a time tell how long a certificate is held or a pause lasted."""
    return _HELD_FOR.search(before) is not None
