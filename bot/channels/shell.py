"""The shell channel: a conversation over standard input and output, inside Rasa's server process.

Rasa's own console channel asks through widgets that need a terminal and shows neither sources nor tables.
This one also works in a pipe. A number picks the button with that number; text that starts with ``/`` goes to
Rasa as it is, which no other channel allows.
"""

from __future__ import annotations

import asyncio
import sys
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from threading import Thread
from typing import Any

from prompt_toolkit import PromptSession
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic

from bot import settings
from bot.channels import rasa_patches
from bot.channels.errors import ChatError
from bot.channels.messages import Button, Collector
from bot.channels.plain_text import plain
from bot.channels.turns import Turns

rasa_patches.apply()

GREETING = (
    "Ask about roles, certificates and steps in a project career. A number picks a suggestion; /stop ends."
)
LEAVE = frozenset({"/stop", "/quit", "/exit"})
PROMPT = "> "

Handler = Callable[[UserMessage], Awaitable[Any]]


class ShellInput(InputChannel):
    """Rasa's way in: the lines that a person types."""

    @classmethod
    def name(cls) -> str:
        """Return the name under which the tracker stores messages of this channel."""
        return "shell"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return a blueprint without addresses that starts the conversation once the server is up."""
        blueprint = Blueprint("shell")

        @blueprint.listener("after_server_start")
        async def start(app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
            app.add_task(_converse_and_stop(app, on_new_message))

        return blueprint


async def _converse_and_stop(app: Sanic, on_new_message: Handler) -> None:
    try:
        await converse(on_new_message, typed_lines())
    finally:
        app.stop()


async def converse(on_new_message: Handler, lines: AsyncIterator[str]) -> None:
    """Answer each of ``lines`` on standard output until they end or one of them is a word of ``LEAVE``."""
    conversation = f"shell-{uuid.uuid4().hex}"
    turns = Turns(seconds=settings.current().turn_seconds)
    buttons: list[Button] = []
    print(GREETING, flush=True)
    async for line in lines:
        text = picked(line.strip(), buttons)
        if text in LEAVE:
            break
        if text:
            buttons = await _turn(turns, conversation, on_new_message, text)


async def _turn(turns: Turns, conversation: str, on_new_message: Handler, text: str) -> list[Button]:
    """Print the replies to ``text`` and return the buttons that can be picked next."""

    async def work(collector: Collector) -> None:
        await on_new_message(UserMessage(text, collector, conversation, input_channel=ShellInput.name()))

    buttons: list[Button] = []
    try:
        async for message in turns.run(conversation, work):
            print(f"\n{plain(message, first_number=len(buttons) + 1)}", flush=True)
            buttons += message["buttons"]
    except ChatError as error:
        print(f"\n{error.message}", flush=True)
    print(flush=True)
    return buttons


def picked(text: str, buttons: list[Button]) -> str:
    """Return the payload of the button whose number ``text`` is, else ``text`` itself."""
    if text.isdecimal() and 1 <= int(text) <= len(buttons):
        return buttons[int(text) - 1]["payload"]
    return text


def typed_lines() -> AsyncIterator[str]:
    """Yield what is typed, line by line, until the end of the input, Ctrl-C or Ctrl-D."""
    return _lines_of_terminal() if sys.stdin.isatty() else _lines_of_pipe()


async def _lines_of_terminal() -> AsyncIterator[str]:
    session: PromptSession[str] = PromptSession(PROMPT)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield await session.prompt_async()


async def _lines_of_pipe() -> AsyncIterator[str]:
    """Yield the lines of a pipe or file, echoed so that a transcript shows both sides.

    A thread reads, since a file cannot be awaited; as a daemon, so that a silent pipe keeps nothing alive.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(queue.put_nowait, line)
        loop.call_soon_threadsafe(queue.put_nowait, None)

    Thread(target=read, daemon=True).start()
    while (line := await queue.get()) is not None:
        print(f"{PROMPT}{line.rstrip()}", flush=True)
        yield line
