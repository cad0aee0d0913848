from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, fields

from bot.answer_id import AnswerId
from bot.answers.answer import Answer, Download, Picture
from tests.channels.service import Chat, Says

ANSWER = {
    "id": "credential/pmp/cost",
    "text": "The exam costs USD 405 for members.",
    "more": None,
    "table": {"columns": ["", "Members"], "rows": [["Exam", "USD 405"]]},
    "sources": [{"title": "Fees", "publisher": "PMI", "url": "https://example.org/fees", "as_of": "2026-02"}],
    "follow_ups": [{"title": "How do I renew it?", "id": "credential/pmp/renewal"}],
    "options": [],
    "confidence": 0.93,
    "picture": None,
}
BUTTON = {"title": "How do I renew it?", "payload": '/answer{"id": "credential/pmp/renewal"}'}


async def answering(text: str) -> Says:
    yield {"text": ANSWER["text"], "buttons": [BUTTON], "answer": ANSWER}


def events_of(stream: str) -> list[tuple[str, dict]]:
    """Read server-sent events of one ``event`` and one ``data`` line each."""
    blocks = [block.split("\n") for block in stream.strip().split("\n\n")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in blocks]


async def test_a_text_gets_the_bot_s_answer_with_all_its_data(chat: Chat) -> None:
    chat.agent.script = answering
    assert await chat.messages(text="what does the pmp cost") == [
        {"text": ANSWER["text"], "buttons": [BUTTON], "image": None, "answer": ANSWER}
    ]
    assert chat.agent.received == ["what does the pmp cost"]


async def test_text_is_not_split_at_blank_lines_and_pictures_pass(chat: Chat) -> None:
    async def paragraphs(text: str) -> Says:
        yield {"text": "One.\n\nTwo.\n\n- three"}
        yield {"image": "/chat/a/x/map.svg"}

    chat.agent.script = paragraphs
    first, second = await chat.messages(text="hi")
    assert first["text"] == "One.\n\nTwo.\n\n- three"
    assert (second["text"], second["image"]) == ("", "/chat/a/x/map.svg")


async def test_a_picture_and_files_travel_as_data_and_the_picture_as_image_too(chat: Chat) -> None:
    picture = Picture("/chat/map.png?goal=pm", "/chat/map.png?goal=pm&theme=dark", "A map.", "** PM")
    files = (Download("The plan as a calendar", "/chat/plan/a.b.c.ics"),)
    answer = Answer("tool/map", "Here it is.", picture=picture, downloads=files).to_dict()

    async def drawing(text: str) -> Says:
        yield {"text": "Here it is.", "answer": answer}

    chat.agent.script = drawing
    [message] = await chat.messages(text="show me the map")
    assert message["image"] == picture.url
    assert message["answer"]["picture"] == asdict(picture)
    assert message["answer"]["downloads"] == [asdict(files[0])]
    assert (await chat.history())[1] | message == (await chat.history())[1]


async def test_the_channel_s_own_replies_have_the_keys_of_every_answer(chat: Chat) -> None:
    [reply] = await chat.messages(text="")
    assert set(reply["answer"]) == {field.name for field in fields(Answer)}
    assert (reply["image"], reply["answer"]["downloads"], reply["answer"]["forget"]) == (None, [], False)


async def test_messages_come_one_by_one_as_server_sent_events(chat: Chat) -> None:
    go_on = asyncio.Event()

    async def slowly(text: str) -> Says:
        yield {"text": "first"}
        await go_on.wait()
        yield {"text": "second"}

    chat.agent.script = slowly
    async with chat.http.post(
        f"{chat.base}/chat/api/messages",
        json={"text": "hi"},
        headers={**chat.auth, "Accept": "text/event-stream"},
    ) as reply:
        assert reply.headers["Content-Type"].startswith("text/event-stream")
        assert reply.headers["X-Accel-Buffering"] == "no"
        assert reply.headers["Cache-Control"] == "no-store"
        early = await asyncio.wait_for(reply.content.readuntil(b"\n\n"), 2)
        go_on.set()
        late = await reply.text()
    events = events_of(early.decode() + late)
    assert [(name, data.get("text")) for name, data in events] == [
        ("message", "first"),
        ("message", "second"),
        ("done", None),
    ]


async def test_empty_messages_get_a_kind_reply_and_never_reach_rasa(chat: Chat) -> None:
    for text in ("", "   ", "\n\t", "/", " // / ", "\u200b\u200b", "\x00\x07"):
        [reply] = await chat.messages(text=text)
        assert reply["answer"]["id"] == "smalltalk/help"
        assert reply["answer"]["options"] == []
        assert reply["answer"]["text"] == reply["text"] != ""
        AnswerId.parse(reply["answer"]["id"])
    assert chat.agent.received == []


async def test_messages_that_are_too_long_get_a_kind_reply_and_never_reach_rasa(chat: Chat) -> None:
    [reply] = await chat.messages(text="x" * 4001)
    assert reply["answer"]["id"] == "clarify"
    assert reply["answer"]["options"] == []
    assert "4,001" in reply["text"]
    assert "4,000" in reply["text"]
    assert chat.agent.received == []
    assert (await chat.messages(text="x" * 4000))[0]["text"] == "You said: " + "x" * 4000


async def test_a_kind_reply_is_streamed_like_any_other(chat: Chat) -> None:
    reply = await chat.call(
        "POST", "/chat/api/messages", json={"text": ""}, headers={"Accept": "text/event-stream"}
    )
    events = events_of(await reply.text())
    assert [name for name, _ in events] == ["message", "done"]
    assert events[0][1]["answer"]["id"] == "smalltalk/help"


async def test_messages_of_one_conversation_are_answered_one_after_the_other(chat: Chat) -> None:
    begun, running, most = asyncio.Event(), 0, 0

    async def slow_then_quick(text: str) -> Says:
        nonlocal running, most
        begun.set()
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.3 if text == "0" else 0.01)
        running -= 1
        yield {"text": text}

    chat.agent.script = slow_then_quick
    first = asyncio.create_task(chat.messages(text="0"))
    await asyncio.wait_for(begun.wait(), 5)
    replies = await asyncio.gather(first, *(chat.messages(text=str(number)) for number in range(1, 4)))
    assert [reply[0]["text"] for reply in replies] == ["0", "1", "2", "3"]
    assert chat.agent.received[0] == "0"
    assert most == 1


async def test_two_conversations_do_not_wait_for_each_other(chat: Chat) -> None:
    other = await Chat(chat.http, chat.base, chat.agent).start()
    held = asyncio.Event()

    async def hold_one(text: str) -> Says:
        if text == "hold":
            await held.wait()
        yield {"text": text}

    chat.agent.script = hold_one
    waiting = asyncio.create_task(chat.messages(text="hold"))
    assert (await asyncio.wait_for(other.messages(text="quick"), 2))[0]["text"] == "quick"
    assert not waiting.done()
    held.set()
    assert (await waiting)[0]["text"] == "hold"
