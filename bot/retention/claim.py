"""Who does a job that is to be done once a day by one of several servers."""

from __future__ import annotations

import time

import sqlalchemy as sa  # type: ignore[import-untyped]

# A little less than a day, so that a job does not move through the day.
EVERY_SECONDS = 23 * 3600.0

TABLE = sa.Table(
    "jobs",
    sa.MetaData(),
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("began", sa.Float, nullable=False),
)


def claim(engine: sa.engine.Engine, name: str, now: float | None = None) -> bool:
    """Tell whether the job ``name`` is due and this process is the one that does it; ``now`` in seconds.

    Of several that ask at once, one is told so. A job that began in the future (somebody set the clock back)
    is due.
    """
    now = time.time() if now is None else now
    _make(engine, name)
    due = sa.or_(TABLE.c.began <= now - EVERY_SECONDS, TABLE.c.began > now)
    with engine.begin() as connection:
        mine = sa.update(TABLE).where(TABLE.c.name == name, due).values(began=now)
        return bool(connection.execute(mine).rowcount == 1)


def _make(engine: sa.engine.Engine, name: str) -> None:
    """Make the table and the row of the job; another process may do so in this very moment."""
    try:
        TABLE.create(engine, checkfirst=True)
    except sa.exc.DBAPIError:
        TABLE.create(engine, checkfirst=True)
    try:
        with engine.begin() as connection:
            if connection.execute(sa.select(TABLE.c.name).where(TABLE.c.name == name)).first() is None:
                connection.execute(sa.insert(TABLE).values(name=name, began=0.0))
    except sa.exc.IntegrityError:
        return
