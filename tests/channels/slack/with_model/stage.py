"""A relay between Rasa and the action server: it notes what Rasa understood, and can play the action's part.

Whatever no test asked for is passed on as it came, so that Rasa talks to the real action server.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any

import aiohttp
from aiohttp import web
from rasa_sdk.executor import CollectingDispatcher


@dataclass(frozen=True)
class Heard:
    """What Rasa asked the action to answer: the latest message of a conversation, read by the model."""

    conversation: str
    text: str
    intent: str
    channel: str


@dataclass(frozen=True)
class Part:
    """What the stage plays for one turn, after ``delay`` seconds and not before ``until`` is set.

    ``says`` are the arguments of ``dispatcher.utter_message``. Otherwise the real action answers; with
    ``breaks_at`` it breaks while it reads the message, with an error whose text quotes that word.
    """

    delay: float = 0.0
    until: Event | None = None
    says: dict[str, Any] | None = None
    breaks_at: str = ""


class Stage:
    """The relay to the action server at ``actions``. ``heard`` is what Rasa asked, in its order."""

    def __init__(self, actions: str) -> None:
        self.url = ""
        self.heard: list[Heard] = []
        self.parts: deque[Part] = deque()
        self._actions = actions

    def play(self, *parts: Part) -> None:
        """Play ``parts`` in the next turns, one each."""
        self.parts.extend(parts)

    async def handle(self, request: web.Request) -> web.Response:
        """Answer Rasa's call of an action."""
        call = await request.json()
        tracker = call["tracker"]
        latest = tracker["latest_message"]
        channel = tracker["latest_input_channel"]
        heard = Heard(tracker["sender_id"], latest.get("text"), latest["intent"].get("name"), channel)
        self.heard.append(heard)
        part = self.parts.popleft() if self.parts else Part()
        await asyncio.sleep(part.delay)
        while part.until and not part.until.is_set():
            await asyncio.sleep(0.02)
        if part.breaks_at:
            latest["entities"] = [{"entity": "role", "value": "pmo", "start": part.breaks_at}]
        if part.says is not None:
            dispatcher = CollectingDispatcher()
            dispatcher.utter_message(**part.says)
            return web.json_response({"events": [], "responses": dispatcher.messages})
        shown = {name: text for name, text in request.headers.items() if name.startswith("X-Waymark-")}
        return await self._passed_on("POST", "/webhook", call, shown)

    async def health(self, _request: web.Request) -> web.Response:
        """Answer as the action server does."""
        return await self._passed_on("GET", "/health")

    async def _passed_on(
        self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None
    ) -> web.Response:
        address = f"{self._actions}{path}"
        async with (
            aiohttp.ClientSession(headers=headers) as http,
            http.request(method, address, json=body) as reply,
        ):
            return web.Response(body=await reply.read(), status=reply.status, content_type=reply.content_type)


@asynccontextmanager
async def stage_before(actions: str) -> AsyncIterator[Stage]:
    """Serve a stage on a free port of the loopback interface."""
    stage = Stage(actions)
    app = web.Application(client_max_size=20_000_000)
    app.router.add_post("/webhook", stage.handle)
    app.router.add_get("/health", stage.health)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stage.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield stage
    finally:
        await runner.cleanup()
