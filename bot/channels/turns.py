"""Turns: one message in, the bot's messages out, whatever happens to the client in between."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from weakref import WeakValueDictionary

from bot.channels.errors import ChatError, describe
from bot.channels.messages import END, Collector, End, Message
from bot.watching import metrics
from bot.watching.turn import talk_of

logger = logging.getLogger(__name__)

Work = Callable[[Collector], Awaitable[None]]


class Turns:
    """Runs turns. Those of one conversation run one after the other, in the order in which they came.

    A turn is a task of its own: a client that goes away cannot stop it half-way, its events get saved.
    ``seconds`` is how long a client waits; the turn goes on after that. ``closed`` is whether no more begin.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._running: dict[asyncio.Task[None], Collector] = {}
        self.closed = False

    def order(self, conversation: str) -> asyncio.Lock:
        """Return the lock that keeps the turns of ``conversation`` apart, within this process."""
        lock = self._locks.get(conversation)
        if lock is None:
            lock = self._locks[conversation] = asyncio.Lock()
        return lock

    async def run(self, conversation: str, work: Work) -> AsyncIterator[Message]:
        """Start ``work`` and yield the bot's messages as they are said.

        Raises the :class:`ChatError` that ``work`` raised, and ``unavailable`` when it failed, said nothing,
        took too long, or when the service is about to end.
        """
        if self.closed:
            raise ChatError("unavailable")
        collector = Collector()
        task = asyncio.create_task(self._work(conversation, work, collector))
        self._running[task] = collector
        task.add_done_callback(self._over)
        deadline = time.monotonic() + self._seconds
        silent = True
        while not isinstance(item := await self._next(collector, deadline, conversation), End):
            if isinstance(item, ChatError):
                raise item
            silent = False
            yield item
        if silent:
            logger.error("A turn ended without a reply.", extra={"talk": talk_of(conversation)})
            raise ChatError("unavailable")

    async def finish(self, seconds: float) -> None:
        """Begin no more turns, and wait up to ``seconds`` for those in hand. Who waits longer is told so."""
        self.closed = True
        if self._running:
            await asyncio.wait(set(self._running), timeout=seconds)
        for collector in self._running.values():
            collector.queue.put_nowait(ChatError("unavailable"))

    async def _work(self, conversation: str, work: Work, collector: Collector) -> None:
        try:
            with metrics.IN_HAND.track_inprogress():
                async with self.order(conversation):
                    await work(collector)
        except ChatError as refusal:
            if refusal.__cause__ is not None:
                metrics.count_fault(metrics.fault_of(refusal.__cause__))
                _tell(conversation, refusal.__cause__)
            collector.queue.put_nowait(refusal)
        # Whatever Rasa raises, the client gets a sentence; its SQL store even calls sys.exit (session_scope).
        except (Exception, SystemExit) as error:  # noqa: BLE001
            _tell(conversation, error)
            collector.queue.put_nowait(ChatError("unavailable"))
        finally:
            collector.queue.put_nowait(END)

    def _over(self, task: asyncio.Task[None]) -> None:
        self._running.pop(task, None)

    async def _next(
        self, collector: Collector, deadline: float, conversation: str
    ) -> Message | ChatError | End:
        try:
            return await asyncio.wait_for(collector.queue.get(), deadline - time.monotonic())
        except asyncio.TimeoutError as error:
            metrics.count_fault("slow")
            talk = {"talk": talk_of(conversation)}
            logger.error("A turn takes longer than %s s; it goes on.", self._seconds, extra=talk)  # noqa: TRY400
            raise ChatError("unavailable") from error


def _tell(conversation: str, error: BaseException) -> None:
    logger.error("A turn failed: %s", describe(error), extra={"talk": talk_of(conversation)})
