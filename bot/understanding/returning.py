"""Messages that go back to something earlier in the talk: "back to the pmp", "that move again"."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId, compare
from bot.understanding.context import Context
from bot.understanding.question import Question

_RETURN = re.compile(
    r"\b(?:back to|return(?:ing)? to|again about|about (?:the|that) .{3,40} again|earlier you)\b"
)
_THOSE_TWO = re.compile(r"\b(?:those|these|the) (?:two|both)\b|\bthe comparison\b")
_THE_MOVE = re.compile(r"\b(?:that|the) (?:move|switch|change|step|transition|jump|path|way)\b")

_ASPECTS = {
    "salary": "pay|salar(?:y|ies)|wages?|money|earnings",
    "cost": "costs?|prices?|fees?",
    "exam": "exams?|tests?",
    "eligibility": "requirements?|rules",
    "renewal": "renewals?|renewing",
    "skills": "skills?",
    "duties": "duties|tasks",
    "outlook": "outlook|future",
}


def is_return(text: str) -> bool:
    """Tell whether the text goes back to an earlier subject: "back to the pmp"."""
    return _RETURN.search(text.lower()) is not None


def aspect_returned_to(text: str) -> str | None:
    """Return what a text goes back to ask of another subject: "back to pay, and for a product owner?"."""
    lowered = text.lower()
    return next(
        (
            aspect
            for aspect, words in _ASPECTS.items()
            if re.search(rf"\bback to (?:the )?(?:{words})\b", lowered)
        ),
        None,
    )


def returned_to(question: Question, context: Context) -> AnswerId | None:
    """Return the earlier comparison or move that a text goes back to without naming it, else None."""
    lowered = question.text.lower()
    if not is_return(lowered):
        return None
    if _THOSE_TWO.search(lowered):
        last = context.last_of("compare")
        return compare(*last.parts) if last else None
    move = context.last_of("transition") if _THE_MOVE.search(lowered) else None
    return move if move is not None and set(question.subjects) <= set(move.parts) else None
