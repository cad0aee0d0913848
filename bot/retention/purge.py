"""Deletes old rows in small steps, so that nobody's turn waits long for the database."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.insights.gather import keep_questions
from bot.retention.tables import EVENTS, OF_TALKS, RULES, Rule
from bot.settings import Settings

BATCH = 200
_PAUSE_SECONDS = 0.05


def purge_all(
    engine: sa.engine.Engine, settings: Settings, given_up: Callable[[], bool] = lambda: False
) -> dict[str, int]:
    """Delete what is older than the settings allow, as :func:`purge` does.

    The unanswered questions of old talks are put into the editors' queue first, which has a time of its own.
    """
    now = datetime.now(timezone.utc)
    ended_by = now - timedelta(days=settings.retention_days)
    keep_questions(engine, ended_by, now, timedelta(days=settings.unanswered_days))
    return purge(engine, settings.retention_days, now, given_up)


def purge(
    engine: sa.engine.Engine,
    days: int,
    now: datetime | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> dict[str, int]:
    """Delete what is older than ``days`` days, or than its own rule says; return the rows deleted by table.

    ``now`` has a time zone. Between two steps ``given_up`` is asked whether to stop. Tables that are not
    there are left out. Raises SQLAlchemy's errors; what was deleted until then stays deleted.
    """
    now = now or datetime.now(timezone.utc)
    there = set(sa.inspect(engine).get_table_names())
    gone: dict[str, int] = {}
    if EVENTS.name in there:
        gone[EVENTS.name] = _run(engine, _talks(engine, now - timedelta(days=days)), given_up)
    for table in (table for table in OF_TALKS if table.name in there):
        gone[table.name] = _run(engine, _left_behind(engine, table), given_up)
    for rule in RULES:
        if rule.table in there:
            limit = rule.limit(now - (timedelta(days=days) if rule.kept is None else rule.kept))
            gone[rule.table] = _run(engine, _rows(engine, rule, limit), given_up)
    return gone


def _run(engine: sa.engine.Engine, deletions: Iterator[sa.sql.Delete], given_up: Callable[[], bool]) -> int:
    """Run each of ``deletions`` in a transaction of its own; return how many rows went."""
    rows = 0
    for deletion in deletions:
        if given_up():
            break
        with engine.begin() as connection:
            rows += connection.execute(deletion).rowcount
        time.sleep(_PAUSE_SECONDS)
    return rows


def _talks(engine: sa.engine.Engine, limit: datetime) -> Iterator[sa.sql.Delete]:
    """Yield deletions of the talks whose last event is not after ``limit``.

    One in which somebody writes meanwhile is left alone: the last condition looks again.
    """
    oldest = datetime.timestamp(limit)
    sender = EVENTS.c.sender_id
    old = sa.select(sender).group_by(sender).having(sa.func.max(EVENTS.c.timestamp) <= oldest)
    with engine.connect() as connection:
        talks = connection.execute(old).scalars().all()
    for batch in _batches(talks):
        taken_up = sa.select(sender).where(sender.in_(batch), EVENTS.c.timestamp > oldest)
        yield sa.delete(EVENTS).where(sender.in_(batch), sender.not_in(taken_up))


def _left_behind(engine: sa.engine.Engine, table: sa.sql.TableClause) -> Iterator[sa.sql.Delete]:
    """Yield deletions of the rows of talks that are gone; talk and row are stored in one transaction."""
    talk = table.c.conversation
    lost = talk.not_in(sa.select(EVENTS.c.sender_id))
    with engine.connect() as connection:
        talks = connection.execute(sa.select(talk).where(lost).distinct()).scalars().all()
    for batch in _batches(talks):
        yield sa.delete(table).where(talk.in_(batch), lost)


def _rows(engine: sa.engine.Engine, rule: Rule, limit: object) -> Iterator[sa.sql.Delete]:
    table = sa.table(rule.table, sa.column(rule.key), sa.column(rule.column))
    key, old = table.c[rule.key], table.c[rule.column] <= limit
    with engine.connect() as connection:
        keys = connection.execute(sa.select(key).where(old)).scalars().all()
    for batch in _batches(keys):
        yield sa.delete(table).where(key.in_(batch), old)


def _batches(values: list[object]) -> Iterator[list[object]]:
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]
