from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.channels.admission import AT_ONCE, LONGEST_SECONDS, SHORTEST_SECONDS, Admission
from bot.channels.errors import RETRY_SECONDS, ChatError
from bot.channels.messages import Collector
from bot.settings import Settings
from tests.channels.service import Chat, Says, ScriptedAgent, chatting
from tests.waiting import until

WAITING = 2
STREAM = {"Accept": "text/event-stream"}


class Door:
    """Lets the scripted agent answer once it is open, and counts who stands before it."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.before = 0

    async def script(self, text: str) -> Says:
        self.before += 1
        await self.open.wait()
        yield {"text": f"You said: {text}"}


async def people(chat: Chat, count: int) -> list[Chat]:
    return [await Chat(chat.http, chat.base, chat.agent).start() for _ in range(count)]


async def test_so_many_are_answered_and_the_next_is_told_when_to_come_again(
    settings: Settings, agent: ScriptedAgent
) -> None:
    door = Door()
    agent.script = door.script
    async with chatting(replace(settings, turns_waiting=WAITING), agent) as chat:
        inside = [
            asyncio.create_task(person.say(text="hi")) for person in await people(chat, AT_ONCE + WAITING)
        ]
        await until(lambda: door.before == AT_ONCE)
        for headers in ({}, STREAM):
            late = Chat(chat.http, chat.base, agent)
            await late.start()

            async def refused(late: Chat = late, headers: dict[str, str] = headers) -> str:
                reply = await late.call(
                    "POST", "/chat/api/messages", json={"text": "me too"}, headers=headers
                )
                if reply.status == 429:
                    error = await late.error(429, reply)
                    assert error["code"] == "busy"
                    assert reply.headers["Retry-After"] in error["message"]
                    return reply.headers["Retry-After"]
                return ""

            assert SHORTEST_SECONDS <= int(await refused()) <= LONGEST_SECONDS
            assert await late.history() == []
        assert door.before == AT_ONCE
        door.open.set()
        assert [(await reply).status for reply in inside] == [200] * (AT_ONCE + WAITING)
        assert (await late.messages(text="now"))[0]["text"] == "You said: now"


async def test_a_turn_that_fails_gives_its_place_back(settings: Settings, agent: ScriptedAgent) -> None:
    async def failing(text: str) -> Says:
        raise RuntimeError(text)
        yield {}

    async with chatting(replace(settings, turns_waiting=0), agent) as chat:
        agent.script, kept = failing, agent.script
        for _ in range(AT_ONCE + 1):
            await chat.error(503, await chat.say(text="hi"))
        agent.script = kept
        assert await chat.messages(text="hi")


async def test_a_client_that_goes_away_keeps_its_place_until_its_turn_ends(
    settings: Settings, agent: ScriptedAgent
) -> None:
    door = Door()
    agent.script = door.script
    async with chatting(replace(settings, turns_waiting=0), agent) as chat:
        inside = [asyncio.create_task(person.say(text="hi")) for person in await people(chat, AT_ONCE)]
        await until(lambda: door.before == AT_ONCE)
        inside[0].cancel()
        await asyncio.sleep(0.05)
        await chat.error(429, await chat.say(text="me too"))
        door.open.set()
        assert {(await reply).status for reply in inside[1:]} == {200}


async def test_one_conversation_that_sends_much_does_not_keep_the_others_out(
    settings: Settings, agent: ScriptedAgent
) -> None:
    door = Door()

    async def script(text: str) -> Says:
        if text == "much":
            await door.open.wait()
        yield {"text": "Here."}

    agent.script = script
    async with chatting(replace(settings, turns_waiting=AT_ONCE), agent) as chat:
        much = [asyncio.create_task(chat.say(text="much")) for _ in range(AT_ONCE + 2)]
        await asyncio.sleep(0.05)
        [other] = await people(chat, 1)
        assert await other.messages(text="hi")
        door.open.set()
        assert {(await reply).status for reply in much} == {200}


async def test_the_wait_is_that_of_the_pace_of_the_last_turns() -> None:
    now = 0.0
    admission = Admission(waiting=32, now=lambda: now)

    async def nothing(_: Collector) -> None:
        """End at once."""

    def seconds() -> int:
        while admission._inside < AT_ONCE + 32:
            admission.admit(nothing)
        with pytest.raises(ChatError) as refusal:
            admission.admit(nothing)
        return int(refusal.value.headers["Retry-After"])

    admission.admit(nothing)  # somebody is in all the time
    for _ in range(20):
        await admission.admit(nothing)(Collector())
        now += 0.125  # eight turns a second
    assert seconds() == 3  # 40 are in: half of them take two and a half seconds
    now += 17.5
    assert seconds() == 20  # nothing has ended for a while


async def test_before_any_turn_has_ended_the_wait_is_a_guess() -> None:
    admission = Admission(waiting=0, now=lambda: 0.0)

    async def nothing(_: Collector) -> None:
        """End at once."""

    for _ in range(AT_ONCE):
        admission.admit(nothing)
    with pytest.raises(ChatError) as refusal:
        admission.admit(nothing)
    assert refusal.value.headers["Retry-After"] == str(RETRY_SECONDS)
