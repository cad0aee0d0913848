"""What people take back or turn round: "not the SP, the ACP", "no, the other way round"."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId, compare
from bot.understanding.context import Context
from bot.understanding.mention import Mention
from bot.understanding.question import Question

_NEGATED = re.compile(r"\bnot (?:the |a |an )?$")
_REVERSAL = re.compile(r"\b(?:other way(?: a?round)?|vice versa|the reverse|opposite direction)\b")


def taken_back(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions that a text takes back: the SP in "not the SP, the ACP"."""
    lowered = text.lower()
    return tuple(mention for mention in mentions if _NEGATED.search(lowered[: mention.start]))


def corrected_comparison(
    question: Question, spoken: tuple[Mention, ...], context: Context
) -> AnswerId | None:
    """Return the last comparison with the name that is taken back replaced: "not msp, agilepm", else None.

    ``spoken`` are all names in the text, also those taken back; ``question`` has the others.
    """
    last, subjects = context.last_id, question.subjects
    if last is None or last.kind != "compare" or len(subjects) != 1:
        return None
    against = {mention.name for mention in taken_back(question.text, spoken)}
    if not against & set(last.parts):
        return None
    return compare(next(name for name in last.parts if name not in against), subjects[0])


def turned_move(question: Question, context: Context) -> AnswerId | None:
    """Return the last move the other way round when the text asks for that without both ends, else None."""
    last = context.last_id
    both = len(question.subjects) > 1
    if both or last is None or last.kind != "transition" or not _REVERSAL.search(question.text.lower()):
        return None
    return AnswerId("transition", (last.parts[1], last.parts[0]))
