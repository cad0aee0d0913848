"""The shell channel: a conversation over standard input and output, inside Rasa's server process.

Rasa's own console channel asks through widgets that need a terminal and shows neither sources nor tables.
This one also works in a pipe. A number picks the button with that number; text that starts with ``/`` goes to
Rasa as a command, which no other channel allows. Pictures and files are served while the shell is open.
"""

from __future__ import annotations

import asyncio
import sys
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from threading import Thread

from prompt_toolkit import PromptSession
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import settings
from bot.channels import rasa_patches, talk
from bot.channels.action_calls import end_calls
from bot.channels.errors import ChatError, refuse
from bot.channels.guard import Ask
from bot.channels.incoming import Forget, OnNewMessage, hand_over, user_message
from bot.channels.messages import Button, Collector, Message
from bot.channels.plain_text import plain
from bot.channels.take_along import PREFIX, add_files
from bot.channels.turns import Turns

rasa_patches.apply()

GREETING = (
    "Ask about roles, certificates and steps in a project career. A number picks a suggestion; /stop ends."
)
LEAVE = frozenset({"/stop", "/quit", "/exit"})
PROMPT = "> "


class ShellInput(InputChannel):
    """Rasa's way in: the lines that a person types."""

    @classmethod
    def name(cls) -> str:
        """Return the name under which the tracker stores messages of this channel."""
        return "shell"

    def url_prefix(self) -> str:
        """Return where pictures and files are, which is the same for all channels."""
        return PREFIX

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """Return the addresses of pictures and files; the conversation starts once the server is up."""
        blueprint = Blueprint("shell")
        add_files(blueprint, settings.current())

        @blueprint.listener("after_server_start")
        async def start(app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
            app.add_task(_converse_and_stop(app, on_new_message))

        @blueprint.exception(ChatError)
        async def tell(_request: Request, error: ChatError) -> HTTPResponse:
            return refuse(error)

        return blueprint


async def _converse_and_stop(app: Sanic, on_new_message: OnNewMessage) -> None:
    address = f"http://{settings.current().host}:{settings.current().port}"

    async def forget(conversation: str) -> None:
        await talk.forget(app.ctx.agent, conversation)

    try:
        await converse(on_new_message, forget, typed_lines(), address)
    finally:
        await end_calls()
        app.stop()


async def converse(
    on_new_message: OnNewMessage, forget: Forget, lines: AsyncIterator[str], address: str = ""
) -> None:
    """Answer each of ``lines`` on standard output until they end or one of them is a word of ``LEAVE``.

    ``address`` is put before those of pictures and files.
    """
    conversation = f"shell-{uuid.uuid4().hex}"
    turns = Turns(seconds=settings.current().turn_seconds)
    buttons: list[Button] = []
    print(GREETING, flush=True)
    async for line in lines:
        ask = picked(line.strip(), buttons)
        if ask.text in LEAVE:
            break
        if ask.text or ask.payload:

            async def work(collector: Collector, ask: Ask = ask) -> None:
                message = await user_message(ask, collector, conversation, ShellInput.name())
                await hand_over(on_new_message, message, collector, forget)

            buttons = await _shown(turns.run(conversation, work), address)


async def _shown(messages: AsyncIterator[Message], address: str) -> list[Button]:
    """Print ``messages`` and return the buttons that can be picked next."""
    buttons: list[Button] = []
    try:
        async for message in messages:
            print(f"\n{plain(message, len(buttons) + 1, address)}", flush=True)
            buttons += message["buttons"]
    except ChatError as error:
        print(f"\n{error.message}", flush=True)
    print(flush=True)
    return buttons


def picked(text: str, buttons: list[Button]) -> Ask:
    """Return the payload of the button whose number ``text`` is, else ``text`` itself."""
    if text.isdecimal() and 1 <= int(text) <= len(buttons):
        return Ask(None, buttons[int(text) - 1]["payload"])
    return Ask(text, None)


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
