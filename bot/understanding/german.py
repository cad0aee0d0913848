"""The two questions on the PMO that German readers ask most: what it stands for, and what it is good for.

The answers are in English, as all are; whoever can read the name of the thing can read that.
"""

from __future__ import annotations

import re

from bot.answer_id import AnswerId

_OFFICE = r"\b(?:pmos?|project management office|projektmanagement-?\s?(?:office|büro)|projektbüro)\b"
_MEANS = r"\b(?:bedeutet|bedeutung|heißt|heisst|steht|abkürzung|definition)\b"
_SERVES = r"\b(?:nutzen|nutzt|nützt|bringt|vorteile?|wozu|mehrwert|braucht?|brauchen|lohnt|sinn)\b"
_WHAT_IS = re.compile(rf"^\W*was (?:ist|macht|sind)(?: \w+){{0,3}} {_OFFICE}\W*(?:\w+\W*)?$")


def _beside(words: str) -> re.Pattern[str]:
    return re.compile(rf"{words}.*{_OFFICE}|{_OFFICE}.*{words}")


_ANSWERS = (
    (_beside(_SERVES), "pmo_value"),
    (_beside(_MEANS), "pmo_definition"),
    (_WHAT_IS, "pmo_definition"),
)


def of_the_office(text: str) -> AnswerId | None:
    """Return the topic that a German question on the PMO asks, else None."""
    lowered = text.lower()
    return next((AnswerId("topic", (name,)) for asks, name in _ANSWERS if asks.search(lowered)), None)
