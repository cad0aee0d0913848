"""Keeps to the pace at which Slack takes messages: one a second in a channel, and a few more at once."""

from __future__ import annotations

import asyncio
import time

AT_ONCE, SECONDS = 5, 1.0
_REMEMBERED = 1_000


class Pace:
    """Lets ``AT_ONCE`` messages of a channel pass, and further ones each ``SECONDS`` later."""

    def __init__(self) -> None:
        self._due: dict[str, float] = {}

    async def wait(self, channel: str) -> None:
        """Return when the next message to ``channel`` may be sent."""
        now = time.monotonic()
        due = max(now, self._due.get(channel, now))
        if len(self._due) > _REMEMBERED:
            self._due = {name: then for name, then in self._due.items() if then > now}
        self._due[channel] = due + SECONDS
        await asyncio.sleep(max(0.0, due - now - (AT_ONCE - 1) * SECONDS))
