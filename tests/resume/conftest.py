"""Codes in SQLite and, where PostgreSQL is installed, in a server of its own; a clock that tests move."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.resume.codes import Codes
from tests.postgres import postgres, url

__all__ = ["postgres", "url"]


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


@pytest.fixture
def codes(url: str, clock: Clock) -> Codes:
    return Codes(url, clock)
