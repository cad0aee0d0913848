from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import pytest
from aiohttp import web
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import create_engine

from bot.channels import health
from bot.settings import Settings
from bot.watching import metrics
from tests.channels.local_server import on_a_free_port
from tests.channels.service import Chat, Says, ScriptedAgent, chatting, serving


@asynccontextmanager
async def action_server(status: int = 200, delay: float = 0) -> AsyncIterator[str]:
    """Serve ``/health`` as rasa-sdk does; yield the address of its webhook."""

    async def answer(_: web.Request) -> web.Response:
        await asyncio.sleep(delay)
        return web.json_response({"status": "ok"}, status=status)

    app = web.Application()
    app.router.add_get("/health", answer)
    async with on_a_free_port(app) as url:
        yield url


async def checked(settings: Settings, agent: ScriptedAgent) -> tuple[int, dict]:
    async with chatting(settings, agent) as chat:
        reply = await chat.call("GET", "/health")
        return reply.status, await reply.json()


async def test_all_parts_there_is_ready(settings: Settings, sql_agent: ScriptedAgent) -> None:
    async with action_server() as url:
        sql_agent.action_endpoint = EndpointConfig(url)
        status, body = await checked(settings, sql_agent)
    assert status == 200
    assert body == {
        "status": "ready",
        "alive": True,
        "checks": {"model": True, "actions": True, "store": True, "rehearsal": True},
    }


@pytest.mark.parametrize("broken", ["model", "actions", "store"])
async def test_a_part_that_is_missing_is_named(
    settings: Settings, sql_agent: ScriptedAgent, broken: str
) -> None:
    async with action_server(status=500 if broken == "actions" else 200) as url:
        sql_agent.action_endpoint = EndpointConfig(url)
        sql_agent.ready = broken != "model"
        if broken == "store":
            sql_agent.tracker_store.engine = create_engine("sqlite:////nowhere/at/all.db")
        status, body = await checked(settings, sql_agent)
    assert status == 503
    assert [name for name, there in body["checks"].items() if not there] == [broken, "rehearsal"]
    assert body["alive"] is True
    assert body["error"]["code"] == "not_ready"


async def test_an_action_server_that_is_down_or_hangs_is_noticed(
    settings: Settings, agent, monkeypatch
) -> None:
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 0.2)
    agent.action_endpoint = EndpointConfig("http://127.0.0.1:9/webhook")
    assert (await checked(settings, agent))[1]["checks"]["actions"] is False
    async with action_server(delay=5) as url:
        agent.action_endpoint = EndpointConfig(url)
        assert (await checked(settings, agent))[1]["checks"]["actions"] is False


async def test_before_rasa_has_an_agent_nothing_is_ready(settings: Settings, agent) -> None:
    async with serving(settings, None) as base, aiohttp.ClientSession() as http:
        reply = await Chat(http, base, agent).call("GET", "/health")
        body = await reply.json()
    assert reply.status == 503
    assert reply.headers["Retry-After"]
    assert body["checks"]["model"] is body["checks"]["store"] is False


async def test_many_questions_about_health_are_one_look(settings: Settings, agent, monkeypatch) -> None:
    looks = []

    async def look(self, agent) -> bool:
        looks.append(agent)
        return True

    monkeypatch.setattr(health.Health, "_actions", look)
    async with chatting(settings, agent) as chat:
        replies = await asyncio.gather(*(chat.call("GET", "/health") for _ in range(10)))
    assert {reply.status for reply in replies} == {200}
    assert len(looks) == 1


async def test_a_monitor_may_ask_with_head(settings: Settings, agent) -> None:
    async with action_server() as url:
        agent.action_endpoint = EndpointConfig(url)
        async with chatting(settings, agent) as chat:
            reply = await chat.call("HEAD", "/health")
    assert (reply.status, await reply.read()) == (200, b"")


async def test_without_an_endpoint_the_action_server_is_looked_for_at_its_port(
    settings: Settings, agent
) -> None:
    async with action_server() as url:
        port = int(url.split(":")[2].split("/")[0])
        assert (await checked(replace(settings, action_port=port), agent))[0] == 200


async def rehearsed(settings: Settings, agent: ScriptedAgent, script: Callable[[str], Says]) -> dict:
    async with action_server() as url:
        agent.action_endpoint = EndpointConfig(url)
        agent.script = script
        return (await checked(settings, agent))[1]["checks"]


async def silent(text: str) -> Says:
    for said in ():
        yield said


async def failing(text: str) -> Says:
    raise RuntimeError(text)
    yield {}


@pytest.mark.parametrize("script", [silent, failing])
async def test_not_ready_before_a_rehearsal_was_answered(settings: Settings, agent, script) -> None:
    assert (await rehearsed(settings, agent, script))["rehearsal"] is False


async def test_a_rehearsal_that_fails_is_tried_again(settings: Settings, agent) -> None:
    async with action_server() as url:
        agent.action_endpoint = EndpointConfig(url)
        script, agent.script = agent.script, failing
        async with chatting(settings, agent) as chat:
            assert (await chat.call("GET", "/health")).status == 503
            agent.script = script
            assert (await chat.call("GET", "/health")).status == 200


async def test_a_rehearsal_that_hangs_holds_nobody_up_and_is_one(
    settings: Settings, agent, monkeypatch
) -> None:
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 0.2)
    go_on, begun = asyncio.Event(), []

    async def slow(text: str) -> Says:
        begun.append(text)
        await go_on.wait()
        yield {"text": "late"}

    async with action_server() as url:
        agent.action_endpoint = EndpointConfig(url)
        agent.script = slow
        async with chatting(settings, agent) as chat:
            for _ in range(2):
                assert (await chat.call("GET", "/health")).status == 503
            go_on.set()
            assert (await chat.call("GET", "/health")).status == 200
    assert len(begun) == 1


async def test_a_rehearsal_is_nobodys_talk_and_no_turn(settings: Settings, sql_agent: ScriptedAgent) -> None:
    ended = list(metrics.TURNS.collect())
    async with action_server() as url:
        sql_agent.action_endpoint = EndpointConfig(url)
        assert (await checked(settings, sql_agent))[0] == 200
    assert list(await sql_agent.tracker_store.keys()) == []
    assert list(metrics.TURNS.collect()) == ended


async def test_alive_even_when_nothing_else_is_there(settings: Settings, agent) -> None:
    async with serving(settings, None) as base, aiohttp.ClientSession() as http:
        reply = await Chat(http, base, agent).call("GET", "/health/live")
        assert (reply.status, await reply.json()) == (200, {"status": "alive"})
