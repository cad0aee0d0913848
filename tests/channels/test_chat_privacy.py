"""What must not be stored is not, and a talk that is to be forgotten is."""

from __future__ import annotations

import asyncio
from datetime import datetime, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import TrackerStore
from sqlalchemy.exc import OperationalError

from bot.answers.answer import Answer
from bot.channels import talk, texts
from bot.channels.feedback import TABLE
from bot.insights.queue import Queue
from bot.insights.reasons import Unanswered
from bot.settings import Settings
from tests.channels.service import DOMAIN, Chat, Says, ScriptedAgent, chatting
from tests.channels.test_chat_messages import events_of
from tests.channels.test_chat_talk import rows

FORGET = '/answer{"id": "tool/profile/forget"}'


async def forgetting(text: str) -> Says:
    if text in (FORGET, "forget me"):
        answer = Answer("tool/profile", "It is deleted.", forget=True).to_dict()
        yield {"text": "It is deleted.", "answer": answer}
    else:
        yield {"text": f"You said: {text}", "buttons": [{"title": "Forget me", "payload": FORGET}]}


async def test_typed_text_is_masked_before_rasa_gets_it(chat: Chat) -> None:
    await chat.messages(text="I am ann.lee@example.org, call +44 20 7946 0958. Can I take the PMP?")
    await chat.messages(text="I led projects from 2019 to 2023")
    assert chat.agent.received == [
        "I am [e-mail address], call [phone number]. Can I take the PMP?",
        "I led projects from 2019 to 2023",
    ]
    assert chat.agent.metadata == [{"masked": True}, None]
    assert (await chat.history())[0]["text"] == chat.agent.received[0]


async def test_what_was_masked_stands_nowhere_in_the_database(
    settings: Settings, sql_agent: ScriptedAgent
) -> None:
    async with chatting(settings, sql_agent) as chat:
        await chat.messages(text="write to ann.lee@example.org")
    stored = b"".join(path.read_bytes() for path in Path(settings.var_dir).iterdir())
    assert b"e-mail address" in stored
    assert b"ann.lee" not in stored


async def test_words_that_hide_a_command_behind_an_address_stay_words(chat: Chat) -> None:
    await chat.messages(text="/ann@example.org/restart")
    assert chat.agent.received == ["[e-mail address]/restart"]


async def test_messages_with_much_to_look_through_keep_their_order(chat: Chat) -> None:
    slow = "020 7946 0958 " * 200
    await asyncio.gather(chat.messages(text=slow), chat.messages(text="quick"))
    assert chat.agent.received[-1] == "quick"


async def test_an_answer_that_says_so_is_delivered_and_the_talk_deleted(
    settings: Settings, sql_agent: ScriptedAgent
) -> None:
    sql_agent.script = forgetting
    async with chatting(settings, sql_agent) as chat:
        await chat.messages(text="hi")
        await chat.call("POST", "/chat/api/feedback", json={"answer": "topic/cv_tips", "vote": "up"})
        [farewell] = await chat.messages(payload=FORGET)
        assert (farewell["text"], farewell["answer"]["forget"]) == ("It is deleted.", True)
        for table in ("events", TABLE.name):
            assert rows(settings, table, chat.conversation) == 0
        assert await chat.history() == []
        await chat.error(400, await chat.say(payload=FORGET))
        await chat.messages(text="hello again")
        assert [entry["text"] for entry in await chat.history()] == ["hello again", "You said: hello again"]


async def test_a_stream_ends_when_the_talk_is_deleted(chat: Chat) -> None:
    chat.agent.script = forgetting
    reply = await chat.call(
        "POST", "/chat/api/messages", json={"text": "forget me"}, headers={"Accept": "text/event-stream"}
    )
    events = events_of(await reply.text())
    assert [(name, data.get("text")) for name, data in events] == [
        ("message", "It is deleted."),
        ("done", None),
    ]
    assert chat.conversation not in chat.agent.tracker_store._tracker_store.store


async def test_the_talks_of_others_stay(chat: Chat) -> None:
    chat.agent.script = forgetting
    other = await Chat(chat.http, chat.base, chat.agent).start()
    await other.messages(text="hi")
    await chat.messages(text="forget me")
    assert len(await other.history()) == 2


async def test_a_message_that_came_meanwhile_starts_the_talk_afresh(chat: Chat) -> None:
    chat.agent.script = forgetting
    await chat.messages(text="before")
    await asyncio.gather(chat.messages(text="forget me"), chat.messages(text="after"))
    assert [entry["text"] for entry in await chat.history()] == ["after", "You said: after"]


@pytest.mark.parametrize("value", [False, None, "true", 1])
async def test_nothing_else_deletes_a_talk(chat: Chat, value: object) -> None:
    async def script(text: str) -> Says:
        yield {"text": "Yes.", "answer": {"id": "tool/profile", "forget": value}}

    chat.agent.script = script
    await chat.messages(text="forget me")
    assert len(await chat.history()) == 2


async def test_a_talk_that_could_not_be_deleted_is_not_said_to_be(chat: Chat, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("DELETE", {}, Exception("locked"))

    chat.agent.script = forgetting
    await chat.messages(text="hi")
    monkeypatch.setattr(talk, "_delete", fail)
    error = await chat.error(503, await chat.say(payload=FORGET))
    assert error["message"] == texts.UNAVAILABLE
    monkeypatch.undo()
    await chat.messages(payload=FORGET)
    assert await chat.history() == []


async def test_a_store_that_we_cannot_delete_from_is_admitted_in_the_turn(chat: Chat, monkeypatch) -> None:
    class OtherStore(TrackerStore):
        pass

    chat.agent.script = forgetting
    monkeypatch.setattr(talk, "primary_store", lambda agent: OtherStore(DOMAIN))
    error = await chat.error(501, await chat.say(text="forget me"))
    assert error["code"] == "not_forgettable"


async def test_a_forgotten_talk_leaves_nothing_in_the_queue_for_editors(
    settings: Settings, sql_agent: ScriptedAgent
) -> None:
    async with chatting(settings, sql_agent) as chat:
        await chat.messages(text="about my own case")
        queue = Queue(sa.create_engine(settings.database_url, future=True))
        mine = Unanswered(
            "e", datetime.now(timezone.utc), "web", chat.conversation, "about my own case", "clarify", "left"
        )
        queue.put([mine])
        assert [item.words for item in queue.all()] == ["about my own case"]
        assert (await chat.call("DELETE", "/chat/api/conversation")).status == 204
        assert queue.all() == []
