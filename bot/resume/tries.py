"""Counts wrong tries, so that codes cannot be found by trying."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

import sqlalchemy as sa  # type: ignore[import-untyped]

WINDOW = timedelta(minutes=15)
MOST_OF_ONE = 5
MOST_OF_ALL = 50

METADATA = sa.MetaData()
# ``asker`` is a digest: the table does not tell whose tries they were.
TABLE = sa.Table(
    "resume_tries",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False, index=True),
    sa.Column("asker", sa.String(64), nullable=False, index=True),
)


class TooManyTries(Exception):  # noqa: N818 - says what happened, as TimeoutError's subclasses do
    """There were too many wrong tries; after ``minutes``, rounded up, another one is allowed."""

    def __init__(self, minutes: int) -> None:
        super().__init__(f"too many wrong codes; the next try is possible in {minutes} min")
        self.minutes = minutes


def begin(engine: sa.engine.Engine, asker: str, now: datetime) -> int:
    """Count a try of ``asker`` as a wrong one, before it is looked at, and return its number.

    It is committed at once, so that tries at the same moment see each other and no more than the limits get
    through. Raises :class:`TooManyTries`; a refused try is not counted, so that waiting always helps.
    """
    with engine.begin() as connection:
        connection.execute(sa.delete(TABLE).where(TABLE.c.at <= now - WINDOW))
        row = connection.execute(sa.insert(TABLE).values(at=now, asker=asker))
    number = int(row.inserted_primary_key[0])
    with engine.begin() as connection:
        minutes = max(
            _wait(connection, TABLE.c.asker == asker, MOST_OF_ONE, now),
            _wait(connection, sa.true(), MOST_OF_ALL, now),
        )
    if minutes:
        forgive(engine, number)
        raise TooManyTries(minutes)
    return number


def forgive(engine: sa.engine.Engine, number: int) -> None:
    """Take back a try that was not a wrong one."""
    with engine.begin() as connection:
        connection.execute(sa.delete(TABLE).where(TABLE.c.id == number))


def _wait(connection: sa.engine.Connection, whose: sa.sql.ColumnElement, most: int, now: datetime) -> int:
    """Return for how many minutes no more tries are allowed, 0 when this one is.

    Tries of the future are from before the clock was set back: they would count for far too long.
    """
    mine = sa.select(TABLE.c.at).where(whose, TABLE.c.at <= now).order_by(TABLE.c.at.desc()).limit(most + 1)
    times = connection.execute(mine).scalars().all()
    if len(times) <= most:
        return 0
    left: timedelta = times[-1] + WINDOW - now
    return max(1, ceil(left / timedelta(minutes=1)))
