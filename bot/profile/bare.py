"""Reads a bare number as the answer to the question just asked."""

from __future__ import annotations

import re

from bot.profile.numbers import plain
from bot.profile.person import Course, Person, Spell
from bot.profile.replies import without_no

# A small number is taken as years, a large one as months; between them people could mean either.
_MOST_BARE_YEARS = 15
_FEWEST_BARE_MONTHS = 41
_MONTHS_A_YEAR = 12
_MOST_BARE_HOURS = 500
_BARE_NUMBER = re.compile(
    r"\W*(?:about|around|maybe|roughly|approx\w*|only|just|like|over|i have|have|it'?s|its|it is"
    r"|now)?\W*(\d{1,3}(?:\.\d)?)\s*(?:\+|-?ish|or more|so far|in total|or so)?\W*"
)


def read_bare(words: str, subject: str, about: str) -> Person:
    """Return what a bare number in ``words``, plain, says about the question ``subject/about``."""
    number = _number(words)
    if number is None:
        return Person()
    if subject == "months" and number <= _MOST_BARE_YEARS:
        return Person(experience=(Spell(about, int(number * _MONTHS_A_YEAR)),))
    if subject == "months" and number >= _FEWEST_BARE_MONTHS:
        return Person(experience=(Spell(about, int(number)),))
    if subject == "hours" and number <= _MOST_BARE_HOURS:
        return Person(training=(Course(about, int(number)),))
    return Person()


def unread_months(text: str, expecting: str | None) -> float | None:
    """Return the bare number in ``text`` that could be months as well as years.

    None when ``expecting``, the name of the question just asked, does not ask for experience, or when the
    text is anything else.
    """
    if expecting is None or not expecting.startswith("months/"):
        return None
    number = _number(without_no(plain(text)))
    return number if number is not None and _MOST_BARE_YEARS < number < _FEWEST_BARE_MONTHS else None


def _number(words: str) -> float | None:
    match = _BARE_NUMBER.fullmatch(words)
    return None if match is None else float(match[1])
