"""What is open and what is not, and what every answer carries."""

from __future__ import annotations

import aiohttp
import pytest
from rasa.core.run import configure_app

from bot.channels.assets import PAGE_HEADERS
from bot.settings import Settings
from tests.channels.service import Chat, ScriptedAgent, serving

RASAS_OWN = [
    ("GET", "/version"),
    ("GET", "/status"),
    ("GET", "/domain"),
    ("GET", "/conversations/{id}/tracker"),
    ("GET", "/conversations/{id}/story"),
    ("POST", "/conversations/{id}/tracker/events"),
    ("PUT", "/conversations/{id}/tracker/events"),
    ("POST", "/conversations/{id}/execute"),
    ("POST", "/conversations/{id}/trigger_intent"),
    ("POST", "/conversations/{id}/messages"),
    ("POST", "/model/train"),
    ("POST", "/model/test/stories"),
    ("POST", "/model/parse"),
    ("PUT", "/model"),
    ("DELETE", "/model"),
    ("POST", "/webhooks/rest/webhook"),
    ("GET", "/webhooks/rest"),
    ("POST", "/webhooks/callback/webhook"),
    ("POST", "/webhooks/slack/webhook"),
    ("GET", "/socket.io/"),
]
EVERY_KIND = [
    ("GET", "/"),
    ("GET", "/chat"),
    ("GET", "/chat/embed.js"),
    ("GET", "/chat/map.svg"),
    ("GET", "/chat/map.png?place=nowhere"),
    ("GET", "/chat/plan/no-ticket.md"),
    ("GET", "/chat/api/history"),
    ("POST", "/chat/api/messages"),
    ("DELETE", "/chat"),
    ("GET", "/health"),
    ("GET", "/nowhere"),
    ("GET", "/slack/nowhere"),
]


@pytest.mark.parametrize(("method", "path"), RASAS_OWN)
async def test_rasa_s_api_and_its_own_channels_are_closed(chat: Chat, method: str, path: str) -> None:
    body = [{"event": "slot", "name": "profile", "value": "mine"}]
    reply = await chat.call(method, path.format(id=chat.conversation), json=body)
    await chat.error(404, reply)
    assert chat.agent.received == []


async def test_with_its_api_rasa_would_open_them() -> None:
    """When this fails, Rasa's addresses have other names, and the list above needs them."""
    app = configure_app([], enable_api=True)
    open_to_all = {route.path for route in app.router.routes}
    listed = {
        path.strip("/").replace("{id}", "<conversation_id:path>")
        for _, path in RASAS_OWN
        if not path.startswith(("/webhooks", "/socket"))
    }
    assert listed <= open_to_all


@pytest.mark.parametrize(("method", "path"), EVERY_KIND)
async def test_every_answer_has_a_strict_policy(chat: Chat, method: str, path: str) -> None:
    reply = await chat.call(method, path)
    policy = reply.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe-eval" not in policy
    assert "script-src 'self'" in policy or "script-src" not in policy
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert "Server" not in reply.headers
    assert len(reply.headers.getall("Content-Security-Policy")) == 1


async def test_the_page_s_own_policy_is_not_weakened(chat: Chat) -> None:
    reply = await chat.call("GET", "/chat")
    assert {name: reply.headers[name] for name in PAGE_HEADERS} == PAGE_HEADERS
    assert "unsafe" not in PAGE_HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_the_api_is_kept_by_no_cache(settings: Settings, agent: ScriptedAgent, method: str) -> None:
    async with serving(settings, agent) as base, aiohttp.ClientSession() as http:
        reply = await Chat(http, base, agent).call(method, "/chat/api/history")
        assert reply.headers["Cache-Control"] == "no-store"
