"""Moves the conversations of a database to times of one month, as if they had been held then."""

from __future__ import annotations

import json
import random
from calendar import monthrange
from datetime import datetime, timedelta, timezone

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.insights.turns import EVENTS

_FEEDBACK = sa.table("feedback", sa.column("id"), sa.column("at"), sa.column("conversation"))
# How many talks begin on each day of the week, Monday first, and in each hour (UTC), beside one another.
_DAYS = (10, 11, 10, 9, 8, 4, 5)
_HOURS = (1, 1, 1, 1, 1, 2, 4, 7, 10, 11, 10, 9, 11, 10, 9, 9, 8, 8, 9, 10, 9, 6, 4, 2)


def spread(url: str, month: str, dice: random.Random) -> None:
    """Give each conversation a beginning in ``month`` ("2026-11") and move its events and votes."""
    engine = sa.create_engine(url, future=True)
    starts = sa.select(EVENTS.c.sender_id, sa.func.min(EVENTS.c.timestamp)).group_by(EVENTS.c.sender_id)
    with engine.begin() as connection:
        for conversation, first in connection.execute(starts.order_by(EVENTS.c.sender_id)).all():
            _move(connection, conversation, _moment(month, dice).timestamp() - first)


def _moment(month: str, dice: random.Random) -> datetime:
    year, number = map(int, month.split("-"))
    days = [
        datetime(year, number, day + 1, tzinfo=timezone.utc) for day in range(monthrange(year, number)[1])
    ]
    (day,) = dice.choices(days, [_DAYS[day.weekday()] for day in days])
    (hour,) = dice.choices(range(24), _HOURS)
    return day + timedelta(hours=hour, seconds=dice.uniform(0, 3600))


def _move(connection: sa.engine.Connection, conversation: str, seconds: float) -> None:
    mine = EVENTS.c.sender_id == conversation
    rows = connection.execute(sa.select(EVENTS.c.id, EVENTS.c.timestamp, EVENTS.c.data).where(mine)).all()
    for number, at, data in rows:
        moved = json.dumps({**json.loads(data), "timestamp": at + seconds})
        values = {"timestamp": at + seconds, "data": moved}
        connection.execute(sa.update(EVENTS).where(EVENTS.c.id == number).values(values))
    at = sa.type_coerce(_FEEDBACK.c.at, sa.DateTime)
    votes = sa.select(_FEEDBACK.c.id, at).where(_FEEDBACK.c.conversation == conversation)
    for number, when in connection.execute(votes).all():
        moved_to = sa.bindparam("at", when + timedelta(seconds=seconds), type_=sa.DateTime)
        connection.execute(sa.update(_FEEDBACK).where(_FEEDBACK.c.id == number).values(at=moved_to))
