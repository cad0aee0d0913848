"""Levels of one certificate: "and practitioner?" after the exam of PRINCE2 Foundation."""

from __future__ import annotations

import re

from bot.understanding.context import Context
from bot.understanding.question import Question
from bot.understanding.small_words import WITHOUT_ASPECT

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LEVELS = frozenset(
    ("foundation", "practitioner", "practioner", "intermediate", "advanced", "level", "levels")
)  # fmt: skip
_BESIDE = frozenset(
    ("1", "2", "3", "ii", "iii", "b", "c", "d", "basic", "expert", "higher", "lower", "next", "top")
)


def only_a_level(question: Question, context: Context) -> bool:
    """Tell whether a text names a level and nothing else in a talk about a certificate.

    All levels of a certificate are one entry.
    """
    last = context.last_id
    if last is None or last.kind != "credential" or question.subjects:
        return False
    words = {word.casefold() for word in _WORD.findall(question.text)}
    return bool(words & _LEVELS) and words <= _LEVELS | _BESIDE | WITHOUT_ASPECT
