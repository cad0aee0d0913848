"""A message with an id of the client's is answered once, however often it is sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels.store import StrictTrackerStore
from bot.settings import Settings
from tests.channels.service import Chat, Says, ScriptedAgent, chatting, echo, serving
from tests.channels.test_chat_buttons import PAYLOAD, offering
from tests.channels.test_chat_messages import events_of

ID = "7d0c3d34-one"


@pytest.fixture
async def talk(settings: Settings, sql_agent: ScriptedAgent) -> AsyncIterator[Chat]:
    async with chatting(settings, sql_agent) as client:
        yield client


async def asked(chat: Chat) -> list[str]:
    return [entry["text"] for entry in await chat.history() if entry["from"] == "user"]


async def test_the_same_id_again_gives_the_stored_answer(talk: Chat) -> None:
    first = await talk.messages(text="hi", message_id=ID)
    await talk.messages(text="other", message_id="another-one")
    assert await talk.messages(text="hi", message_id=ID) == first
    assert await asked(talk) == ["hi", "other"]


async def test_it_is_streamed_too(talk: Chat) -> None:
    [first] = await talk.messages(text="hi", message_id=ID)
    reply = await talk.call(
        "POST",
        "/chat/api/messages",
        json={"text": "hi", "message_id": ID},
        headers={"Accept": "text/event-stream"},
    )
    assert events_of(await reply.text()) == [("message", first), ("done", {})]


async def test_a_pressed_button_is_answered_once_too(talk: Chat) -> None:
    talk.agent.script = offering
    await talk.messages(text="hi")
    for _ in range(2):
        await talk.messages(payload=PAYLOAD, message_id=ID)
    assert len(await talk.history()) == 4


async def test_messages_without_an_id_are_different_ones(talk: Chat) -> None:
    for _ in range(2):
        await talk.messages(text="hi")
    assert await asked(talk) == ["hi", "hi"]


async def test_who_sends_again_while_the_first_still_runs_waits_for_it(talk: Chat) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def slow(text: str) -> Says:
        started.set()
        await go_on.wait()
        yield {"text": "late"}

    talk.agent.script = slow
    sending = [asyncio.create_task(talk.messages(text="hi", message_id=ID)) for _ in range(3)]
    await started.wait()
    await asyncio.sleep(0.1)
    assert not any(task.done() for task in sending)
    go_on.set()
    assert [[said["text"] for said in messages] for messages in await asyncio.gather(*sending)] == [
        ["late"]
    ] * 3
    assert await asked(talk) == ["hi"]


async def test_what_failed_can_be_sent_again_under_its_id(talk: Chat) -> None:
    async def silent(text: str) -> Says:
        for said in ():
            yield said

    talk.agent.script = silent
    await talk.error(503, await talk.say(text="hi", message_id=ID))
    talk.agent.script = echo
    assert (await talk.messages(text="hi", message_id=ID))[0]["text"] == "You said: hi"
    assert await asked(talk) == ["hi"]


async def test_after_a_restart_of_the_service_it_still_holds(
    settings: Settings, talk: Chat, sql_agent: ScriptedAgent
) -> None:
    first = await talk.messages(text="hi", message_id=ID)
    reborn = ScriptedAgent(StrictTrackerStore(sql_agent.tracker_store.domain, host=settings.database_url))
    async with serving(settings, reborn) as base, aiohttp.ClientSession() as http:
        other = Chat(http, base, reborn)
        other.token = talk.token
        assert await other.messages(text="hi", message_id=ID) == first


async def test_forgetting_that_failed_is_done_when_it_is_asked_again(talk: Chat, monkeypatch) -> None:
    async def farewell(text: str) -> Says:
        yield {"text": "Gone.", "answer": {"id": "smalltalk/privacy", "forget": True}}

    async def down(*_: object) -> None:
        raise OSError

    talk.agent.script = farewell
    with monkeypatch.context() as broken:
        broken.setattr(talk.agent.tracker_store, "forget", down)
        await talk.error(503, await talk.say(text="forget me", message_id=ID))
    assert (await talk.messages(text="forget me", message_id=ID))[0]["text"] == "Gone."
    assert await talk.history() == []


@pytest.mark.parametrize(
    "wrong", ["short", "x" * 101, "spaces are not allowed", 12345678, "", "ünïcode-id", ["list-of-id"]]
)
async def test_an_id_of_another_shape_is_refused_with_a_sentence(talk: Chat, wrong: object) -> None:
    error = await talk.error(400, await talk.say(text="hi", message_id=wrong))
    assert error["code"] == "bad_message_id"


@pytest.mark.parametrize("settings", [{"WAYMARK_TALK_MESSAGES": "0"}], indirect=True)
async def test_the_end_of_a_long_talk_can_be_asked_for(talk: Chat) -> None:
    talk.agent.script = offering
    await talk.messages(text="hi")
    talk.agent.script = echo
    for number in range(30):
        await talk.messages(text=str(number))
    await talk.messages(payload=PAYLOAD)
    reply = await talk.call("GET", "/chat/api/history?last=4")
    texts = [entry["text"] for entry in (await reply.json())["messages"]]
    assert texts == ["29", "You said: 29", "How do I renew it?", f"You said: {PAYLOAD}"]
    assert len(await talk.history()) == 64


@pytest.mark.parametrize("wrong", ["0", "-1", "x", "1001", "9" * 30, "1.5", "٣"])
async def test_another_number_of_entries_is_refused(talk: Chat, wrong: str) -> None:
    error = await talk.error(400, await talk.call("GET", "/chat/api/history", params={"last": wrong}))
    assert error["code"] == "bad_last"
