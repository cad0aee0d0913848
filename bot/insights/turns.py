"""Turns of talks as the tracker store keeps them: what was asked, what was answered, how long it took."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from hashlib import sha256
from itertools import groupby
from typing import Any

import sqlalchemy as sa  # type: ignore[import-untyped]

# Rasa's own table (rasa.core.tracker_store.SQLTrackerStore); SQLite and PostgreSQL have it alike.
EVENTS = sa.table(
    "events",
    sa.column("id"),
    sa.column("sender_id"),
    sa.column("type_name"),
    sa.column("timestamp"),
    sa.column("data"),
)
_READ = ("user", "bot", "slot")
# Stands as the answer of a turn that got none.
FAILED = "failed"
# Conversations that are fetched together: some megabytes, in a fraction of a second.
_AT_ONCE = 100


@dataclass(frozen=True)
class Turn:
    """A message and its answer.

    ``event`` names the turn for good, also when rows are numbered anew. ``words`` is None for a pressed
    button. ``answer`` is ``FAILED`` when there was none. ``seconds`` runs from the message to the answer.
    ``guided`` is the guided talk's state after it.
    """

    event: str
    conversation: str
    channel: str
    at: datetime
    words: str | None
    answer: str
    confidence: float
    options: tuple[str, ...]
    seconds: float
    guided: dict[str, Any] | None = None

    @property
    def kind(self) -> str:
        """Return the first part of the answer's id."""
        return self.answer.partition("/")[0]


def read_talks(engine: sa.engine.Engine, ended_by: datetime | None = None) -> Iterator[list[Turn]]:
    """Yield the turns of each conversation in the store, in their order. Raises SQLAlchemy's errors.

    With ``ended_by`` only of those in which nothing happened after it. A store without a table of events has
    no talks.
    """
    if not sa.inspect(engine).has_table("events"):
        return
    with engine.connect() as connection:
        senders = sa.select(EVENTS.c.sender_id).group_by(EVENTS.c.sender_id).order_by(EVENTS.c.sender_id)
        if ended_by is not None:
            senders = senders.having(sa.func.max(EVENTS.c.timestamp) <= ended_by.timestamp())
        conversations = list(connection.execute(senders).scalars())
    for start in range(0, len(conversations), _AT_ONCE):
        yield from _talks_of(engine, conversations[start : start + _AT_ONCE])


def _talks_of(engine: sa.engine.Engine, conversations: list[str]) -> Iterator[list[Turn]]:
    """Yield the turns of each of ``conversations``.

    Everything is fetched before anything is read: SQLite lets nobody write while a query is open, and a turn
    of the service would fail after five seconds.
    """
    query = (
        sa.select(EVENTS.c.sender_id, EVENTS.c.type_name, EVENTS.c.timestamp, EVENTS.c.data)
        .where(EVENTS.c.sender_id.in_(conversations), EVENTS.c.type_name.in_(_READ))
        .order_by(EVENTS.c.sender_id, EVENTS.c.id)
    )
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    for conversation, events in groupby(rows, key=lambda row: str(row[0])):
        reader = _Reader(conversation)
        for _, kind, at, data in events:
            reader.take(kind, at, json.loads(data))
        reader.finish()
        if reader.turns:
            yield reader.turns


class _Reader:
    """Puts the events of one conversation together to turns."""

    def __init__(self, conversation: str) -> None:
        self.turns: list[Turn] = []
        self._conversation = conversation
        self._asked: tuple[float, str, str] | None = None

    def take(self, kind: str, at: float, data: dict[str, Any]) -> None:
        """Take the next event."""
        if kind == "user":
            self.finish()
            self._asked = (at, str(data.get("text") or ""), str(data.get("input_channel") or "web"))
        elif kind == "bot":
            self._answered(at, (data.get("metadata") or {}).get("answer"))
        elif data.get("name") == "context" and self.turns:
            value = data.get("value") or {}
            self.turns[-1] = replace(self.turns[-1], guided=value.get("guided"))

    def finish(self) -> None:
        """Take a message that got no answer as a turn that failed."""
        if self._asked is not None:
            self._answered(self._asked[0], {"id": FAILED, "confidence": 0.0})

    def _answered(self, at: float, answer: Any) -> None:  # noqa: ANN401 - JSON
        if self._asked is None or not isinstance(answer, dict) or "id" not in answer:
            return
        asked_at, text, channel = self._asked
        self._asked = None
        self.turns.append(
            Turn(
                event=sha256(f"{self._conversation}\0{asked_at!r}".encode()).hexdigest()[:32],
                conversation=self._conversation,
                channel=channel,
                at=datetime.fromtimestamp(asked_at, timezone.utc),
                words=None if text.startswith("/") else text,
                answer=str(answer["id"]),
                confidence=float(answer.get("confidence", 1.0)),
                options=tuple(str(option["id"]) for option in answer.get("options") or ()),
                seconds=max(0.0, at - asked_at),
            )
        )
