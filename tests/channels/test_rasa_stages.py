"""Rasa's own remote action and its real HTTP client, against an action server that misbehaves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import pytest
from aiohttp import web
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from actions import server
from bot.channels import rasa_stages
from bot.channels.action_calls import end_calls
from bot.settings import Settings
from bot.watching import turn
from tests.channels.local_server import on_a_free_port
from tests.channels.service import DOMAIN

Reply = Callable[[web.Request], Awaitable[web.Response]]


@pytest.fixture(autouse=True)
async def no_calls_left() -> AsyncIterator[None]:
    yield
    await end_calls()


@asynccontextmanager
async def action_server(reply: Reply) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/webhook", reply)
    async with on_a_free_port(app) as url:
        yield url


async def run(url: str) -> None:
    await RemoteAction("action_answer", EndpointConfig(url)).run(
        CollectingOutputChannel(),
        TemplatedNaturalLanguageGenerator({}),
        DialogueStateTracker.from_events("someone", []),
        DOMAIN,
    )


async def fault_of(url: str) -> str | None:
    """What the turn says went wrong; whatever the action raised is Rasa's business."""
    with turn.watched("web", "someone") as watched:
        await asyncio.gather(run(url), return_exceptions=True)
        assert watched.stages["action"] > 0
        return watched.fault


async def good(_: web.Request) -> web.Response:
    return web.json_response({"events": [], "responses": []})


async def broken(_: web.Request) -> web.Response:
    return web.json_response({"error": "The action failed."}, status=500)


async def page(_: web.Request) -> web.Response:
    return web.Response(text="<h1>It works!</h1>", content_type="text/html")


async def no_json(_: web.Request) -> web.Response:
    return web.Response(text="{", content_type="application/json")


async def odd(_: web.Request) -> web.Response:
    return web.json_response([1, 2, 3])


async def unheard_of_event(_: web.Request) -> web.Response:
    return web.json_response({"events": [{"event": "nonsense"}], "responses": []})


async def hangs_up(request: web.Request) -> web.Response:
    request.transport.close()
    return web.Response()


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (good, None),
        (broken, "action_failed"),
        (page, "action_rubbish"),
        (no_json, "action_rubbish"),
        (odd, "action_rubbish"),
        (unheard_of_event, "action_rubbish"),
        (hangs_up, "action_down"),
    ],
)
async def test_what_the_action_server_does_wrong_has_a_name(reply: Reply, kind: str | None) -> None:
    async with action_server(reply) as url:
        assert await fault_of(url) == kind


async def test_an_action_server_that_is_not_there(settings: Settings) -> None:
    assert await fault_of("http://127.0.0.1:9/webhook") == "action_down"


async def test_nobody_waits_for_an_action_longer_than_for_a_turn(settings: Settings, monkeypatch) -> None:
    async def slow(_: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    monkeypatch.setattr(rasa_stages, "current", lambda: replace(settings, turn_seconds=0.2))
    async with action_server(slow) as url:
        assert await asyncio.wait_for(fault_of(url), 30) == "action_slow"


def test_rasa_would_wait_for_minutes() -> None:
    """When this fails, Rasa no longer needs our limit."""
    assert DEFAULT_REQUEST_TIMEOUT > 60


async def test_the_action_server_is_told_which_turn_it_works_for() -> None:
    told: list[tuple[str | None, str | None]] = []

    async def reply(request: web.Request) -> web.Response:
        headers = request.headers
        told.append((headers.get(rasa_stages.REQUEST_HEADER), headers.get(rasa_stages.TALK_HEADER)))
        return web.json_response({})

    async with action_server(reply) as url:
        with turn.watched("web", "someone") as watched:
            await run(url)
        await run(url)
    assert told == [(watched.request, watched.talk), (None, None)]


def test_the_action_server_knows_the_same_headers() -> None:
    assert (server.REQUEST_HEADER, server.TALK_HEADER) == (
        rasa_stages.REQUEST_HEADER,
        rasa_stages.TALK_HEADER,
    )


def test_stages_are_where_they_were_and_patched_once() -> None:
    places = [
        (MessageProcessor, "_parse_message_with_graph"),
        (MessageProcessor, "_predict_next_with_tracker"),
        (MessageProcessor, "get_tracker"),
        (MessageProcessor, "save_tracker"),
        (RemoteAction, "run"),
        (EndpointConfig, "request"),
    ]
    before = [getattr(owner, name) for owner, name in places]
    rasa_stages.apply()
    assert [getattr(owner, name) for owner, name in places] == before
    assert all(patched.__wrapped__.__module__.startswith("rasa.") for patched in before)


async def test_requests_elsewhere_stay_as_they_were() -> None:
    async def reply(request: web.Request) -> web.Response:
        assert rasa_stages.REQUEST_HEADER not in request.headers
        return web.json_response({"own": request.headers.get("X-Own")})

    async with action_server(reply) as url, aiohttp.ClientSession():
        answer = await EndpointConfig(url).request(headers={"X-Own": "1"}, json={})
    assert answer == {"own": "1"}
