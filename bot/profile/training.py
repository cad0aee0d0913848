"""Reads training: contact hours, and courses that were taken."""

from __future__ import annotations

import re

from bot.profile.clauses import clause_at, is_stated
from bot.profile.cues import kind_of_training
from bot.profile.person import Course

DEFAULT_KIND = "project_management"
_MOST_HOURS = 500
_LESS = re.compile(r"\b(?:less than|under|almost|nearly|not even|below|close to) $")
_HOURS = re.compile(
    r"(?<![\w.$\u00a3\u20ac])(?:(?P<low>\d+) ?(?:-|to"
    r"|or) ?)?(?P<number>\d+)(?:\.\d+)? ?\+?(?:or more )?\s?(?P<unit>contact[ -]?(?:hours?|hrs?)"
    r"|training hours?|"
    r"pdus?|hours?|hrs?|horas|hous|huors|houres|h)\b(?! ?(?:a|per|/|each|every|weekly"
    r"|of sleep) ?(?:week|day|month|night)?)(?! (?:of|in) (?:\w+ )?(?:work|experience|leading))"
)
_EACH = re.compile(r"(?:\bx|\*|\btimes|\bof) ?$")
_PLAIN_UNIT = re.compile(r"^(?:h|hrs?|hours?|horas|hous|huors|houres)$")
_ABOUT_TRAINING = re.compile(
    r"\b(?:pdus?|contact|training|course|courses|bootcamp|boot camp|class|classes|udemy|coursera"
    r"|linkedin|edx|webinars?|education|workshops?|"
    r"certificate|study|studied|lessons?|module|google|simplilearn|learning|seminars?)\b"
)
_NO_TRAINING = re.compile(
    r"\b(?:no|zero|0|without(?: any)?|not any|haven'?t (?:done|had) any)(?: (?:formal|pm|pmp|agile"
    r"|risk|project|management|official))* (?:training|courses?|pdus?|contact hours"
    r"|classes)\b(?! (?:compan|provider|cent|budget|near))"
)
# PDUs that are owed or planned are no training done.
_OWED = re.compile(r"\b(?:short of|missing|lack\w*|owe|count as the|counts? as|earn|collect) $")
_OWED_AFTER = re.compile(r"^ ?(?:are |is )?(?:missing|short|left|to go|in \d|every|each|per)\b")
_NOT_NEEDED = re.compile(r"^ (?:is |are )?(?:need|requir|necessary)")
_TAKEN = re.compile(
    r"\b(?:did|done|took|taken|take|attended|finished|completed|passed|have done|had|been (?:to"
    r"|on)|sat through) (?:(?:the|a|an|my|official|2|3|two|three|-|days?|approved) ?)*"
    r"(?P<words>(?:[a-z-]+ ){1,5}?)(?:course|class|training|workshop)\b"
)


def read_training(text: str, asked: str | None) -> list[Course]:
    """Return the training that ``text``, plain, tells of; ``asked`` is the kind that was asked for, if any.

    "a 4 day course" tells no hours and gives nothing: the provider's certificate says how many they are.
    """
    found = [course for match in _HOURS.finditer(text) if (course := _course(match, text, asked))]
    if found:
        return list(dict.fromkeys(found))
    none = _NO_TRAINING.search(text)
    if none and not _NOT_NEEDED.match(text[none.end() :]):
        return [Course(kind_of_training(none.group()) or asked or DEFAULT_KIND, 0)]
    return []


def _course(match: re.Match[str], text: str, asked: str | None) -> Course | None:
    clause = clause_at(text, match.start(), match.end())
    whole = _ABOUT_TRAINING.search(text) is not None
    hours = int(match["low"] or match["number"])
    if (
        _EACH.search(text[: match.start()])
        or _OWED.search(text[: match.start()])
        or _OWED_AFTER.match(text[match.end() :])
        or not is_stated(clause)
        or hours > _MOST_HOURS
        or (asked is None and _PLAIN_UNIT.match(match["unit"]) and not whole)
    ):
        return None
    if _LESS.search(text[: match.start()]):
        hours = max(0, hours - 1)
    words = f"{clause.before} {clause.after}" if asked is None else clause.after
    return Course(_kind(words, asked), hours)


def _kind(words: str, asked: str | None) -> str:
    found = kind_of_training(words)
    if asked is not None and (found is None or found == DEFAULT_KIND or found.endswith("_course")):
        return asked
    return found if found is not None and not found.endswith("_course") else asked or DEFAULT_KIND


def read_courses_taken(text: str) -> list[str]:
    """Return the kinds of required courses (``csm_course``) that somebody says to have taken."""
    kinds = []
    for match in _TAKEN.finditer(text):
        kind = kind_of_training(match["words"])
        if (
            kind is not None
            and kind.endswith("_course")
            and is_stated(clause_at(text, match.start(), match.end()))
        ):
            kinds.append(kind)
    return kinds
