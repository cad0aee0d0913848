from __future__ import annotations

import aiohttp
import pytest

from tests.channels.service import Chat, serving

FRIEND = "https://friend.example"
STRANGERS = [
    "https://evil.example",
    "http://friend.example",
    "https://friend.example:8443",
    "https://friend.example.evil.example",
    "https://sub.friend.example",
    "https://evil.example/https://friend.example",
    "null",
    "",
    "*",
    "file://",
    "chrome-extension://abc",
]
CALLS = [
    ("POST", "/chat/api/conversations"),
    ("POST", "/chat/api/messages"),
    ("GET", "/chat/api/history"),
    ("DELETE", "/chat/api/conversation"),
    ("POST", "/chat/api/feedback"),
]


def cors_headers(reply) -> list[str]:
    return [name for name in reply.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize("origin", STRANGERS)
async def test_a_strange_site_is_refused_and_gets_no_cors_header(chat: Chat, origin: str) -> None:
    for method, path in CALLS:
        reply = await chat.call(method, path, headers={"Origin": origin}, json={"text": "hi"})
        assert (await chat.error(403, reply))["code"] == "origin_refused"
        assert cors_headers(reply) == []
    assert chat.agent.received == []


async def test_a_strange_site_s_preflight_is_refused(chat: Chat) -> None:
    headers = {"Origin": STRANGERS[0], "Access-Control-Request-Method": "POST"}
    reply = await chat.call("OPTIONS", "/chat/api/messages", headers=headers)
    await chat.error(403, reply)
    assert cors_headers(reply) == []


@pytest.mark.parametrize("origin", [FRIEND, "https://FRIEND.example"])
async def test_a_listed_site_may_call(chat: Chat, origin: str) -> None:
    preflight = await chat.call(
        "OPTIONS",
        "/chat/api/messages",
        headers={"Origin": origin, "Access-Control-Request-Method": "POST"},
    )
    assert preflight.status == 204
    assert preflight.headers["Access-Control-Allow-Origin"] == FRIEND
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    assert "authorization" in preflight.headers["Access-Control-Allow-Headers"]
    reply = await chat.call("POST", "/chat/api/messages", headers={"Origin": origin}, json={"text": "hi"})
    assert reply.status == 200
    assert reply.headers.getall("Access-Control-Allow-Origin") == [FRIEND]
    assert "Origin" in reply.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in reply.headers


async def test_a_listed_site_can_read_errors_and_streams(chat: Chat) -> None:
    for body, headers in (({}, {}), ({"text": "hi"}, {"Accept": "text/event-stream"})):
        reply = await chat.call(
            "POST", "/chat/api/messages", headers={"Origin": FRIEND, **headers}, json=body
        )
        assert reply.headers["Access-Control-Allow-Origin"] == FRIEND
    lost = await chat.call("GET", "/chat/api/nowhere", headers={"Origin": FRIEND})
    assert (lost.status, lost.headers["Access-Control-Allow-Origin"]) == (404, FRIEND)


async def test_our_own_pages_and_other_programs_may_call(chat: Chat) -> None:
    own = [
        {"Origin": chat.base},
        {"Origin": "https://waymark.example", "Host": "waymark.example"},
        {"Origin": "https://waymark.example", "Host": "waymark.example:443"},
        {"Origin": "http://waymark.example:80", "Host": "waymark.example"},
        {},
    ]
    for headers in own:
        reply = await chat.call("GET", "/chat/api/history", headers=headers)
        assert reply.status == 200, headers
        assert cors_headers(reply) == []


async def test_another_port_of_our_host_is_another_site(chat: Chat) -> None:
    reply = await chat.call("GET", "/chat/api/history", headers={"Origin": "http://127.0.0.1:1"})
    assert reply.status == 403


async def test_no_answer_of_the_api_is_open_to_all_or_kept(chat: Chat) -> None:
    for headers in ({}, {"Origin": FRIEND}, {"Origin": STRANGERS[0]}):
        reply = await chat.call("GET", "/chat/api/history", headers=headers)
        assert "*" not in reply.headers.values()
        assert reply.headers["Cache-Control"] == "no-store"
        assert reply.headers["X-Content-Type-Options"] == "nosniff"


async def test_rasa_s_own_cors_option_lets_nobody_in(settings, agent) -> None:
    async with serving(settings, agent, cors="*") as base, aiohttp.ClientSession() as http:
        chat = await Chat(http, base, agent).start()
        for method in ("GET", "OPTIONS"):
            reply = await chat.call(method, "/chat/api/history", headers={"Origin": STRANGERS[0]})
            await chat.error(403, reply)
            assert cors_headers(reply) == []
