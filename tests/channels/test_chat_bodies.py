from __future__ import annotations

import json

import pytest

from tests.channels.service import Chat

NOT_JSON = {
    "nothing": b"",
    "words": b"hello",
    "half": b'{"text": "hi"',
    "latin-1": '{"text": "caf\xe9"}'.encode("latin-1"),
    "utf-16": '{"text": "hi"}'.encode("utf-16"),
    "deep": b'{"text":' + b"[" * 15_000 + b"]" * 15_000 + b"}",
    "huge number": b'{"text": ' + b"9" * 5000 + b"}",
    "nul": b"\x00\x00\x00",
}
NOT_A_MESSAGE = [
    [],
    "hi",
    7,
    None,
    True,
    {},
    {"text": None},
    {"text": 7},
    {"text": ["hi"]},
    {"text": {"text": "hi"}},
    {"text": True},
    {"payload": 7},
    {"payload": {"intent": "restart"}},
    {"text": "hi", "payload": "/restart"},
    {"message": "hi", "sender": "someone"},
]


@pytest.mark.parametrize("body", NOT_JSON.values(), ids=NOT_JSON)
async def test_a_body_that_is_not_json_is_refused(chat: Chat, body: bytes) -> None:
    error = await chat.error(400, await chat.call("POST", "/chat/api/messages", data=body))
    assert error["code"] == "bad_json"
    assert chat.agent.received == []


@pytest.mark.parametrize("body", NOT_A_MESSAGE, ids=json.dumps)
async def test_a_body_of_the_wrong_shape_is_refused(chat: Chat, body: object) -> None:
    error = await chat.error(400, await chat.call("POST", "/chat/api/messages", data=json.dumps(body)))
    assert error["code"] == "bad_body"
    assert chat.agent.received == []


@pytest.mark.parametrize("field", ["text", "payload"])
async def test_half_a_character_is_refused(chat: Chat, field: str) -> None:
    body = b'{"%s": "hi \\ud800"}' % field.encode()
    error = await chat.error(400, await chat.call("POST", "/chat/api/messages", data=body))
    assert error["code"] == "bad_characters"


async def test_whole_characters_of_every_kind_pass(chat: Chat) -> None:
    text = 'שלום 🧭 \u0c95 "quotes" \\ {braces} <b>'
    assert (await chat.messages(text=text))[0]["text"] == f"You said: {text}"


async def test_names_in_the_body_do_not_choose_the_conversation(chat: Chat) -> None:
    await chat.messages(text="hi", sender="victim", sender_id="victim", metadata={"role": "admin"})
    assert await chat.agent.tracker_store.retrieve("victim") is None
    assert await chat.agent.tracker_store.retrieve(chat.conversation) is not None


@pytest.mark.parametrize("size", [32_769, 100_000, 2_000_000, 12_000_000])
async def test_a_body_over_the_limit_is_refused(chat: Chat, size: int) -> None:
    body = b'{"text": "' + b"x" * (size - 12) + b'"}'
    error = await chat.error(413, await chat.call("POST", "/chat/api/messages", data=body))
    assert error["code"] == "too_large"
    assert "32,768 bytes" in error["message"]
    assert (await chat.messages(text="still there"))[0]["text"] == "You said: still there"


async def test_a_body_in_pieces_without_a_length_is_limited_too(chat: Chat) -> None:
    async def pieces():
        for _ in range(100):
            yield b"x" * 1000

    error = await chat.error(413, await chat.call("POST", "/chat/api/messages", data=pieces()))
    assert error["code"] == "too_large"


@pytest.mark.parametrize("path", ["/chat/api/feedback", "/chat/api/conversations"])
async def test_every_body_is_limited(chat: Chat, path: str) -> None:
    await chat.error(413, await chat.call("POST", path, data=b"x" * 40_000))
