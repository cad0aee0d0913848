"""The database of the conversations: how it is opened, and the tables that Rasa does not make.

The same file or server also holds feedback, saved talks and Slack's inbox, which open it by themselves.
"""

from __future__ import annotations

import os
import time
from typing import Any

import sqlalchemy as sa  # type: ignore[import-untyped]
from rasa.core.tracker_store import SQLTrackerStore

EVENTS = SQLTrackerStore.SQLEvent.__table__
# Rasa's index on the conversation alone would sort all its events for the newest few.
_NEWEST = sa.Index("ix_events_sender_id_id", EVENTS.c.sender_id, EVENTS.c.id)

_METADATA = sa.MetaData()
# One row a stored turn. ``after`` is the newest event (its id, 0 for none) that the turn had read: a talk
# goes on from one place once only, so of two turns that did not know of each other one is refused.
TURNS = sa.Table(
    "turns",
    _METADATA,
    sa.Column("conversation", sa.String(255), primary_key=True),
    sa.Column("message_id", sa.String(100), primary_key=True),
    sa.Column("after", sa.Integer, nullable=False),
    sa.UniqueConstraint("conversation", "after", name="uq_turns_after"),
)

_POSTGRES = "postgresql"
# Seconds after which a database that does not answer counts as down; a person waits no longer than that.
_PATIENCE = 5
_PAUSE = 0.05


def is_postgres(url: str) -> bool:
    """Tell whether ``url`` is that of a PostgreSQL database."""
    return str(sa.engine.make_url(url).get_backend_name()) == _POSTGRES


def open_database(url: str, **options: Any) -> sa.engine.Engine:  # noqa: ANN401 - SQLAlchemy's own
    """Return the engine of the database at ``url``, not connected yet; SQLAlchemy gets the ``options``."""
    if is_postgres(url):
        connecting = {
            "connect_timeout": _PATIENCE,
            "tcp_user_timeout": 1000 * _PATIENCE,
            "options": f"-c statement_timeout={1000 * _PATIENCE}",
        }
        # A server that was started again has dropped the pool's connections: try each before it is used.
        pool = {"pool_pre_ping": True, "pool_timeout": _PATIENCE, "max_overflow": 10}
        size = int(os.environ.get("SQL_POOL_SIZE", "10"))
        return sa.create_engine(
            url, **{"future": True, "connect_args": connecting, "pool_size": size, **pool, **options}
        )
    engine = sa.create_engine(
        url,
        future=True,
        poolclass=sa.pool.QueuePool if sa.engine.make_url(url).database else None,
        connect_args={"check_same_thread": False, "timeout": _PATIENCE},
    )
    sa.event.listen(engine, "connect", _set_up_sqlite)
    return engine


# Each try that fails finds one more table made.
_TRIES = 5


def make_tables(engine: sa.engine.Engine, tries: int = _TRIES) -> None:
    """Make the tables and the index that are not there yet. This blocks, and raises SQLAlchemy's errors.

    Another server may make one of them in the same moment: then it is tried again, ``tries`` times in all.
    """
    if engine.dialect.name == "sqlite":
        _let_readers_in(engine)
    try:
        _make(engine)
    except sa.exc.DBAPIError:
        if tries == 1:
            raise
        make_tables(engine, tries - 1)


def _make(engine: sa.engine.Engine) -> None:
    with engine.begin() as connection:
        if engine.dialect.name == _POSTGRES:  # the index of a large table takes its time
            connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
        SQLTrackerStore.Base.metadata.create_all(connection)
        _METADATA.create_all(connection)
        _NEWEST.create(connection, checkfirst=True)


def _set_up_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the database's own kind
    """Let each commit wait for the disk: an answer that was given is in the talk after a power cut too.

    NORMAL would spare one wait a turn and could lose the last turns.
    """
    connection.execute("PRAGMA synchronous = FULL")


def _let_readers_in(engine: sa.engine.Engine) -> None:
    """Let readers and one writer of an SQLite file work at once (WAL); the file keeps that.

    SQLite changes it only while nobody else has the file open, and does not wait for that by itself.
    """
    deadline = time.monotonic() + _PATIENCE
    while not _lets_readers_in(engine, last=time.monotonic() > deadline):
        time.sleep(_PAUSE)


def _lets_readers_in(engine: sa.engine.Engine, *, last: bool) -> bool:
    """Try it, and tell whether it worked; at the ``last`` time, raise why not."""
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    except sa.exc.OperationalError:
        if last:
            raise
        return False
    return True
