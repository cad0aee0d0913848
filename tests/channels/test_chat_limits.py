from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from types import SimpleNamespace

import aiohttp
import pytest

from bot.channels.errors import ChatError
from bot.channels.limiting import Limits, address_of, spoken
from bot.settings import Settings
from tests.channels.service import Chat, ScriptedAgent, chatting, serving
from tests.channels.slack.redis_server import clean_redis_url, redis_url  # noqa: F401 - fixtures

FRIEND = "https://friend.example"


def narrow(settings: Settings, **limits: int) -> Settings:
    none = {"talk_messages": 0, "address_messages": 0, "address_talks": 0, "address_requests": 0}
    return replace(settings, **{**none, **limits})


@pytest.fixture
async def patient(settings: Settings, agent: ScriptedAgent) -> AsyncIterator[Chat]:
    """A chat that takes three messages a minute in one talk."""
    async with chatting(narrow(settings, talk_messages=3), agent) as chat:
        yield chat


async def test_a_talk_that_goes_too_fast_is_asked_to_wait(patient: Chat) -> None:
    for number in range(3):
        await patient.messages(text=f"question {number}")
    reply = await patient.say(text="one more")
    error = await patient.error(429, reply)
    assert error["code"] == "too_fast"
    assert 1 <= int(reply.headers["Retry-After"]) <= 60
    assert f"in {spoken(int(reply.headers['Retry-After']))}." in error["message"]
    assert len(patient.agent.received) == 3


async def test_other_talks_go_on_meanwhile(patient: Chat) -> None:
    for _ in range(4):
        await patient.say(text="again")
    other = await Chat(patient.http, patient.base, patient.agent).start()
    assert (await other.messages(text="hello"))[0]["text"] == "You said: hello"
    assert (await patient.call("GET", "/chat/api/history")).status == 200


async def test_a_stream_is_limited_too_and_a_listed_site_can_read_when_to_come_back(patient: Chat) -> None:
    headers = {"Accept": "text/event-stream", "Origin": FRIEND}
    statuses = []
    for _ in range(4):
        reply = await patient.call("POST", "/chat/api/messages", headers=headers, json={"text": "hi"})
        statuses.append(reply.status)
    assert statuses == [200, 200, 200, 429]
    assert reply.headers["Access-Control-Allow-Origin"] == FRIEND
    assert reply.headers["Access-Control-Expose-Headers"] == "Retry-After"


async def test_refused_bodies_count_as_well(patient: Chat) -> None:
    for _ in range(3):
        await patient.error(400, await patient.call("POST", "/chat/api/messages", data=b"{"))
    await patient.error(429, await patient.say(text="hi"))


async def test_the_talks_of_one_address_are_limited_together(settings: Settings, agent) -> None:
    async with chatting(narrow(settings, address_messages=4), agent) as chat:
        other = await Chat(chat.http, chat.base, agent).start()
        statuses = [(await each.say(text="hi")).status for _ in range(3) for each in (chat, other)]
        assert statuses == [200, 200, 200, 200, 429, 429]


async def test_wrong_tokens_cannot_be_tried_without_end(settings: Settings, agent) -> None:
    async with chatting(narrow(settings, address_messages=3, address_requests=3), agent) as chat:
        chat.token = "x.y.z"
        for method, path in (("POST", "/chat/api/messages"), ("GET", "/chat/api/history")):
            statuses = [(await chat.call(method, path)).status for _ in range(4)]
            assert statuses == [401, 401, 401, 429]


async def test_new_conversations_of_one_address_are_limited(settings: Settings, agent) -> None:
    async with chatting(narrow(settings, address_talks=2), agent) as chat:
        statuses = [(await chat.call("POST", "/chat/api/conversations")).status for _ in range(3)]
        assert statuses == [201, 429, 429]


@pytest.mark.parametrize(
    "path", ["/chat/api/history", "/chat/map.png?theme=sepia", "/chat/plan/no-ticket.md", "/chat/api/nowhere"]
)
async def test_everything_that_costs_something_is_limited(settings: Settings, agent, path: str) -> None:
    async with chatting(narrow(settings, address_requests=2), agent) as chat:
        statuses = [(await chat.call("GET", path)).status for _ in range(3)]
        assert statuses[-1] == 429
        assert 429 not in statuses[:-1]
        for free in ("/chat", "/health", "/chat/embed.js"):
            assert (await chat.call("GET", free)).status in {200, 503}


async def test_without_limits_nothing_is_counted(settings: Settings, agent) -> None:
    async with chatting(narrow(settings), agent) as chat:
        replies = await asyncio.gather(*(chat.say(text="hi") for _ in range(60)))
        assert {reply.status for reply in replies} == {200}


async def test_an_address_in_a_header_is_not_believed(settings: Settings, agent) -> None:
    async with chatting(narrow(settings, address_messages=2), agent) as chat:
        statuses = []
        for number in range(3):
            headers = {"X-Forwarded-For": f"192.0.2.{number}"}
            reply = await chat.call("POST", "/chat/api/messages", headers=headers, json={"text": "hi"})
            statuses.append(reply.status)
        assert statuses == [200, 200, 429]


async def test_behind_a_proxy_its_entry_counts_and_not_what_the_client_wrote_before_it(
    settings: Settings, agent
) -> None:
    async with (
        serving(narrow(settings, address_messages=1, proxies=1), agent) as base,
        aiohttp.ClientSession() as http,
    ):
        chat = await Chat(http, base, agent).start()

        async def say(forwarded: str) -> int:
            headers = {"X-Forwarded-For": forwarded}
            return (
                await chat.call("POST", "/chat/api/messages", headers=headers, json={"text": "hi"})
            ).status

        assert await say("192.0.2.1") == 200
        assert await say("203.0.113.9, 192.0.2.1") == 429
        assert await say("192.0.2.1, 192.0.2.2") == 200


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("[2001:db8:1:2:3::4]", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("unix:", "unix:"),
    ],
)
def test_an_address_is_told_by_its_network(written: str, address: str) -> None:
    assert address_of(SimpleNamespace(remote_addr="", ip=written), proxies=0) == address
    assert address_of(SimpleNamespace(remote_addr=written, ip="127.0.0.1"), proxies=1) == address


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (2, "2 seconds"), (120, "120 seconds"), (121, "3 minutes"), (3600, "60 minutes")],
)
def test_times_are_said_in_words(seconds: int, words: str) -> None:
    assert spoken(seconds) == words


async def refused(limits: Limits) -> bool:
    """Send a message; tell whether it was too fast."""
    try:
        await limits.message("a-conversation")
    except ChatError as error:
        return error.code == "too_fast"
    return False


async def count(limits: Limits, times: int) -> int:
    """Send ``times`` messages of one talk; return how many were refused."""
    return sum([await refused(limits) for _ in range(times)])


async def test_servers_with_one_redis_count_together(settings: Settings, clean_redis_url: str) -> None:  # noqa: F811
    shared = narrow(replace(settings, redis_url=clean_redis_url), talk_messages=5)
    first, second = Limits(shared), Limits(shared)
    assert await count(first, 3) == 0
    assert await count(second, 4) == 2


async def test_a_redis_that_is_gone_leaves_each_server_counting_for_itself(
    settings: Settings, caplog
) -> None:
    limits = Limits(narrow(replace(settings, redis_url="redis://127.0.0.1:1/0"), talk_messages=2))
    assert await count(limits, 3) == 1
    assert "Counting requests in Redis failed: ConnectionError" in caplog.text
