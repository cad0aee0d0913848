"""All that is kept of one conversation, in every table: to be handed over, or deleted."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, NamedTuple

import sqlalchemy as sa  # type: ignore[import-untyped]


class _Place(NamedTuple):
    """A table that holds something of conversations; ``digested`` if it has their SHA-256."""

    table: str
    column: str
    digested: bool = False


# The tracker store's, then ours: bot/channels/feedback.py, queue.py, bot/channels/slack/people.py, and
# bot/resume/codes.py. A test looks through the database's tables whether one is missing here.
PLACES = (
    _Place("events", "sender_id"),
    _Place("feedback", "conversation"),
    _Place("unanswered", "conversation"),
    _Place("slack_talks", "conversation"),
    _Place("resume_codes", "owner", digested=True),
)
_JSON = ("data", "snapshot")
# What tells nothing of the person: the code itself is not kept either.
_LEFT_OUT = ("digest", "owner")


def export(engine: sa.engine.Engine, conversation: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of ``conversation`` by table; tables without any are left out."""
    found = {}
    with engine.connect() as connection:
        for place in _there(engine):
            query = (
                sa.select(sa.text("*")).select_from(sa.table(place.table)).where(_mine(place, conversation))
            )
            rows = [_plain(dict(row)) for row in connection.execute(query).mappings()]
            if rows:
                found[place.table] = rows
    return found


def forget(engine: sa.engine.Engine, conversation: str) -> dict[str, int]:
    """Delete the rows of ``conversation``, all or none; return how many there were by table."""
    gone = {}
    with engine.begin() as connection:
        for place in _there(engine):
            of = sa.table(place.table, sa.column(place.column))
            gone[place.table] = connection.execute(sa.delete(of).where(_mine(place, conversation))).rowcount
    return {table: number for table, number in gone.items() if number}


def _there(engine: sa.engine.Engine) -> list[_Place]:
    tables = set(sa.inspect(engine).get_table_names())
    return [place for place in PLACES if place.table in tables]


def _mine(place: _Place, conversation: str) -> sa.sql.ColumnElement:
    value = sha256(conversation.encode()).hexdigest() if place.digested else conversation
    return sa.column(place.column) == value


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with JSON read, and without what only the database needs."""
    return {
        name: json.loads(value) if name in _JSON and isinstance(value, str) else value
        for name, value in row.items()
        if name not in _LEFT_OUT
    }
