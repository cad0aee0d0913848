"""What people say of themselves: which profession they come from."""

from __future__ import annotations

import re

from bot.understanding.context import Context
from bot.understanding.question import Question

_ASKS = re.compile(
    r"\?|\b(?:what|how|which|who|where|when|why|can|could|should|do|does|is|are|will|would)\b", re.IGNORECASE
)
_ONESELF = re.compile(
    r"\b(?:i'?m|i am|i was|i'?ve been|i work(?:ed)?|my (?:job|background|work)"
    r"|ex|former(?:ly)?|as an?|here)\b",
    re.IGNORECASE,
)


_WANTS = re.compile(
    r"\b(?:i (?:really |just )?(?:want|need|hope|plan|wish)|i(?: would|'?d) (?:like|love|rather)"
    r"|i'?m (?:looking|hoping|trying|thinking|planning)) ",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Tell whether a text asks something rather than tells it."""
    return _ASKS.search(text) is not None


def wants(text: str) -> bool:
    """Tell whether somebody says what they want: "i want to leave my pm job" is more than a fact to note."""
    return _WANTS.search(text) is not None


def tells_profession(question: Question, context: Context) -> bool:
    """Tell whether someone says which profession they come from, and asks nothing about that profession.

    "im a site engineer" and "ex navy here" do; "i'm a nurse, what do nurses earn" does only within a talk.
    """
    if question.profession is None or _ONESELF.search(question.text) is None:
        return False
    return context.answered is not None or not asks(question.text)
