"""Reads how many hours a week somebody can study."""

from __future__ import annotations

import re

_MOST = 80
_DAYS = 5
_NUMBER = r"(?:(?P<low>\d+(?:\.\d+)?) ?(?:-|to|or) ?)?(?P<number>\d+(?:\.\d+)?|an?|one|half an?)"
_PER = r"(?:a|an|per|/|each|every|in the|in a|on a|wkly|weekly)"
_WEEK = re.compile(rf"(?<![\w.]){_NUMBER} ?(?:h|hrs?|hours?) ?(?:{_PER} ?(?:week|wk)\b|weekly\b|p/?w\b)")
_DAY = re.compile(
    rf"(?<![\w.]){_NUMBER} ?(?:h|hrs?|hours?) ?(?:(?:a|per|/|each|every) ?(?:week ?)?(?P<unit>day"
    rf"|evening|night)\b|daily\b)"
)
_BARE = re.compile(
    rf"\W*(?:about|around|maybe|roughly|up to|approx\w*|~)?\s*{_NUMBER} ?\+?(?:h|hrs?|hours?)?\W*"
)
# Hours of a job are no hours of study.
_JOB = re.compile(
    r"\b(?:work\w*|job|employed|contract|shift\w*|paid|for \d+(?:\.\d+)? (?:years?|yrs?|months?))\b"
)
_STUDY = re.compile(r"\b(?:study\w*|learn\w*|prepar\w*|spare|free|spend|put in|read\w*|revis\w*)\b")


def read_weekly_hours(text: str, *, asked: bool = False) -> float | None:
    """Return the hours a week in ``text``, plain; of a range the lower end, a day counted as five a week."""
    week, day = _WEEK.search(text), _DAY.search(text)
    match, times = (week, 1) if week else (day, _DAYS)
    if match is None:
        match, times = (_BARE.fullmatch(text), 1) if asked else (None, 1)
    if match is None or (_JOB.search(text) and not _STUDY.search(text)):
        return None
    hours = _value(match["low"] or match["number"]) * times
    return hours if 0 < hours <= _MOST else None


def _value(number: str) -> float:
    return {"a": 1.0, "an": 1.0, "one": 1.0, "half a": 0.5, "half an": 0.5}.get(number) or float(number)
