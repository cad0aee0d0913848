"""A turn in the database: written whole, found again by the id of its message, deleted with its talk."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa  # type: ignore[import-untyped]
from rasa.shared.core.events import BotUttered, Event, UserUttered

from bot.channels.database import EVENTS, TURNS
from bot.channels.window import parse, rows_after

# More than a turn ever has.
_LONGEST_TURN = 100


def find_answer(
    connection: sa.engine.Connection, conversation: str, message_id: str
) -> list[dict[str, Any]] | None:
    """Return what the bot said to a message, as for ``send_response``; ``None`` when it was not answered."""
    which = sa.and_(TURNS.c.conversation == conversation, TURNS.c.message_id == message_id)
    after = connection.execute(sa.select(TURNS.c.after).where(which)).scalar()
    if after is None:
        return None
    rows = rows_after(connection, conversation, after, _LONGEST_TURN)
    heard = [place for place, row in enumerate(rows) if row.type_name == UserUttered.type_name]
    turn = rows[: heard[1]] if len(heard) > 1 else rows
    return [event.message() for event in parse(turn) if isinstance(event, BotUttered)] or None


def insert_turn(
    connection: sa.engine.Connection,
    conversation: str,
    events: Iterable[Event],
    after: int | None,
    message_id: str,
) -> None:
    """Store the ``events`` of a turn that had read the talk up to the event ``after`` (``None``: all of it).

    Raises ``sqlalchemy.exc.IntegrityError`` when another turn has gone on from there.
    """
    if after is None:
        newest = sa.select(sa.func.max(EVENTS.c.id)).where(EVENTS.c.sender_id == conversation)
        after = connection.execute(newest).scalar() or 0
    if after == 0:
        _clear_traces(connection, conversation)
    same = sa.and_(TURNS.c.conversation == conversation, TURNS.c.message_id == message_id)
    connection.execute(sa.delete(TURNS).where(same))  # its events are deleted, or it would have been found
    turn = {"conversation": conversation, "message_id": message_id, "after": after}
    connection.execute(sa.insert(TURNS).values(turn))
    connection.execute(sa.insert(EVENTS), [_row(conversation, event) for event in events])


def delete_talk(connection: sa.engine.Connection, conversation: str) -> None:
    """Delete all of a conversation."""
    connection.execute(sa.delete(EVENTS).where(EVENTS.c.sender_id == conversation))
    connection.execute(sa.delete(TURNS).where(TURNS.c.conversation == conversation))


def _clear_traces(connection: sa.engine.Connection, conversation: str) -> None:
    """Delete the turns of a talk whose events somebody else has deleted, such as a clean-up of old talks."""
    events = sa.exists().where(EVENTS.c.sender_id == conversation)
    connection.execute(sa.delete(TURNS).where(TURNS.c.conversation == conversation, ~events))


def _row(conversation: str, event: Event) -> dict[str, Any]:
    """Return ``event`` as Rasa's ``SQLTrackerStore.save`` writes it."""
    data = event.as_dict()
    return {
        "sender_id": conversation,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }
