from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import aiohttp
import pytest
from rasa.core.lock_store import LockError
from sqlalchemy.exc import OperationalError

from bot.settings import Settings
from tests.channels.service import Chat, Says, ScriptedAgent, chatting, serving
from tests.channels.test_chat_messages import events_of

SECRET_WORDS = "my password is hunter2"
STREAM = {"Accept": "text/event-stream"}


async def failing(text: str) -> Says:
    if text:
        raise RuntimeError(f"could not answer {text}")
    yield {}


async def silent(text: str) -> Says:
    for said in ():
        yield said


async def blank(text: str) -> Says:
    """Say what Rasa says when an action of the domain has nothing in it."""
    yield {"text": None, "buttons": []}


async def half(text: str) -> Says:
    yield {"text": "first"}
    raise RuntimeError("then the action server went down")


@pytest.mark.parametrize("script", [failing, silent, blank, half])
async def test_a_failed_turn_is_an_honest_503(chat: Chat, script) -> None:
    chat.agent.script = script
    reply = await chat.say(text=SECRET_WORDS)
    error = await chat.error(503, reply)
    assert error["code"] == "unavailable"
    assert int(reply.headers["Retry-After"]) > 0
    for leak in ("hunter2", "RuntimeError", "action server", "Traceback"):
        assert leak not in await reply.text()


@pytest.mark.parametrize("script", [failing, silent, blank])
async def test_a_stream_that_fails_before_its_first_message_is_a_503_too(chat: Chat, script) -> None:
    chat.agent.script = script
    reply = await chat.call("POST", "/chat/api/messages", json={"text": "hi"}, headers=STREAM)
    await chat.error(503, reply)
    assert reply.headers["Retry-After"]


async def test_a_stream_that_fails_later_ends_with_an_error_event(chat: Chat) -> None:
    chat.agent.script = half
    reply = await chat.call("POST", "/chat/api/messages", json={"text": "hi"}, headers=STREAM)
    (first, message), (last, error) = events_of(await reply.text())
    assert (first, message["text"], last, error["error"]["code"]) == (
        "message",
        "first",
        "error",
        "unavailable",
    )


async def test_the_next_message_works_after_a_failure(chat: Chat) -> None:
    script, chat.agent.script = chat.agent.script, failing
    await chat.error(503, await chat.say(text="one"))
    chat.agent.script = script
    assert (await chat.messages(text="two"))[0]["text"] == "You said: two"


@pytest.mark.parametrize(
    "raised", [LockError("busy"), ValueError("x"), asyncio.TimeoutError(), SystemExit(1)]
)
async def test_whatever_rasa_raises_is_a_503(chat: Chat, raised: BaseException, monkeypatch) -> None:
    async def broken(*_: object) -> None:
        raise raised

    monkeypatch.setattr(chat.agent, "handle_message", broken)
    await chat.error(503, await chat.say(text="hi"))


async def texts_of(chat: Chat, count: int) -> list[str]:
    """Return what the history holds, once there are so many entries."""
    for _ in range(600):
        if len(found := await chat.history()) >= count:
            break
        await asyncio.sleep(0.05)
    return [entry["text"] for entry in found]


async def test_a_turn_that_takes_too_long_is_a_503_and_is_still_finished(settings: Settings, agent) -> None:
    go_on = asyncio.Event()

    async def slow(text: str) -> Says:
        await go_on.wait()
        yield {"text": "late"}

    agent.script = slow
    async with chatting(replace(settings, turn_seconds=0.2), agent) as chat:
        await chat.error(503, await chat.say(text="hi"))
        go_on.set()
        assert await texts_of(chat, 2) == ["hi", "late"]


@pytest.mark.parametrize("headers", [{}, STREAM])
async def test_a_client_that_goes_away_does_not_stop_its_turn(chat: Chat, headers: dict) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def slow(text: str) -> Says:
        started.set()
        await go_on.wait()
        yield {"text": "said to nobody"}

    chat.agent.script = slow
    async with aiohttp.ClientSession() as passer_by:
        sending = asyncio.create_task(
            passer_by.post(
                f"{chat.base}/chat/api/messages", json={"text": "hi"}, headers={**chat.auth, **headers}
            )
        )
        await started.wait()
        sending.cancel()
    await asyncio.sleep(0.1)
    go_on.set()
    assert await texts_of(chat, 2) == ["hi", "said to nobody"]


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/chat/api/messages"), ("GET", "/chat/api/history"), ("DELETE", "/chat/api/conversation")],
)
async def test_without_a_model_the_client_is_told_to_wait(chat: Chat, method: str, path: str) -> None:
    chat.agent.ready = False
    reply = await chat.call(method, path, json={"text": "hi"})
    await chat.error(503, reply)
    assert reply.headers["Retry-After"]


async def test_before_rasa_has_an_agent_the_client_is_told_to_wait(settings: Settings, agent) -> None:
    async with serving(settings, None) as base, aiohttp.ClientSession() as http:
        chat = await Chat(http, base, agent).start()
        await chat.error(503, await chat.say(text="hi"))


async def test_a_store_that_cannot_be_read_is_not_an_empty_talk(
    settings: Settings, sql_agent: ScriptedAgent, monkeypatch
) -> None:
    async def down(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("connection refused"))

    async with chatting(settings, sql_agent) as chat:
        await chat.messages(text="hi")
        monkeypatch.setattr(sql_agent.tracker_store, "_do", down)
        for method, path in (("GET", "/chat/api/history"), ("POST", "/chat/api/messages")):
            reply = await chat.call(method, path, json={"payload": "/x"})
            await chat.error(503, reply)
            assert "refused" not in await reply.text()


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not_found"),
        ("GET", "/chat/api/nowhere", 404, "not_found"),
        ("GET", "/webhooks/rest/webhook", 404, "not_found"),
        ("GET", "/chat/api/messages", 405, "method_not_allowed"),
        ("PUT", "/chat/api/conversation", 405, "method_not_allowed"),
    ],
)
async def test_wrong_addresses_get_errors_of_the_same_shape(
    chat: Chat, method: str, path: str, status: int, code: str
) -> None:
    assert (await chat.error(status, await chat.call(method, path)))["code"] == code


async def test_an_unforeseen_error_says_nothing_about_itself(chat: Chat, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(SECRET_WORDS)

    monkeypatch.setattr("bot.channels.guard.read_ask", broken)
    error = await chat.error(500, await chat.say(text="hi"))
    assert error["code"] == "internal"
    assert "hunter2" not in error["message"]


async def test_the_log_tells_of_turns_without_their_words(chat: Chat, caplog) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    await chat.messages(text=SECRET_WORDS)
    chat.agent.script = failing
    await chat.say(text=SECRET_WORDS)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert any("took" in line for line in lines)
    assert any("RuntimeError at " in line and "test_chat_failures.py" in line for line in lines)
    assert all(record.exc_info is None for record in caplog.records if record.name.startswith("bot."))
    assert not any("hunter2" in line or chat.token in line for line in lines)
