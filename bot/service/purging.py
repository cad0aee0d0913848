"""``python -m bot.service purge``: deletes what is too old, now, and says how much it was."""

from __future__ import annotations

import sys

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.retention.purge import purge_all
from bot.settings import Settings


def purge_now(settings: Settings) -> int:
    """Delete what is older than the settings allow, also while the service runs. Returns the exit code."""
    engine = sa.create_engine(settings.database_url, future=True)
    try:
        gone = purge_all(engine, settings)
    except sa.exc.SQLAlchemyError as error:
        print(f"WAYMARK_DATABASE_URL: the database failed ({type(error).__name__}).", file=sys.stderr)
        return 1
    finally:
        engine.dispose()
    told = ", ".join(f"{rows} of {table}" for table, rows in gone.items() if rows) or "nothing"
    print(f"Older than {settings.retention_days} days, or than their own rule says, and deleted: {told}")
    return 0
