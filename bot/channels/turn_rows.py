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

# Made once, as in bot/channels/window.py.
_OF_TALK = TURNS.c.conversation == sa.bindparam("talk")
_SAME = sa.and_(_OF_TALK, TURNS.c.message_id == sa.bindparam("message"))
_ASKED_AFTER = sa.select(TURNS.c.after).where(_SAME)
_FORGET_SAME = sa.delete(TURNS).where(_SAME)
_NEWEST = sa.select(sa.func.max(EVENTS.c.id)).where(EVENTS.c.sender_id == sa.bindparam("talk"))
_INSERT_TURN = sa.insert(TURNS)
_INSERT_EVENTS = sa.insert(EVENTS)


def find_answer(
    connection: sa.engine.Connection, conversation: str, message_id: str
) -> list[dict[str, Any]] | None:
    """Return what the bot said to a message, as for ``send_response``; ``None`` when it was not answered."""
    after = connection.execute(_ASKED_AFTER, {"talk": conversation, "message": message_id}).scalar()
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
        after = connection.execute(_NEWEST, {"talk": conversation}).scalar() or 0
    if after == 0:
        _clear_traces(connection, conversation)
    # Its events are deleted, or it would have been found.
    connection.execute(_FORGET_SAME, {"talk": conversation, "message": message_id})
    turn = {"conversation": conversation, "message_id": message_id, "after": after}
    connection.execute(_INSERT_TURN, turn)
    connection.execute(_INSERT_EVENTS, [_row(conversation, event) for event in events])


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
