"""A person's words on their way to Rasa: masked before anything stores them; and a talk that is forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage

from bot.channels import once
from bot.channels.guard import Ask
from bot.channels.messages import Collector
from bot.channels.store import UnansweredTurn
from bot.profile.masking import masked
from bot.settings import current
from bot.watching import turn
from bot.watching.turn import watched

OnNewMessage = Callable[[UserMessage], Awaitable[Any]]
Forget = Callable[[str], Awaitable[None]]

_SHORT = 500
_FEW_DIGITS = 6


async def user_message(ask: Ask, collector: Collector, conversation: str, channel: str) -> UserMessage:
    """Return what Rasa gets of ``ask``: a payload as it is, typed text masked.

    ``metadata["masked"]`` is True when something was masked. A long text full of numbers takes a second to
    look through, hence a thread; most take less than handing them to one.
    """
    if ask.payload is not None:
        return UserMessage(
            ask.payload, collector, conversation, input_channel=channel, message_id=ask.message_id
        )
    said = ask.text or ""
    text, found = masked(said) if _looked_through_soon(said) else await asyncio.to_thread(masked, said)
    metadata = {"masked": True} if found else None
    return UserMessage(
        text,
        collector,
        conversation,
        input_channel=channel,
        message_id=ask.message_id,
        metadata=metadata,
    )


def _looked_through_soon(text: str) -> bool:
    """Return whether looking through ``text`` takes at most some milliseconds; an ordinary question does."""
    return len(text) <= _SHORT and sum(map(str.isdigit, text)) <= _FEW_DIGITS


async def hand_over(take: OnNewMessage, message: UserMessage, collector: Collector, forget: Forget) -> None:
    """Give ``message`` to Rasa. If the answer asks for it, ``forget`` the conversation once it is stored.

    The answer that says so is passed on when nothing is left to delete, so that it never claims too much:
    when ``forget`` raises, the person reads that instead. A message that was answered before, which its
    ``message_id`` tells, gets the stored answer.
    """
    words = message.text if current().log_words == "on" else None
    with watched(message.input_channel or "", message.sender_id, words):
        try:
            with once.asking(message.sender_id, message.message_id):
                await take(message)
        except once.AlreadyAnswered as before:
            for said in before.messages:
                await collector.send_response(message.sender_id, said)
        except UnansweredTurn:
            turn.fault("silent")
            raise
        if collector.farewell is not None:
            await forget(message.sender_id)
            collector.queue.put_nowait(collector.farewell)
