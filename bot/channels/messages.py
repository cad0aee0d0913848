"""The bot's messages as clients of the web chat get them, and the Rasa output channel that collects them."""

from __future__ import annotations

from asyncio import Queue
from collections.abc import Mapping
from typing import Any, Final, TypedDict

from rasa.core.channels.channel import OutputChannel

from bot.answers.answer import Answer
from bot.channels import texts
from bot.channels.errors import ChatError
from bot.watching import turn


class Button(TypedDict):
    """A reply that can be pressed: what it says and what it sends."""

    title: str
    payload: str


class Message(TypedDict):
    """One message of the bot. ``answer`` is the answer as data, ``image`` the address of its picture."""

    text: str
    buttons: list[Button]
    image: str | None
    answer: dict[str, Any] | None


class End:
    """Marks the end of a turn in the collector's queue."""


END: Final = End()


def neutral(message: Mapping[str, Any]) -> Message | None:
    """Return the neutral form of a Rasa message (``BotUttered.message()``), ``None`` for an empty one."""
    data = message.get("answer")
    answer = data if isinstance(data, dict) else None
    found = Message(
        text=message.get("text") or "",
        buttons=[
            Button(title=str(button["title"]), payload=str(button["payload"]))
            for button in (message.get("buttons") or message.get("quick_replies") or [])
            if button.get("title") and button.get("payload")
        ],
        image=message.get("image") or _picture(answer),
        answer=answer,
    )
    return found if any(found.values()) else None


def _picture(answer: dict[str, Any] | None) -> str | None:
    """Return the address of the picture for light pages: for clients that know of no other."""
    picture = (answer or {}).get("picture")
    return str(picture["url"]) if isinstance(picture, dict) and picture.get("url") else None


def own(text: str, answer_id: str) -> Message:
    """Return a message that the channel says by itself, shaped like the answers of the knowledge."""
    answer = Answer(answer_id, text).to_dict()
    return Message(text=text, buttons=[], image=None, answer=answer)


def empty_reply() -> Message:
    """Return the reply to a message without words."""
    return own(texts.EMPTY_MESSAGE, "smalltalk/help")


def long_reply(length: int, limit: int) -> Message:
    """Return the reply to a message of ``length`` characters where ``limit`` are taken."""
    return own(texts.LONG_MESSAGE.format(length=length, limit=limit), "clarify")


class Collector(OutputChannel):
    """Rasa's way out: puts each message, in its neutral form, into ``queue`` as soon as Rasa says it.

    A turn ends with ``END``; a :class:`ChatError` before it tells that the turn failed or was refused. An
    answer after which the conversation is to be forgotten is kept as ``farewell`` instead.
    """

    def __init__(self) -> None:
        self.queue: Queue[Message | ChatError | End] = Queue()
        self.farewell: Message | None = None

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, by which responses of the domain can be chosen."""
        return "web"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:  # noqa: ARG002
        """Take one message from Rasa. Nothing is split and no key of the answer is lost."""
        found = neutral(message)
        if found:
            turn.said(str((found["answer"] or {}).get("id") or ""))
        if found and (found["answer"] or {}).get("forget") is True:
            self.farewell = found
        elif found:
            self.queue.put_nowait(found)
