"""Who may start a turn: so many at once, so many more who wait, and to the next one an honest "busy".

Rasa serves from one event loop. Without a bound every turn that comes is begun, all of them become slower,
and in the end all fail together. With it those who are in are answered in the order in which they came, and
the others are told at once when to come again.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable

from bot.channels.errors import RETRY_SECONDS, ChatError
from bot.channels.messages import Collector
from bot.channels.turns import Work

# In Rasa at once: while one turn is with the action server or the database, others are read.
AT_ONCE = 8
# The pace is that of the last turns.
_LAST = 32
SHORTEST_SECONDS, LONGEST_SECONDS = 1, 60


class Admission:
    """Lets turns in. At most ``waiting`` wait for their turn, besides those that are in Rasa.

    ``now`` tells the time in seconds.
    """

    def __init__(self, waiting: int, now: Callable[[], float] = time.monotonic) -> None:
        self._most = AT_ONCE + waiting
        self._now = now
        self._places = asyncio.Semaphore(AT_ONCE)
        self._inside = 0
        self._ended: deque[float] = deque(maxlen=_LAST)

    def admit(self, work: Work) -> Work:
        """Return ``work`` such that it waits for its turn and gives its place back when it ends.

        It counts from this call on, so it must be run. Raises ``busy``, with the seconds after which half of
        those who are in now will be through at the present pace.
        """
        if self._inside >= self._most:
            raise ChatError("busy", seconds=self._seconds_until_room())
        if not self._inside:
            self._ended.clear()  # the pace before a pause was that of the questions, not ours
        self._inside += 1

        async def admitted(collector: Collector) -> None:
            try:
                async with self._places:
                    await work(collector)
            finally:
                self._inside -= 1
                self._ended.append(self._now())

        return admitted

    def _seconds_until_room(self) -> int:
        """Return for how long the half of those who are in now takes, as whole seconds."""
        if not self._ended:
            return RETRY_SECONDS
        # Counted up to now: when nothing ends any more, the pace sinks with every second.
        pace = len(self._ended) / max(self._now() - self._ended[0], 0.001)
        return min(max(math.ceil(self._inside / 2 / pace), SHORTEST_SECONDS), LONGEST_SECONDS)
