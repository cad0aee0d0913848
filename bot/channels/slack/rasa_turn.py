"""Puts an inquiry to Rasa and collects what Rasa says."""

from __future__ import annotations

import asyncio

from rasa.core.channels.channel import UserMessage

from bot.channels.errors import ChatError
from bot.channels.incoming import OnNewMessage, hand_over
from bot.channels.messages import Collector, Message, empty_reply, long_reply
from bot.channels.slack.inquiry import Inquiry
from bot.channels.slack.memory import Memory
from bot.channels.slack.place import CHANNEL
from bot.channels.slack.rush import Rush
from bot.settings import Settings

# Rasa reads a message within the server's event loop: many at once would keep it from acknowledging others.
AT_ONCE = 4


class SlackCollector(Collector):
    """Collects what Rasa says, under the name by which responses for Slack are chosen."""

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return CHANNEL


class SlowTurn(Exception):  # noqa: N818 - says what happened, as TimeoutError does
    """Rasa took longer than people wait."""


class RasaTurns:
    """Runs turns, at most ``AT_ONCE`` at a time. ``on_new_message`` is Rasa's way in."""

    def __init__(self, on_new_message: OnNewMessage, settings: Settings, memory: Memory, rush: Rush) -> None:
        self._on_new_message = on_new_message
        self._settings = settings
        self._memory = memory
        self._rush = rush
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._running: set[asyncio.Task[None]] = set()

    async def under_way(self, conversation: str) -> bool:
        """Tell whether there is a talk already."""
        return await self._memory.knows(conversation)

    async def run(self, inquiry: Inquiry) -> list[Message]:
        """Return what the bot says to ``inquiry``.

        Raises :class:`ChatError` when it may not or cannot be answered, :class:`SlowTurn` when it takes too
        long; the turn goes on then, so that it is stored whole.
        """
        limit = self._settings.message_limit
        if inquiry.payload is None and not inquiry.text:
            return [empty_reply()]
        if len(inquiry.text) > limit:
            return [long_reply(len(inquiry.text), limit)]
        conversation = inquiry.place.conversation
        if inquiry.payload is not None and not await self._memory.offered(conversation, inquiry.payload):
            raise ChatError("unknown_button")
        collector = SlackCollector()
        message = UserMessage(
            inquiry.text if inquiry.payload is None else inquiry.payload,
            collector,
            conversation,
            input_channel=CHANNEL,
            message_id=inquiry.keys[0] if inquiry.keys else None,
            metadata={"masked": True} if inquiry.masked else None,
        )
        await self._memory.note(inquiry.place, inquiry.user)
        await self._slots.acquire()
        await self._rush.over()
        work = asyncio.create_task(self._work(message, collector))
        self._running.add(work)
        work.add_done_callback(self._over)
        await asyncio.wait({work}, timeout=self._settings.turn_seconds)
        if not work.done():
            raise SlowTurn
        work.result()
        return _said(collector)

    async def _work(self, message: UserMessage, collector: SlackCollector) -> None:
        try:
            await hand_over(self._on_new_message, message, collector, self._memory.forget)
        except (
            SystemExit
        ) as error:  # Rasa's SQL store calls sys.exit (session_scope); in a task it ends the loop
            raise ChatError("unavailable") from error

    def _over(self, work: asyncio.Task[None]) -> None:
        self._running.discard(work)
        self._slots.release()


def _said(collector: SlackCollector) -> list[Message]:
    messages = []
    while not collector.queue.empty():
        item = collector.queue.get_nowait()
        if isinstance(item, dict):
            messages.append(item)
    if not messages:
        raise ChatError("unavailable")
    return messages
