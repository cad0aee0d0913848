"""Codes under which a talk is kept for some days, to be taken up in another place.

The database holds a code's SHA-256 only, so that nobody who reads it learns a code. A code works once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from threading import Lock
from typing import Any

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.resume import tries
from bot.resume.spelling import looks_like_code, new_code, normal
from bot.resume.tries import TooManyTries

__all__ = ["KEPT_FOR", "TABLE", "Codes", "TooManyTries", "looks_like_code"]

KEPT_FOR = timedelta(days=7)

TABLE = sa.Table(
    "resume_codes",
    tries.METADATA,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("expires", sa.DateTime, nullable=False, index=True),
    sa.Column("owner", sa.String(64), nullable=True, index=True),
    sa.Column("snapshot", sa.JSON, nullable=False),
)


def _now() -> datetime:
    return datetime.now(timezone.utc)


class Codes:
    """The codes in the database at ``url``; the tables are made at the first use.

    ``clock`` returns the time with its time zone. All methods block while the database works and raise
    SQLAlchemy's errors. Several threads and processes may use the same database at once.
    """

    def __init__(self, url: str, clock: Callable[[], datetime] = _now) -> None:
        self._engine = sa.create_engine(url, future=True, pool_pre_ping=True)
        self._clock = clock
        self._lock = Lock()
        self._made = False

    def save(self, snapshot: dict[str, Any], owner: str | None = None) -> str:
        """Keep ``snapshot``, plain JSON data, for 7 days and return its code as it is shown: "K7QF-2MXA-9R".

        ``owner`` is the conversation that saves: its newest code counts, the one before is worthless, and
        :meth:`forget` finds it.
        """
        self.prune()
        if owner is not None:
            self.forget(owner)
        code = new_code()
        row = {
            "digest": _digest(str(normal(code))),
            "expires": self._time() + KEPT_FOR,
            "owner": None if owner is None else _digest(owner),
            "snapshot": snapshot,
        }
        with self._engine.begin() as connection:
            connection.execute(sa.insert(TABLE).values(row))
        return code

    def take(self, text: str, asker: str) -> dict[str, Any] | None:
        """Return what was saved under the code that ``text`` is or brings, None when it is none or used up.

        The code is used up: of two that take it at once, one gets it. ``asker`` tells who tries; after 5
        wrong tries of theirs, or 50 of all, within 15 minutes every further one raises
        :class:`TooManyTries`, with the right code too.
        """
        self._make()
        now = self._time()
        number = tries.begin(self._engine, _digest(asker), now)
        characters = normal(looks_like_code(text) or text)
        found = self._pop(_digest(characters), now) if characters else None
        if found is not None:
            tries.forgive(self._engine, number)
        return found

    def forget(self, owner: str) -> None:
        """Delete what the conversation ``owner`` saved."""
        self._make()
        with self._engine.begin() as connection:
            connection.execute(sa.delete(TABLE).where(TABLE.c.owner == _digest(owner)))

    def prune(self) -> None:
        """Delete codes that have expired and tries that no longer count."""
        self._make()
        now = self._time()
        with self._engine.begin() as connection:
            connection.execute(sa.delete(TABLE).where(TABLE.c.expires <= now))
            connection.execute(sa.delete(tries.TABLE).where(tries.TABLE.c.at <= now - tries.WINDOW))

    def _pop(self, digest: str, now: datetime) -> dict[str, Any] | None:
        """Return and delete a snapshot. Who deletes the row has it; who finds it gone comes too late."""
        good = sa.and_(TABLE.c.digest == digest, TABLE.c.expires > now)
        with self._engine.begin() as connection:
            snapshot = connection.execute(sa.select(TABLE.c.snapshot).where(good)).scalar()
            taken = connection.execute(sa.delete(TABLE).where(good)).rowcount == 1
        return dict(snapshot) if taken else None

    def _time(self) -> datetime:
        """Return the time in UTC, naive, as the database keeps it."""
        return self._clock().astimezone(timezone.utc).replace(tzinfo=None)

    def _make(self) -> None:
        with self._lock:
            if not self._made:
                for table in tries.METADATA.sorted_tables:
                    self._make_one(table)
                self._made = True

    def _make_one(self, table: sa.Table) -> None:
        try:
            table.create(self._engine, checkfirst=True)
        except sa.exc.DBAPIError:  # another process made it in this very moment
            table.create(self._engine, checkfirst=True)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
