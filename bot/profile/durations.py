"""Finds lengths of time in a text: "about 4 yrs", "a year and a half", "since march 2021", "2019 to 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta
from rapidfuzz.distance import OSA

from bot.profile.clauses import clause_at, is_stated
from bot.profile.periods import Length, dated, is_held_for

_MOST_MONTHS = 720
_DAYS_A_MONTH = 30.4375
_UNITS = {
    "year": ("y", "yr", "yrs", "year", "years", "yera", "yeras", "jahre", "anos"),
    "month": ("mo", "mos", "mth", "mths", "mnth", "mnths", "mon", "month", "months"),
    "week": ("wk", "wks", "week", "weeks"),
    "decade": ("decade", "decades"),
}
_MONTHS = {"year": 12.0, "month": 1.0, "week": 7 / _DAYS_A_MONTH, "decade": 120.0}
_SHORTEST_MISSPELT = 4

_NUMBER = r"\d+(?:\.\d+)?"
_AND_HALF = r"(?:and|&|n|an) (?:a |an )?half"
_AMOUNT = re.compile(
    rf"(?<![\w.$\u00a3\u20ac])(?:(?P<low>{_NUMBER}) ?(?:-|to|or|/) ?)?"
    rf"(?P<number>{_NUMBER}|(?:half an?|(?:a )?couple(?: of)?|an?|one)\b) ?(?:\+|plus\b|or more\b"
    rf"|odd\b|full\b|good\b|solid\b)?"
    rf" ?(?P<half>{_AND_HALF} )?(?P<unit>[a-z]+)(?![a-z])(?P<after> {_AND_HALF}\b)?"
    r"(?:,? ?(?:and |& ?)?(?P<more>\d+) ?(?:m|ms|mo|mos|mths?|mnths?|mon|months?|moths?)\b)?"
)
_YEAR_AND_HALF = re.compile(rf"(?<!\d )(?<!an )(?<!a )(?<!one )\b(?:year|yr) {_AND_HALF}\b")
# "5 years, 3 of them as a PM", "coordinator for 3 years and pm for 2": the unit is the one before.
_ELLIPSIS = re.compile(
    r"\b(?P<a>\d+) (?:of (?:them|those|these|which|that) (?=as|in|at|with|doing|lead|manag|were"
    r"|was)|(?=as an? |as (?:project|pm|program|scrum|lead)))"
    r"|\bfor (?P<b>\d+)(?=\s*(?:$|[,.;]))"
)
_LESS = re.compile(
    r"\b(?:less than|under|almost|nearly|close to|not quite|not even|just short of|below"
    r"|nearly to)(?: (?:the|my))? $"
)
_LATER = re.compile(r"\b(?:in|in about|in around|within|after about|next|another|every) $")
_AGO = re.compile(r"^ ago\b")
_BEGAN = re.compile(r"\b(?:since|start\w*|began|begun|join\w*|mov\w*|became|been|switched|promoted)\b")
_NOT_TIME = re.compile(
    r"^[ -]?(?:degrees?|courses?|diploma|plans?|bachelor\w*|masters?|apprentice\w*|contracts?"
    r"|cycles?|breaks?|gap|training|stud\w+|college|uni\w*|old)\b"
)
_A_LENGTH = re.compile(
    r"^(?:for|about|around|over|almost|nearly|only|just|have|had|got|after|than|and|of|done|did"
    r"|with|under|roughly"
    r"|like|maybe|worked|been|least|be|another|quite|spent|say|is|but)$|[,:.;-]$"
)
# "i am already 38 years" is an age, "i am 3 years in a pmo" is not.
_I_AM = re.compile(r"\b(?:i am|i'm|im)(?: (?:already|now|only|just|about|almost|nearly))* $")
_OF_WORK = re.compile(r"^ (?:in|into|as|of|with|at|doing|working|leading|managing)\b")


def lengths(text: str, today: date) -> list[Length]:
    """Return the lengths of time that a person states of themselves, left to right.

    ``text`` is plain (:func:`bot.profile.numbers.plain`). A range gives its lower end, "almost 3 years" one
    month less than three years; rules ("do I need 3 years"), wishes and other people's years are left out.
    """
    found: list[Length] = []
    for length in (*dated(text, today), *_amounts(text, today)):
        if all(length.end <= other.start or other.end <= length.start for other in found):
            found.append(length)
    return sorted(found, key=lambda length: length.start)


def _amounts(text: str, today: date) -> Iterator[Length]:
    unit = None
    for match in _AMOUNT.finditer(text):
        length = _amount(match, text, today)
        if length is not None:
            unit = unit_of(match["unit"])
            yield length
    for match in _YEAR_AND_HALF.finditer(text):
        yield Length(18, match.start(), match.end())
    if unit is not None:
        for match in _ELLIPSIS.finditer(text):
            yield Length(int(int(match["a"] or match["b"]) * _MONTHS[unit]), match.start(), match.end())


def _amount(match: re.Match[str], text: str, today: date) -> Length | None:
    unit = unit_of(match["unit"])
    if unit is None or (unit == "week" and not match["number"][0].isdigit()):
        return None
    if _is_rate(match, text):
        return None
    months = _number(match) * _MONTHS[unit] + int(match["more"] or 0)
    length = Length(int(months + 1e-9), match.start(), match.end())
    if length.months > _MOST_MONTHS or (unit == "week" and not length.months):
        return None
    return _own(length, text, today)


def _number(match: re.Match[str]) -> float:
    number = match["low"] or match["number"]
    value = {"half a": 0.5, "half an": 0.5, "a": 1.0, "an": 1.0, "one": 1.0}.get(number)
    if value is None:
        value = 2.0 if "couple" in number else float(number)
    return value + (0.5 if match["half"] or match["after"] else 0)


def _is_rate(match: re.Match[str], text: str) -> bool:
    """Tell whether "a year" is a rate: "twice a year", "50k a year"."""
    words = text[: match.start()].split()
    return match["number"] in ("a", "an") and bool(words) and not _A_LENGTH.search(words[-1])


def _own(length: Length, text: str, today: date) -> Length | None:
    """Return the length if it is the person's own, less a month when the words say "almost"."""
    before, after = text[: length.start], text[length.end :]
    if _NOT_TIME.match(after) or (_LATER.search(before) and not re.match(r" (?:of|as)\b", after)):
        return None
    if is_held_for(before) or (_I_AM.search(before) and not _OF_WORK.match(after)):
        return None
    clause = clause_at(text, length.start, length.end)
    if _AGO.match(after):
        started = today - relativedelta(months=length.months)
        return replace(length, started=started) if _BEGAN.search(clause.before) else None
    less = _LESS.search(before)
    if less:
        return replace(length, months=max(0, length.months - 1))
    return length if is_stated(clause) else None


def unit_of(word: str) -> str | None:
    """Return ``year``, ``month``, ``week`` or ``decade`` for a word that means it, one slip allowed."""
    for unit, words in _UNITS.items():
        if word in words:
            return unit
    if len(word) < _SHORTEST_MISSPELT:
        return None
    for unit in _UNITS:
        if any(OSA.distance(word, f"{unit}{ending}", score_cutoff=1) <= 1 for ending in ("", "s")):
            return unit
    return None
