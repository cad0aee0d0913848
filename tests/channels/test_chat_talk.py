from __future__ import annotations

import asyncio
from datetime import datetime

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import BotUttered, SessionStarted, UserUttered

from bot.channels import talk
from bot.channels.feedback import TABLE
from bot.settings import Settings
from tests.channels.service import DOMAIN, Chat, Says, ScriptedAgent, chatting
from tests.channels.test_chat_messages import ANSWER, BUTTON, answering


def rows(settings: Settings, table: str, conversation: str) -> int:
    column = sa.column("sender_id" if table == "events" else "conversation")
    query = sa.select(sa.func.count()).select_from(sa.table(table)).where(column == conversation)
    with sa.create_engine(settings.database_url).connect() as connection:
        return connection.execute(query).scalar()


async def test_a_new_conversation_has_no_history(chat: Chat) -> None:
    body = await (await chat.call("GET", "/chat/api/history")).json()
    assert body == {"conversation": chat.conversation, "messages": []}


async def test_the_history_is_what_was_said_with_all_its_data(chat: Chat) -> None:
    chat.agent.script = answering
    await chat.messages(text="what does the pmp cost")
    await chat.messages(payload=BUTTON["payload"])
    entries = await chat.history()
    assert [(entry["from"], entry["text"]) for entry in entries] == [
        ("user", "what does the pmp cost"),
        ("bot", ANSWER["text"]),
        ("user", BUTTON["title"]),
        ("bot", ANSWER["text"]),
    ]
    assert entries[1]["answer"] == ANSWER
    assert entries[1]["buttons"] == [BUTTON]
    assert all(datetime.fromisoformat(entry["at"]).utcoffset().total_seconds() == 0 for entry in entries)


async def test_the_history_goes_over_sessions_and_buttons_of_old_ones_work(chat: Chat) -> None:
    chat.agent.script = answering
    await chat.messages(text="before")
    tracker = await chat.agent.tracker_store.retrieve(chat.conversation)
    tracker.update(SessionStarted())
    await chat.agent.tracker_store.save(tracker)
    await chat.messages(text="after")
    assert [entry["text"] for entry in await chat.history()][::2] == ["before", "after"]
    await chat.messages(payload=BUTTON["payload"])


async def test_a_long_history_is_cut_at_its_old_end(chat: Chat, monkeypatch) -> None:
    monkeypatch.setattr(talk, "LONGEST_HISTORY", 3)
    for number in range(3):
        await chat.messages(text=str(number))
    assert [entry["text"] for entry in await chat.history()] == ["You said: 1", "2", "You said: 2"]


async def test_nobody_else_s_talk_is_shown(chat: Chat) -> None:
    await chat.messages(text="mine")
    other = await Chat(chat.http, chat.base, chat.agent).start()
    assert await other.history() == []


async def test_a_forgotten_conversation_is_gone_from_memory(chat: Chat) -> None:
    await chat.messages(text="hi")
    reply = await chat.call("DELETE", "/chat/api/conversation")
    assert (reply.status, await reply.read()) == (204, b"")
    assert chat.conversation not in chat.agent.tracker_store._tracker_store.store
    assert await chat.history() == []


async def test_a_forgotten_conversation_leaves_no_row(settings: Settings, sql_agent: ScriptedAgent) -> None:
    async with chatting(settings, sql_agent) as chat:
        other = await Chat(chat.http, chat.base, sql_agent).start()
        for client in (chat, other):
            await client.messages(text="hi")
            await client.call("POST", "/chat/api/feedback", json={"answer": "topic/cv_tips", "vote": "up"})
        assert rows(settings, "events", chat.conversation) > 0
        assert (await chat.call("DELETE", "/chat/api/conversation")).status == 204
        assert await chat.history() == []
    for table in ("events", TABLE.name):
        assert rows(settings, table, chat.conversation) == 0
        assert rows(settings, table, other.conversation) > 0


async def test_what_rasa_kept_while_the_store_was_down_is_forgotten_too(chat: Chat) -> None:
    fallback = chat.agent.tracker_store.fallback_tracker_store
    fallback.store[chat.conversation] = "{}"
    await chat.call("DELETE", "/chat/api/conversation")
    assert fallback.store == {}


async def test_forgetting_waits_for_the_turn_that_is_running(chat: Chat) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def slow(text: str) -> Says:
        started.set()
        await go_on.wait()
        yield {"text": "late"}

    chat.agent.script = slow
    turn = asyncio.create_task(chat.messages(text="hi"))
    await started.wait()
    forgetting = asyncio.create_task(chat.call("DELETE", "/chat/api/conversation"))
    await asyncio.sleep(0.1)
    assert not forgetting.done()
    go_on.set()
    await turn
    assert (await forgetting).status == 204
    assert await chat.history() == []


async def test_a_conversation_can_be_forgotten_twice(chat: Chat) -> None:
    for _ in range(2):
        assert (await chat.call("DELETE", "/chat/api/conversation")).status == 204


async def test_a_button_of_a_forgotten_conversation_is_no_longer_one(chat: Chat) -> None:
    chat.agent.script = answering
    await chat.messages(text="hi")
    await chat.call("DELETE", "/chat/api/conversation")
    await chat.error(400, await chat.say(payload=BUTTON["payload"]))


async def test_a_store_that_we_cannot_delete_from_is_admitted(chat: Chat) -> None:
    class OtherStore(TrackerStore):
        pass

    chat.agent.tracker_store = OtherStore(DOMAIN)
    error = await chat.error(501, await chat.call("DELETE", "/chat/api/conversation"))
    assert error["code"] == "not_forgettable"


@pytest.mark.parametrize("payload", ["/restart", "/session_start"])
def test_a_command_that_no_button_gave_is_not_shown(payload: str) -> None:
    said = [UserUttered(payload), BotUttered("Hello."), UserUttered(None)]
    assert [entry["text"] for entry in talk.history(said)] == ["Hello."]
