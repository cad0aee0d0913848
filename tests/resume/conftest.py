"""Codes in SQLite and, where PostgreSQL is installed, in a server of its own; a clock that tests move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.resume.codes import Codes
from bot.resume.tries import METADATA
from tests.postgres import postgres

__all__ = ["postgres"]


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'waymark.db'}"
        return
    address = request.getfixturevalue("postgres")
    yield address
    METADATA.drop_all(sa.create_engine(address))


@pytest.fixture
def codes(url: str, clock: Clock) -> Codes:
    return Codes(url, clock)
