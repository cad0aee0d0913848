"""The parts of a message that asks more than one thing.

"what does a PMO analyst earn and do i need a degree for it" is two questions. Each part is classified by
itself besides the whole, so that the one that was not answered can be offered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ASKS = r"what|how|do|does|did|is|are|can|could|should|which|who|where|when|will|would|any|whats|am"
_BREAK = re.compile(
    rf"[?!;]+\s+|\.\s+(?=[^\W\d_])|\s*,?\s+(?:and|also|plus|n)\s+(?:also\s+)?(?=(?:{_ASKS})\b)"
    rf"|,\s*(?=(?:{_ASKS})\b)|\balso,?\s+(?=(?:{_ASKS})\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2
MOST = 4


@dataclass(frozen=True)
class Clause:
    """A part of a message: its text, and where in the message it stands."""

    text: str
    start: int
    end: int


def clauses(text: str) -> list[Clause]:
    """Return the last parts of ``text``, four at most, from left to right; none when it is a single one."""
    found, position = [], 0
    for match in (*_BREAK.finditer(text), None):
        end = match.start() if match else len(text)
        if len(text[position:end].split()) >= _FEWEST_WORDS:
            found.append(Clause(text[position:end], position, end))
        position = match.end() if match else end
    return found[-MOST:] if len(found) > 1 else []


_QUESTION = re.compile(rf"\?|^\W*(?:(?:so|and|but|now|ok|well)\W+)?(?:{_ASKS}|why)\b", re.IGNORECASE)
_LONG_ENOUGH = 5


def question_at_the_end(parts: Sequence[Clause]) -> bool:
    """Tell whether a message tells something first and asks last, in words enough to be read alone."""
    asking = [_QUESTION.search(part.text) is not None for part in parts]
    return bool(parts) and asking[-1] and not any(asking[:-1]) and len(parts[-1].text.split()) >= _LONG_ENOUGH


def questions_only(parts: Sequence[Clause]) -> bool:
    """Tell whether a message has several parts and each of them asks."""
    return bool(parts) and all(_QUESTION.search(part.text) for part in parts)


_TAKEN_BACK = re.compile(
    r"^\W*(?:(?:no|nope|sorry|wait|i (?:mean|meant|said))\W+)*not (?:the |a |an |about )?"
    r"(?:[\w-]+ ?){1,3}[,;:] *(?:but )?(?=\w)",
    re.IGNORECASE,
)


# Who asks changes nothing about what a job is: "58 years old here. what does a planner do?"
_WHO_ASKS = re.compile(r"^\W*(?:i'?m |i am )?\d{2} (?:years?|yrs?) old here\W+(?=\w)", re.IGNORECASE)


def start_of_question(text: str) -> int:
    """Return where the question begins.

    Of "not the cost, the exam" only what comes after the comma counts, and an age in front does not.
    """
    match = _TAKEN_BACK.match(text) or _WHO_ASKS.match(text)
    return match.end() if match else 0
