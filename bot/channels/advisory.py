"""Locks in PostgreSQL (advisory locks of a session), which end when their holder's connection does."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import sqlalchemy as sa  # type: ignore[import-untyped]
from rasa.core.lock_store import LockError
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.channels.database import open_database
from bot.channels.errors import describe

# Each turn that runs has a connection; PostgreSQL allows 100 unless it is told otherwise.
MOST_AT_ONCE = 20
LONGEST_WAIT_SECONDS = 60.0
_FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 0.01, 0.1

_TAKE = sa.text("SELECT pg_try_advisory_lock(:key)")
_LET_GO = sa.text("SELECT pg_advisory_unlock(:key)")

logger = logging.getLogger(__name__)


class AdvisoryLocks:
    """The locks in the database at ``url``.

    A lock has a connection of its own as long as it is held. When the server that holds it dies, PostgreSQL
    sees the connection end and lets the lock go at once; no lifetime has to be waited for. The database must
    be reached directly or through a pooler that keeps sessions, not one that pools transactions.
    """

    def __init__(self, url: str) -> None:
        # A transaction that is left open would keep PostgreSQL from cleaning up.
        self._engine = open_database(
            url, isolation_level="AUTOCOMMIT", pool_size=MOST_AT_ONCE, max_overflow=0
        )
        self._free = asyncio.Semaphore(MOST_AT_ONCE)

    @asynccontextmanager
    async def hold(self, name: str) -> AsyncIterator[None]:
        """Hold the lock called ``name``. Raises ``LockError`` after a minute, and SQLAlchemy's errors."""
        async with self._free:
            connection = await asyncio.to_thread(self._engine.connect)
            try:
                await _take(connection, key_of(name))
                yield
            finally:
                await asyncio.to_thread(_let_go, connection, key_of(name))


def key_of(name: str) -> int:
    """Return the number by which PostgreSQL knows the lock: 64 bits, so that no two talks share one."""
    digest = hashlib.blake2b(name.encode(), digest_size=8, person=b"waymark").digest()
    return int.from_bytes(digest, "big", signed=True)


async def _take(connection: sa.engine.Connection, key: int) -> None:
    """Take the lock.

    It is asked for again and again: waiting within PostgreSQL would take a thread for each who waits, and the
    threads are needed to store the turns that are waited for.
    """
    deadline, pause = time.monotonic() + LONGEST_WAIT_SECONDS, _FIRST_PAUSE_SECONDS
    while not await asyncio.to_thread(_try_to_take, connection, key):
        if time.monotonic() > deadline:
            raise LockError("Another server holds the lock of a conversation for too long.")
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)


def _try_to_take(connection: sa.engine.Connection, key: int) -> bool:
    return bool(connection.execute(_TAKE, {"key": key}).scalar())


def _let_go(connection: sa.engine.Connection, key: int) -> None:
    """Let the lock go, by ending the connection when it cannot be asked to. The turn is stored by now."""
    try:
        connection.execute(_LET_GO, {"key": key})
    except SQLAlchemyError as error:
        logger.warning("A lock ends with its connection: %s", describe(error))
        connection.invalidate()
    finally:
        connection.close()
