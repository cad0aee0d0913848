"""One turn of a guided talk: what is said, and where the talk stands after it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer
from bot.guided.state import Guided
from bot.profile.person import Person
from bot.understanding.context import Context


@dataclass(frozen=True)
class Turn:
    """A reply with the person and the state after it.

    ``topic`` are the subjects that the talk is now about. ``context`` replaces the context of the talk when a
    saved one is taken up, or when all is forgotten.
    """

    answer: Answer
    person: Person
    guided: Guided | None
    topic: tuple[str, ...] = ()
    context: Context | None = None


def joined(before: str, text: str) -> str:
    """Return ``text`` with the paragraph ``before`` it, when there is one."""
    return f"{before}\n\n{text}" if before else text
