"""People who talk to a bot over HTTP, each waiting for an answer before asking again, and what they saw."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Sequence
from itertools import cycle
from typing import Protocol

import aiohttp
import numpy as np

PATIENCE_SECONDS = 60
TURNS_OF_A_TALK = 10


class Talk(Protocol):
    """A conversation with a bot."""

    async def say(self, text: str) -> bool:
        """Say ``text``; return whether an answer came that says something."""


class WaymarkTalk:
    """A conversation over Waymark's chat API."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._url = url
        self._headers: dict[str, str] = {}

    async def say(self, text: str) -> bool:
        """Say ``text``; the first call starts the conversation."""
        if not self._headers:
            async with self._http.post(f"{self._url}/chat/api/conversations") as reply:
                self._headers = {"Authorization": f"Bearer {(await reply.json())['token']}"}
        ask = {"text": text}
        async with self._http.post(
            f"{self._url}/chat/api/messages", json=ask, headers=self._headers
        ) as reply:
            return reply.ok and any(message["text"] for message in (await reply.json())["messages"])


class StockTalk:
    """A conversation over Rasa's REST channel."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._url = f"{url}/webhooks/rest/webhook"
        self._sender = uuid.uuid4().hex

    async def say(self, text: str) -> bool:
        """Say ``text``; an empty list, which Rasa also sends when a turn fails, is no answer."""
        async with self._http.post(self._url, json={"sender": self._sender, "message": text}) as reply:
            return reply.ok and any(message.get("text") for message in await reply.json())


class Seen:
    """What people saw: ``taken`` has the milliseconds of each answer, ``empty`` counts failures."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self.empty = 0

    async def ask(self, talk: Talk, text: str) -> None:
        """Say ``text`` and note how that went."""
        started = time.perf_counter()
        try:
            answered = await talk.say(text)
        except (aiohttp.ClientError, asyncio.TimeoutError):
            answered = False
        if answered:
            self.taken.append(1000 * (time.perf_counter() - started))
        else:
            self.empty += 1

    def quantile(self, share: float) -> float:
        """Return the milliseconds within which ``share`` of the answers came; not a number without any."""
        return float(np.quantile(self.taken, share)) if self.taken else float("nan")


def session() -> aiohttp.ClientSession:
    """Return an HTTP client with as many connections as there are people."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
    )


async def one_talk(
    kind: type[WaymarkTalk | StockTalk], url: str, sentences: Sequence[str], turns: int
) -> Seen:
    """Say ``turns`` sentences in one conversation, beginning anew with the list when it is through."""
    seen = Seen()
    async with session() as http:
        talk = kind(http, url)
        for _, text in zip(range(turns), cycle(sentences)):
            await seen.ask(talk, text)
    return seen


async def crowd(
    kind: type[WaymarkTalk | StockTalk], url: str, sentences: Sequence[str], users: int, seconds: float
) -> Seen:
    """Let ``users`` people talk for ``seconds``, each without a pause, in talks of ten turns."""
    seen = Seen()
    over = time.monotonic() + seconds

    async def person(http: aiohttp.ClientSession, number: int) -> None:
        asked = number  # not all of them say the same at a time
        while time.monotonic() < over:
            talk = kind(http, url)
            for _ in range(TURNS_OF_A_TALK):
                if time.monotonic() > over:
                    return
                await seen.ask(talk, sentences[asked % len(sentences)])
                asked += 1

    async with session() as http:
        await asyncio.gather(*(person(http, number) for number in range(users)))
    return seen
