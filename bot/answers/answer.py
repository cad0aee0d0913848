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
    """An answer that a button leads to. With ``say`` it says these words in the guided talk ``id``."""

    title: str
    id: str
    say: str | None = None


@dataclass(frozen=True)
class Grid:
    """A small table."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture under an answer: addresses below our origin for light and dark pages, and the same in words.

    ``alt`` is what a screen reader says, ``text`` a small drawing for a terminal.
    """

    url: str
    dark_url: str
    alt: str
    text: str


@dataclass(frozen=True)
class Download:
    """A file to take along, at an address below our origin."""

    title: str
    url: str


@dataclass(frozen=True)
class Answer:
    """A reply.

    ``text`` answers in its first sentence; ``more`` is what "tell me more" says; ``options`` are the readings
    to choose from when the assistant asks back, and what else was perhaps meant when it answers unsure;
    ``confidence`` runs from 0 to 1. With ``forget`` the channel deletes the conversation after this reply.
    """

    id: str
    text: str
    more: str | None = None
    table: Grid | None = None
    picture: Picture | None = None
    downloads: tuple[Download, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    follow_ups: tuple[Choice, ...] = ()
    options: tuple[Choice, ...] = ()
    confidence: float = 1.0
    forget: bool = False

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return all that the reply offers, each once, in the order of its buttons."""
        return tuple(dict.fromkeys((*self.follow_ups, *self.options)))

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data, as it travels to the channels."""
        return asdict(self)
