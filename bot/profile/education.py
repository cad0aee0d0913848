"""Reads education: "no degree", "BSc", "HND", "college dropout", "my masters is GAC-accredited"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.profile.degrees import GAC, NO_SCHOOL, NOT_GAC, SCHOOL, TERMS, UNIVERSITY
from bot.profile.speaker import is_first_person, is_of_another

if TYPE_CHECKING:
    from bot.knowledge.eligibility import Education

_ORDER: tuple[Education, ...] = ("none", "secondary", "associate", "bachelor", "master")
_GAC_LEVEL: dict[Education, Education] = {"bachelor": "bachelor_gac", "master": "master_gac"}

# A degree that is denied or not finished leaves what comes before it.
_DENIED = re.compile(
    r"\b(?:no|not|without|never|don'?t|do not|haven'?t|have not|didn'?t|did not|dropp\w+ out"
    r"|drop ?-?out|lack\w*|quit|left)"
    r"(?: (?:a|an|any|my|the|got|get|have|had|of|from|finish|finished|complete|completed|do|did"
    r"|university|college|uni"
    r"|formal|yet|even))*\s*$"
)
_UNFINISHED = re.compile(
    r"\b(?:doing|study\w*|pursu\w+|working (?:on|towards?)|finish|finishing|in the middle of"
    r"|half ?way through|enrolled|start\w*"
    r"|currently in|will (?:have|get|finish)|(?:final|last|first|second|third|2nd|3rd"
    r"|1st) year (?:of|in)|almost|half|getting"
    r"|about to|going to)(?: (?:a|an|my|the|for|of|in|finish|finished|with|done|have|get"
    r"|university|college))*\s*$"
)
_STUDENT = re.compile(
    r"^[\w' ]{0,25}\b(?:student|unfinished|not finished|in progress|drop ?-?out|dropped out"
    r"|next year|not yet)\b"
)
_DROPOUT = re.compile(r"\bdrop ?-?outs?\b|\bdropped out\b")
_ASKED = re.compile(
    r"\b(?:think\w* (?:of|about)|consider\w*|want|planning|wish|hop(?:e|ing)|apply\w*|looking"
    r"|need\w*|requir\w*"
    r"|worth|helps?|which|what|should|does|must|matter\w*|if|better|enough|would|kya|zaroori)\b[^.;,]*$"
    r"|\bis (?:a|an|the|it|my)\b[^.;,]*$|\bdo (?:i|you|they|people)\b[^.;,]*$|\b(?:get|take|start"
    r"|do|doing|instead of|asks? for) an? $"
)
_ASKED_AFTER = re.compile(
    r"^[^.;]{0,40}\b(?:enough|needed|required|necessary|worth|helpful)\b|^[^.;,]{0,30}\bor\b"
    r"|^ apprenticeship"
)
_LEFT = re.compile(r"\bleft school\b")
_STILL = re.compile(r"\b(?:still|currently|now|studying|student|in my)\b")
_QUESTION = re.compile(r"^\W*(?:is|are|do|does|what|which|how|should|would|why|when|where|who)\b")
_TELLING = re.compile(r"\b(?:i|i've|i'm|im|ive|my|me|have|having|got|hold|only|no|without|with|bring)\b")
_OR = re.compile(r"\bor (?:\w+ ){0,2}$")
_OWN = re.compile(r"\b(?:i have|i've|i got|i hold|with my|i'm|i am|my)\b[^.;,]*$")
_IF_OWN = re.compile(r"\b(?:if i|do i|is my)\b")


def read_education(text: str, original: str, *, asked: bool = False) -> Education | None:
    """Return the highest education that ``text``, plain, tells of; None when it tells none or only asks.

    A degree that is denied or not finished counts as school alone: whoever studies has left school with a
    diploma, and "no degree" is said by people who have. ``asked`` tells that education was the question.
    """
    school = NO_SCHOOL.search(text)
    if school and not _is_asked(text, school):
        return "none"
    had = [_had(text, match, level) for level, match in _matches(text) if not _is_asked(text, match)]
    if re.search(r"\b(?:(?:an?|my|have|got) (?:MA|MS|MEd)|(?:MA|MS|MEd) (?:in|degree))\b", original):
        had.append("master")  # in capitals alone: "ma" and "ms" are other words
    if not had:
        return _implied(text, asked=asked)
    best = max(had, key=_ORDER.index)
    return _GAC_LEVEL.get(best, best) if GAC.search(text) and not NOT_GAC.search(text) else best


def _matches(text: str) -> Iterator[tuple[Education, re.Match[str]]]:
    """Yield the words for a level of education, without those that are part of longer words for another."""
    found = [(level, match) for level, pattern in TERMS.items() for match in pattern.finditer(text)]
    for level, match in found:
        start, end = match.span()
        if not any(
            other.start() <= start and end <= other.end() and other.span() != (start, end)
            for _, other in found
        ):
            yield level, match


def _had(text: str, match: re.Match[str], level: Education) -> Education:
    before, after = text[: match.start()], text[match.end() :]
    if level == "secondary":
        return level
    if _DENIED.search(before):
        return "secondary"
    if _UNFINISHED.search(before) or _STUDENT.match(after):
        return "bachelor" if level == "master" else "secondary"
    return level


def _implied(text: str, *, asked: bool) -> Education | None:
    """Return what is said without the name of a degree: "college dropout", and "uni" when asked."""
    if _DROPOUT.search(text):
        return "secondary"
    if not asked or _LEFT.search(text):
        return None
    if GAC.search(text) and not NOT_GAC.search(text):
        return "bachelor_gac"
    if UNIVERSITY.search(text):
        return "secondary" if _STILL.search(text) else "bachelor"
    if "associate" in text:
        return "associate"
    return "secondary" if SCHOOL.search(text) else None


def _only_asks(text: str) -> bool:
    """Tell whether a text asks and says nothing of its writer."""
    if _TELLING.search(text):
        return _QUESTION.match(text) is not None and not is_first_person(text) and "without" not in text
    return _QUESTION.match(text) is not None or "?" in text


def _is_asked(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words round a match ask or suppose instead of telling."""
    before = re.split(r"[.;!?]|\bbut\b|\band\b|, ", text[: match.start()])[-1]
    after = text[match.end() :]
    if _OR.search(before) or is_of_another(before) or _only_asks(text):
        return True
    if _OWN.search(before) and not _IF_OWN.search(before):
        return False
    return bool(_ASKED.search(before) or _ASKED_AFTER.match(after))
