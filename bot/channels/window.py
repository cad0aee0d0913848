"""The part of a talk that a turn needs: its newest events, and the slots as they were before them.

Rasa reads, replays and sends to the action server all events since the session began, at each turn: the
hundredth turn costs ten times the first. Our action needs the slot, the latest message and who speaks; the
policies need the last turn. So the tracker begins a few turns ago, with what a new session would bring along.
The other events stay in the store.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa  # type: ignore[import-untyped]
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME, DEFAULT_SLOT_NAMES
from rasa.shared.core.events import (
    ActionExecuted,
    AllSlotsReset,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.slots import Slot

from bot.channels.database import EVENTS

# A turn is five events. Somebody in the terminal can take back (/back) as far as these reach.
WINDOW = 20
_CLEARING = (Restarted.type_name, AllSlotsReset.type_name)

# Made once: a statement that is made anew costs more than what the database does for it.
_OF_TALK = EVENTS.c.sender_id == sa.bindparam("conversation")
_EARLIER = EVENTS.c.id < sa.bindparam("before")
_ROWS = sa.select(EVENTS.c.id, EVENTS.c.type_name, EVENTS.c.data).where(_OF_TALK)
_AFTER = _ROWS.where(EVENTS.c.id > sa.bindparam("after")).order_by(EVENTS.c.id).limit(sa.bindparam("count"))
_SET_OR_CLEARED = sa.or_(
    sa.and_(EVENTS.c.type_name == SlotSet.type_name, EVENTS.c.action_name == sa.bindparam("name")),
    EVENTS.c.type_name.in_(_CLEARING),
)
_SET = _ROWS.where(_SET_OR_CLEARED).order_by(EVENTS.c.id.desc()).limit(1)
_SET_BEFORE = _SET.where(_EARLIER)


class Row(NamedTuple):
    """A stored event: its number in the store, its type and its content as JSON."""

    id: int
    type_name: str
    data: str


class Window(NamedTuple):
    """The newest events of a talk; ``newest`` is the number of the last one, 0 for a talk without any."""

    events: list[Event]
    newest: int


def read_window(connection: sa.engine.Connection, conversation: str, slots: Iterable[Slot]) -> Window:
    """Return the window of ``conversation``; what it costs does not depend on how long the talk is."""
    rows = newest_rows(connection, conversation, WINDOW)
    begin, cut_off = _beginning(rows)
    shown = rows[begin:]
    before = _brought_along(connection, conversation, shown[0].id, slots) if cut_off else []
    return Window([*before, *parse(shown)], shown[-1].id if shown else 0)


def newest_rows(
    connection: sa.engine.Connection,
    conversation: str,
    count: int | None = None,
    kinds: Sequence[str] = (),
    before: int | None = None,
) -> list[Row]:
    """Return the newest ``count`` events (all if ``None``), oldest first.

    ``kinds`` are the types that count, all when there are none; ``before`` is the number of the event before
    which to look.
    """
    wanted = {"count": count, "kinds": list(kinds) or None, "before": before}
    given = {name: value for name, value in wanted.items() if value is not None}
    found = connection.execute(_newest(frozenset(given)), {"conversation": conversation, **given}).all()
    return [Row(*row) for row in reversed(found)]


@lru_cache
def _newest(given: frozenset[str]) -> sa.sql.Select:
    """Return the statement for the newest rows of a talk, with what is ``given`` as its parameters."""
    query = _ROWS.order_by(EVENTS.c.id.desc())
    if "kinds" in given:
        query = query.where(EVENTS.c.type_name.in_(sa.bindparam("kinds", expanding=True)))
    if "before" in given:
        query = query.where(_EARLIER)
    return query.limit(sa.bindparam("count")) if "count" in given else query


def rows_after(connection: sa.engine.Connection, conversation: str, after: int, count: int) -> list[Row]:
    """Return the first ``count`` events after the one with the number ``after``."""
    given = {"conversation": conversation, "after": after, "count": count}
    return [Row(*row) for row in connection.execute(_AFTER, given)]


def parse(rows: Iterable[Row]) -> list[Event]:
    """Return the events that are stored in ``rows``."""
    return list(deserialise_events([json.loads(row.data) for row in rows]))


def slot_before(
    connection: sa.engine.Connection, conversation: str, before: int | None, name: str
) -> dict[str, Any] | None:
    """Return how the slot ``name`` was set last, as data; ``None`` if it never was or was cleared since."""
    given: dict[str, object] = {"conversation": conversation, "name": name}
    query = _SET
    if before is not None:
        given["before"], query = before, _SET_BEFORE
    found = connection.execute(query, given).first()
    return json.loads(found.data) if found and found.type_name == SlotSet.type_name else None


def _beginning(rows: list[Row]) -> tuple[int, bool]:
    """Return where the window begins, and whether what was before it must be brought along."""
    sessions = [place for place, row in enumerate(rows) if row.type_name == SessionStarted.type_name]
    if sessions:
        return sessions[-1], False  # Rasa has brought the slots along
    if len(rows) < WINDOW:
        return 0, False
    heard = (place for place, row in enumerate(rows) if row.type_name == UserUttered.type_name)
    return next(heard, 0), True


def _brought_along(
    connection: sa.engine.Connection, conversation: str, before: int, slots: Iterable[Slot]
) -> list[Event]:
    names = [slot.name for slot in slots if slot.name not in DEFAULT_SLOT_NAMES]
    found = [slot_before(connection, conversation, before, name) for name in names]
    return [
        ActionExecuted(ACTION_SESSION_START_NAME),
        SessionStarted(),
        *(SlotSet(data["name"], data["value"]) for data in found if data),
        ActionExecuted(ACTION_LISTEN_NAME),
    ]
