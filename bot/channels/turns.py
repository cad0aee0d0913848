"""Turns: one message in, the bot's messages out, whatever happens to the client in between."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from weakref import WeakValueDictionary

from bot.channels.errors import ChatError, describe
from bot.channels.messages import END, Collector, End, Message

logger = logging.getLogger(__name__)

Work = Callable[[Collector], Awaitable[None]]


class Turns:
    """Runs turns. Those of one conversation run one after the other, in the order in which they came.

    A turn is a task of its own: a client that goes away cannot stop it half-way, its events get saved.
    ``seconds`` is how long a client waits; the turn goes on after that.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._running: set[asyncio.Task[None]] = set()

    def order(self, conversation: str) -> asyncio.Lock:
        """Return the lock that keeps the turns of ``conversation`` apart, within this process."""
        lock = self._locks.get(conversation)
        if lock is None:
            lock = self._locks[conversation] = asyncio.Lock()
        return lock

    async def run(self, conversation: str, work: Work) -> AsyncIterator[Message]:
        """Start ``work`` and yield the bot's messages as they are said.

        Raises the :class:`ChatError` that ``work`` raised, and ``unavailable`` when it failed, said nothing,
        or took too long.
        """
        collector = Collector()
        task = asyncio.create_task(self._work(conversation, work, collector))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        deadline = time.monotonic() + self._seconds
        silent = True
        while not isinstance(item := await _next(collector, deadline), End):
            if isinstance(item, ChatError):
                raise item
            silent = False
            yield item
        if silent:
            logger.error("A turn of conversation %.8s ended without a reply.", conversation)
            raise ChatError("unavailable")

    async def _work(self, conversation: str, work: Work, collector: Collector) -> None:
        try:
            async with self.order(conversation):
                started = time.monotonic()
                await work(collector)
                logger.info("A turn of %.8s took %.0f ms.", conversation, 1000 * (time.monotonic() - started))
        except ChatError as refusal:
            collector.queue.put_nowait(refusal)
        # Whatever Rasa raises, the client gets a sentence; its SQL store even calls sys.exit (session_scope).
        except (Exception, SystemExit) as error:  # noqa: BLE001
            logger.error("A turn of conversation %.8s failed: %s", conversation, describe(error))  # noqa: TRY400
            collector.queue.put_nowait(ChatError("unavailable"))
        finally:
            collector.queue.put_nowait(END)


async def _next(collector: Collector, deadline: float) -> Message | ChatError | End:
    try:
        return await asyncio.wait_for(collector.queue.get(), deadline - time.monotonic())
    except asyncio.TimeoutError as error:
        raise ChatError("unavailable") from error
