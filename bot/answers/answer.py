"""A reply as data, free of any channel."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class SourceLine:
    """A source as it stands under an answer.

    Dates are ISO: ``as_of`` is what the page states or, when it carries no date, the day on which it was
    read (``checked_on``).
    """

    title: str
    publisher: str
    url: str
    as_of: str
    checked_on: str


@dataclass(frozen=True)
class Choice:
    """An answer that a button leads to."""

    title: str
    id: str


@dataclass(frozen=True)
class Grid:
    """A small table."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Answer:
    """A reply.

    ``text`` answers in its first sentence; ``more`` is what "tell me more" says; ``options`` are the readings
    to choose from when the assistant asks back; ``confidence`` runs from 0 to 1.
    """

    id: str
    text: str
    more: str | None = None
    table: Grid | None = None
    picture: str | None = None
    sources: tuple[SourceLine, ...] = ()
    follow_ups: tuple[Choice, ...] = ()
    options: tuple[Choice, ...] = ()
    confidence: float = 1.0

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data, as it travels to the channels."""
        return asdict(self)
