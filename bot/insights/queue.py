"""The queue of unanswered questions: a table of its own, which outlives the events that it was made from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from datetime import datetime, timezone

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.insights.reasons import Unanswered
from bot.insights.turns import EVENTS

TABLE = sa.Table(
    "unanswered",
    sa.MetaData(),
    sa.Column("event", sa.String(32), primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False, index=True),
    sa.Column("channel", sa.String(20), nullable=False),
    sa.Column("conversation", sa.String(255), nullable=False, index=True),
    sa.Column("words", sa.String(300), nullable=False),
    sa.Column("answer", sa.String(200), nullable=False),
    sa.Column("reason", sa.String(20), nullable=False),
    sa.Column("detail", sa.String(20), nullable=True),
    sa.Column("family", sa.String(12), nullable=False, index=True),
)
_AT_ONCE = 500


class Queue:
    """The table in the database of ``engine``. All methods block and raise SQLAlchemy's errors."""

    def __init__(self, engine: sa.engine.Engine) -> None:
        self._engine = engine

    def put(self, found: Iterable[Unanswered]) -> None:
        """Store what was found. A question that is there already keeps its family and gets the newer reason.

        What was forgotten meanwhile is not kept: without its events a conversation leaves nothing here.
        """
        TABLE.create(self._engine, checkfirst=True)
        rows = {item.event: {**asdict(item), "at": _naive(item.at)} for item in found}
        for names in _portions(list(rows)):
            with self._engine.begin() as connection:
                there = set(
                    connection.execute(sa.select(TABLE.c.event).where(TABLE.c.event.in_(names))).scalars()
                )
                for name in there:
                    news = {key: rows[name][key] for key in ("reason", "detail")}
                    connection.execute(sa.update(TABLE).where(TABLE.c.event == name).values(news))
                new = [rows[name] for name in names if name not in there]
                if new:
                    connection.execute(sa.insert(TABLE), new)
            self._drop_forgotten({str(row["conversation"]) for row in new})

    def all(self) -> list[Unanswered]:
        """Return the whole queue, oldest first."""
        if not self._there():
            return []
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(TABLE).order_by(TABLE.c.at, TABLE.c.event)).mappings()
            return [Unanswered(**{**row, "at": row["at"].replace(tzinfo=timezone.utc)}) for row in rows]

    def name_families(self, families: Mapping[str, str]) -> None:
        """Store to which family each event belongs."""
        with self._engine.begin() as connection:
            for event, family in families.items():
                connection.execute(sa.update(TABLE).where(TABLE.c.event == event).values(family=family))

    def forget(self, conversation: str) -> int:
        """Delete what came from ``conversation``; return how many questions that were."""
        return self._delete(TABLE.c.conversation == conversation)

    def prune(self, before: datetime) -> int:
        """Delete what was asked before ``before``; return how many questions that were."""
        return self._delete(TABLE.c.at < _naive(before))

    def _delete(self, which: sa.sql.ColumnElement) -> int:
        if not self._there():
            return 0
        with self._engine.begin() as connection:
            return int(connection.execute(sa.delete(TABLE).where(which)).rowcount)

    def _there(self) -> bool:
        return bool(sa.inspect(self._engine).has_table(TABLE.name))

    def _drop_forgotten(self, conversations: Collection[str]) -> None:
        """Delete what was read before its conversation was forgotten and stored after that.

        Forgetting deletes the events first and then looks here, so one of the two finds every row.
        """
        query = sa.select(EVENTS.c.sender_id).where(EVENTS.c.sender_id.in_(conversations)).distinct()
        with self._engine.begin() as connection:
            gone = set(conversations) - set(connection.execute(query).scalars())
            if gone:
                connection.execute(sa.delete(TABLE).where(TABLE.c.conversation.in_(gone)))


def _naive(at: datetime) -> datetime:
    """Return ``at`` in UTC without its time zone, as the database keeps it."""
    return at.astimezone(timezone.utc).replace(tzinfo=None)


def _portions(names: list[str]) -> Iterable[list[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))
