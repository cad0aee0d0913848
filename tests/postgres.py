"""PostgreSQL for tests."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from benchmarks.postgres import NoPostgresError, Postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server of our own. CI installs it: there it must not be missing."""
    try:
        server = Postgres()
    except NoPostgresError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
    with server:
        yield server.url
