"""A database with all tables that hold something of persons, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from bot.channels import feedback
from bot.channels.slack import people, sql_inbox
from bot.resume import tries
from bot.retention.claim import TABLE
from tests.postgres import postgres

__all__ = ["postgres"]

STORE = SQLTrackerStore.Base.metadata
ALL = (STORE, feedback.TABLE.metadata, people.TABLE.metadata, sql_inbox._METADATA, tries.METADATA)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.engine.Engine]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'waymark.db'}"
    else:
        url = request.getfixturevalue("postgres")
    found = sa.create_engine(url, future=True)
    for metadata in ALL:
        metadata.create_all(found)
    yield found
    for metadata in (*ALL, TABLE.metadata):
        metadata.drop_all(found)
    found.dispose()
