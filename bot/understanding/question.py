"""What goes into understanding and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer_id import AnswerId
from bot.understanding.mention import Mention


@dataclass(frozen=True)
class Question:
    """One message of a person, as the channel and the classifier saw it.

    ``intents`` is the ranking, best first, with calibrated confidences: one real question in twenty falls
    below 0.5. ``pressed`` is the answer id of a pressed button, if one was pressed. ``clauses`` are the parts
    of a message that asks more than one thing, each read by itself.
    """

    text: str
    intents: tuple[tuple[str, float], ...] = ()
    mentions: tuple[Mention, ...] = ()
    pressed: str | None = None
    clauses: tuple[Question, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Return the roles and credentials named, each once, in order."""
        return tuple(dict.fromkeys(m.name for m in self.mentions if m.kind != "profession"))

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the roles named, each once, in order."""
        return tuple(dict.fromkeys(m.name for m in self.mentions if m.kind == "role"))

    @property
    def profession(self) -> str | None:
        """Return the first profession named, if any."""
        return next((m.name for m in self.mentions if m.kind == "profession"), None)

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Return where in the text the names stand."""
        return tuple((mention.start, mention.end) for mention in self.mentions)

    def named(self, direction: str) -> str | None:
        """Return the first role with this direction, ``from`` or ``to``."""
        return next((m.name for m in self.mentions if m.kind == "role" and m.direction == direction), None)


@dataclass(frozen=True)
class Resolution:
    """Which answer a question gets.

    ``confidence`` runs from 0 to 1. ``options`` are the answers to choose from when ``id`` is ``clarify``,
    else other readings of an unsure question.
    ``angle`` is what a comparison was asked for, ``profession`` where a person from outside comes from,
    ``more`` whether the longer text was asked for, ``aspect`` what to keep for "and X?", ``urgent`` whether
    someone may be in danger, ``named`` the roles and credentials that were named, ``others`` what the message
    asked besides, ``language`` in which language to reply (ISO 639-1) if not in English. ``reason`` says in a
    few words why this answer was chosen.
    """

    id: AnswerId
    confidence: float
    reason: str
    options: tuple[AnswerId, ...] = ()
    angle: str | None = None
    profession: str | None = None
    more: bool = False
    aspect: str | None = None
    urgent: bool = False
    named: tuple[str, ...] = ()
    others: tuple[AnswerId, ...] = ()
    language: str | None = None
