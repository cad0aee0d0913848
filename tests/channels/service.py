"""A running web chat: Rasa's own app with our channel, real sockets, and an agent whose words the test writes."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

import aiohttp
from rasa.core.actions.action import create_bot_utterance
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.run import configure_app
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic
from sanic.router import Router

from bot.channels import web_chat
from bot.channels.assets import Assets
from bot.channels.locks import ConversationLocks
from bot.channels.store import StrictTrackerStore
from bot.channels.web_chat import WebChatInput
from bot.settings import Settings

DOMAIN = Domain.from_yaml("intents: [ask]\nactions: [action_answer]\n")

# The widget's files are read and packed once for all servers.
_assets = cache(Assets)

Says = AsyncIterator[dict[str, Any]]
Script = Callable[[str], Says]


async def echo(text: str) -> Says:
    """Say what was said."""
    yield {"text": f"You said: {text}"}


class ScriptedAgent:
    """Stands in for Rasa's agent: same attributes, same order of lock, tracker, messages and saving.

    ``script`` plays the model and the actions: it gets the text that reached Rasa and yields what
    ``dispatcher.utter_message`` would have been given, one dict a message.
    """

    def __init__(self, store: TrackerStore, script: Script = echo, action_url: str | None = None) -> None:
        strict = isinstance(store, StrictTrackerStore)
        self.tracker_store = store if strict else FailSafeTrackerStore(store)
        self.lock_store = ConversationLocks(EndpointConfig("sqlite://"))
        self.action_endpoint = EndpointConfig(action_url) if action_url else None
        self.domain = store.domain
        self.processor: Any = ScriptedProcessor(self)
        self.script = script
        self.ready = True
        self.received: list[str] = []
        self.metadata: list[dict[str, Any] | None] = []
        self.message_ids: list[str] = []

    def is_ready(self) -> bool:
        return self.ready

    async def handle_message(self, message: UserMessage) -> None:
        async with self.lock_store.lock(message.sender_id):
            self.received.append(message.text)
            self.message_ids.append(message.message_id)
            tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
            self.metadata.append(message.metadata)
            heard = UserUttered(
                message.text, {"name": "ask"}, input_channel=message.input_channel, metadata=message.metadata
            )
            tracker.update(heard)
            async for said in self.script(message.text):
                event = create_bot_utterance(dict(said))
                tracker.update(event)
                await message.output_channel.send_response(message.sender_id, event.message())
            await self.tracker_store.save(tracker)


class ScriptedProcessor:
    """Stands in for Rasa's processor where a message is not to be stored: says what the script says."""

    def __init__(self, agent: ScriptedAgent) -> None:
        self._agent = agent
        self.tracker_store: TrackerStore = agent.tracker_store

    async def handle_message(self, message: UserMessage) -> None:
        async for said in self._agent.script(message.text):
            event = create_bot_utterance(dict(said))
            await message.output_channel.send_response(message.sender_id, event.message())
        tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
        tracker.update(UserUttered(message.text))
        await self.tracker_store.save(tracker)


class Chat:
    """A client of the running chat, with one conversation's token in hand when it has started one."""

    def __init__(self, http: aiohttp.ClientSession, base: str, agent: ScriptedAgent) -> None:
        self.http = http
        self.base = base
        self.agent = agent
        self.token = ""
        self.conversation = ""

    @property
    def auth(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def call(
        self, method: str, path: str, headers: dict[str, str] | None = None, **options: Any
    ) -> aiohttp.ClientResponse:
        """Send a request with the token; the body is read before returning."""
        headers = {**(self.auth if self.token else {}), **(headers or {})}
        reply = await self.http.request(
            method, self.base + path, headers=headers, allow_redirects=False, **options
        )
        await reply.read()
        return reply

    async def start(self) -> Chat:
        body = await (await self.call("POST", "/chat/api/conversations")).json()
        self.conversation, self.token = body["conversation"], body["token"]
        return self

    async def say(self, **body: Any) -> aiohttp.ClientResponse:
        return await self.call("POST", "/chat/api/messages", json=body)

    async def messages(self, **body: Any) -> list[dict[str, Any]]:
        reply = await self.say(**body)
        assert reply.status == 200, await reply.text()
        return (await reply.json())["messages"]

    async def history(self) -> list[dict[str, Any]]:
        return (await (await self.call("GET", "/chat/api/history")).json())["messages"]

    async def error(self, status: int, reply: aiohttp.ClientResponse) -> dict[str, str]:
        """Check that ``reply`` is an error of the one shape, with a sentence; return it."""
        assert reply.status == status, await reply.text()
        body = await reply.json()
        assert list(body) == ["error"]
        assert set(body["error"]) == {"code", "message"}
        assert body["error"]["message"].endswith(".")
        return body["error"]


@asynccontextmanager
async def serving(
    settings: Settings,
    agent: ScriptedAgent | None,
    cors: str | None = None,
    channel: InputChannel | None = None,
    app: Sanic | None = None,
    port: int = 0,
) -> AsyncIterator[str]:
    """Serve the channel, the web chat by default, in Rasa's app; yield its address. Port 0 is a free one."""
    Sanic.test_mode = True
    with patch.object(web_chat, "Assets", _assets):
        app = app or configure_app([channel or WebChatInput(settings)], cors=cors, enable_api=False)
    if agent:
        app.ctx.agent = agent
    with socket.create_server(("127.0.0.1", port)) as listener:
        server = await app.create_server(sock=listener, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.before_start()
        await server.start_serving()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.server.close()
            await server.wait_closed()
            for connection in list(server.connections):
                connection.abort()
            await asyncio.sleep(0)
            Router.get.cache_clear()  # it would hold every app of the run, with all that belongs to it


@asynccontextmanager
async def chatting(settings: Settings, agent: ScriptedAgent) -> AsyncIterator[Chat]:
    """Serve, and yield a client that has started a conversation."""
    async with serving(settings, agent) as base, aiohttp.ClientSession() as http:
        yield await Chat(http, base, agent).start()
