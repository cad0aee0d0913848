"""Making tables where several servers may start at once."""

from __future__ import annotations

import sqlalchemy as sa  # type: ignore[import-untyped]


def make_tables(engine: sa.engine.Engine, metadata: sa.MetaData) -> None:
    """Make the tables of ``metadata`` that are not there yet. Raises SQLAlchemy's errors."""
    try:
        metadata.create_all(engine)
    except sa.exc.DBAPIError:  # another server made one of them in this very moment
        metadata.create_all(engine)
