"""Waiting for what happens beside a test, for as long as a busy machine may need."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

PATIENCE = 60.0


async def until(happened: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until ``happened`` returns something true; fail when it has not after so many seconds."""
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it did not happen"
        await asyncio.sleep(0.01)
