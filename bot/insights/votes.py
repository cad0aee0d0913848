"""Thumbs on answers as the feedback table keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

import sqlalchemy as sa  # type: ignore[import-untyped]

FEEDBACK = sa.table(
    "feedback",
    *map(sa.column, ("at", "channel", "conversation", "answer", "vote", "reason")),
)


@dataclass(frozen=True)
class Vote:
    """A thumb ``up`` or ``down`` on ``answer``; ``conversation`` is None once the talk was forgotten."""

    at: datetime
    conversation: str | None
    answer: str
    up: bool
    reason: str | None


def read_votes(engine: sa.engine.Engine) -> list[Vote]:
    """Return all votes, oldest first; none when nobody ever voted. Raises SQLAlchemy's errors."""
    if not sa.inspect(engine).has_table("feedback"):
        return []
    # A typed column, since SQLite keeps times as text.
    at = sa.type_coerce(FEEDBACK.c.at, sa.DateTime)
    columns = (at, FEEDBACK.c.conversation, FEEDBACK.c.answer, FEEDBACK.c.vote, FEEDBACK.c.reason)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(*columns).order_by(FEEDBACK.c.at)).all()
    return [
        Vote(at.replace(tzinfo=timezone.utc), conversation, answer, vote == "up", reason)
        for at, conversation, answer, vote, reason in rows
    ]
