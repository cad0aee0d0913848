"""Talk to Waymark through the fake Slack, without an account: ``python -m tests.channels.slack.by_hand``.

Each line is a direct message in one thread; a number presses the button with that number; an empty line ends.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import aiohttp

from tests.channels.slack.buttons import buttons
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.serving import fake_slack
from tests.channels.slack.with_model.real import in_a_thread, service_for


def shown(post: dict[str, Any]) -> str:
    """Return a message as lines, its buttons numbered."""
    parts = [f"  {block['type']}: {_words(block)}" for block in post["blocks"] if block["type"] != "actions"]
    rows = [f"  [{n}] {element['text']['text']}" for n, (_, element) in enumerate(buttons(post), start=1)]
    return "\n".join([*parts, *rows])


def _words(block: dict[str, Any]) -> str:
    if block["type"] == "markdown":
        return str(block["text"])
    if block["type"] == "context":
        return " ".join(element["text"] for element in block["elements"])
    return json.dumps(block.get("rows") or [element["type"] for element in block.get("elements", ())])


async def talk(sent: Sent, fake: FakeSlack) -> None:
    """Answer lines until one is empty, or there are no more."""
    thread: str | None = None
    print("> ", end="", flush=True)
    while line := (await asyncio.to_thread(sys.stdin.readline)).strip():
        before = len(fake.messages)
        if line.isdecimal() and fake.messages:
            await sent.press(list(fake.messages.values())[-1], int(line) - 1)
        else:
            event = await sent.direct(line, thread_ts=thread)
            thread = thread or event["ts"]
        await fake.wait("chat.postMessage", before + 1)
        await fake.silence(0.5)
        print("\n\n".join(map(shown, list(fake.messages.values())[before:])))
        print(*(f"  file: {call.given['filename']}" for call in fake.made("files.getUploadURLExternal")))
        print("> ", end="", flush=True)


async def main() -> None:
    """Start everything, and end it."""
    with in_a_thread(fake_slack) as fake, service_for(fake, LOG_LEVEL="WARNING") as service:
        async with aiohttp.ClientSession() as http:
            await talk(Sent(http, service.url, fake), fake)


if __name__ == "__main__":
    asyncio.run(main())
