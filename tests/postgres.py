"""Databases for tests: a PostgreSQL server of our own, and SQLite."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from benchmarks.postgres import NoPostgresError, Postgres


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """Run a PostgreSQL server. CI installs it: there it must not be missing."""
    try:
        server = Postgres()
    except NoPostgresError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
    with server:
        yield server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server that all tests share."""
    with postgres_server() as server:
        yield server.url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'waymark.db'}"
        return
    address = request.getfixturevalue("postgres")
    yield address
    engine = sa.create_engine(address)
    tables = sa.MetaData()
    tables.reflect(engine)
    tables.drop_all(engine)
