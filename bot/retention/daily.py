"""The purge in a running service: once a day, by one server."""

from __future__ import annotations

import asyncio
import logging
import time

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.retention.claim import claim
from bot.retention.purge import purge_all
from bot.settings import Settings
from bot.watching import metrics
from bot.watching.faults import describe

JOB = "purge"
LOOK_SECONDS = 3600.0

logger = logging.getLogger(__name__)


async def every_day(settings: Settings) -> None:
    """Look each hour whether the purge is due, until cancelled. A database that fails is tried again."""
    engine = sa.create_engine(settings.database_url, future=True, pool_pre_ping=True)
    over = False

    def work() -> dict[str, int] | None:
        if not claim(engine, JOB):
            return None
        return purge_all(engine, settings, given_up=lambda: over)

    try:
        while True:
            try:
                _tell(await asyncio.to_thread(work))
            except (sa.exc.SQLAlchemyError, OSError) as error:
                logger.error("Old talks could not be deleted: %s", describe(error))  # noqa: TRY400
            await asyncio.sleep(LOOK_SECONDS)
    finally:
        over = True
        engine.dispose()


def _tell(gone: dict[str, int] | None) -> None:
    if gone is None:
        return
    metrics.PURGE_DONE.set(time.time())
    for table, rows in gone.items():
        metrics.PURGED.labels(table).inc(rows)
    logger.info("Deleted what was too old.", extra={f"{table}_rows": rows for table, rows in gone.items()})
