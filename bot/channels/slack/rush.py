"""Lets requests go first: Slack waits three seconds for an acknowledgement, a person longer for an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_LONGEST_WAIT = 2.0


class Rush:
    """Knows whether requests are being taken right now."""

    def __init__(self) -> None:
        self._arriving = 0
        self._quiet = asyncio.Event()
        self._quiet.set()

    @contextmanager
    def arriving(self) -> Iterator[None]:
        """Mark that a request is being taken, until it is acknowledged."""
        self._arriving += 1
        self._quiet.clear()
        try:
            yield
        finally:
            self._arriving -= 1
            if not self._arriving:
                self._quiet.set()

    async def over(self) -> None:
        """Wait until none is, for two seconds at most: turns must not starve either."""
        if self._arriving:
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._quiet.wait(), _LONGEST_WAIT)
