"""The inbox in the database that keeps the conversations."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.channels.slack.inbox import KEPT_SECONDS, LEASE_SECONDS, MOST_TRIES, Entry
from bot.tables import make_tables

_METADATA = sa.MetaData()
SEEN = sa.Table(
    "slack_seen",
    _METADATA,
    sa.Column("key", sa.String(200), primary_key=True),
    sa.Column("at", sa.Float, nullable=False, index=True),
)
OPEN = sa.Table(
    "slack_inbox",
    _METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("leased_until", sa.Float, nullable=False, index=True),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)


class SqlInbox:
    """The :class:`~bot.channels.slack.inbox.Inbox` in the database at ``url``; ``clock`` returns seconds.

    A thread works with the database, one at a time, so that the server goes on meanwhile.
    """

    def __init__(self, url: str, clock: Callable[[], float] = time.time) -> None:
        self._engine = sa.create_engine(url, future=True, pool_pre_ping=True)
        self._clock = clock
        self._one_at_a_time = Lock()
        if self._engine.dialect.name == "sqlite":
            sa.event.listen(self._engine, "connect", _spare_the_disk)
        make_tables(self._engine, _METADATA)

    async def claim(self, keys: Sequence[str], body: str) -> str | None:
        """Put ``body`` in and return its id; None when one of ``keys`` was claimed before."""
        return await asyncio.to_thread(self._claim, keys, body)

    async def seen(self, keys: Sequence[str]) -> bool:
        """Claim ``keys`` without an entry; tell whether one of them was claimed before."""
        return await asyncio.to_thread(self._claim, keys, None) is None

    async def renew(self, ids: Sequence[str]) -> None:
        """Prolong the leases of ``ids``."""
        until = self._clock() + LEASE_SECONDS
        await asyncio.to_thread(
            self._run, sa.update(OPEN).where(OPEN.c.id.in_(ids)).values(leased_until=until)
        )

    async def done(self, entry: str) -> None:
        """Take an entry out; its keys stay for a day."""
        await asyncio.to_thread(self._run, sa.delete(OPEN).where(OPEN.c.id == entry))

    async def abandoned(self) -> list[Entry]:
        """Take over the entries whose leases have run out, oldest first."""
        return await asyncio.to_thread(self._take_over)

    async def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def _claim(self, keys: Sequence[str], body: str | None) -> str | None:
        entry, now = uuid.uuid4().hex, self._clock()
        try:
            with self._one_at_a_time, self._engine.begin() as connection:
                connection.execute(sa.insert(SEEN), [{"key": key, "at": now} for key in keys])
                if body is not None:
                    row = {
                        "id": entry,
                        "at": now,
                        "leased_until": now + LEASE_SECONDS,
                        "tries": 1,
                        "body": body,
                    }
                    connection.execute(sa.insert(OPEN).values(row))
        except sa.exc.IntegrityError:
            return None
        return entry

    def _take_over(self) -> list[Entry]:
        now = self._clock()
        due = OPEN.c.leased_until <= now
        with self._one_at_a_time, self._engine.begin() as connection:
            connection.execute(sa.delete(SEEN).where(SEEN.c.at <= now - KEPT_SECONDS))
            connection.execute(sa.delete(OPEN).where(due, OPEN.c.tries >= MOST_TRIES))
            rows = connection.execute(sa.select(OPEN.c.id, OPEN.c.body).where(due).order_by(OPEN.c.at)).all()
            return [Entry(*row) for row in rows if self._is_taken(connection, row.id, now)]

    def _is_taken(self, connection: sa.engine.Connection, entry: str, now: float) -> bool:
        """Lease an entry; tell whether no other process was faster."""
        mine = sa.and_(OPEN.c.id == entry, OPEN.c.leased_until <= now)
        lease = {"leased_until": now + LEASE_SECONDS, "tries": OPEN.c.tries + 1}
        return bool(connection.execute(sa.update(OPEN).where(mine).values(lease)).rowcount == 1)

    def _run(self, statement: sa.sql.Executable) -> None:
        with self._one_at_a_time, self._engine.begin() as connection:
            connection.execute(statement)


def _spare_the_disk(connection: Any, _record: object) -> None:  # noqa: ANN401 - the database's own kind
    """Wait less for the disk: what a killed process wrote is safe, a power cut may lose some."""
    connection.execute("PRAGMA synchronous = NORMAL")
