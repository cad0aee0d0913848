"""Small tasks beside the turns: nobody waits for them, and they are kept until they are done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.channels.slack.clients import fault

logger = logging.getLogger(__name__)


class Chores:
    """Runs tasks. The event loop alone would let go of them half-way."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Start ``work``; what it raises is logged."""
        task = asyncio.create_task(_logged(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def cancel(self) -> None:
        """End what still runs."""
        for task in self._running:
            task.cancel()


async def _logged(work: Coroutine[Any, Any, Any]) -> None:
    try:
        await work
    except Exception as error:  # noqa: BLE001 - nobody waits for it
        logger.error("A chore for Slack failed: %s", fault(error))  # noqa: TRY400
