from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone

import jwt
import pytest

from bot.channels.errors import ChatError
from bot.channels.tokens import AUDIENCE, Tokens, new_conversation
from bot.settings import Settings
from tests.channels.service import Chat, chatting

SECRET = "a" * 40
NOW = datetime.now(timezone.utc)
GOOD = {"sub": "0" * 32, "aud": AUDIENCE, "iat": NOW, "exp": NOW + timedelta(days=1)}


def bearer(claims: dict, secret: str = SECRET, algorithm: str = "HS256") -> str:
    return "Bearer " + jwt.encode(claims, secret, algorithm=algorithm)


def without(name: str) -> dict:
    return {key: value for key, value in GOOD.items() if key != name}


REFUSED = {
    "absent": None,
    "empty": "",
    "no token": "Bearer ",
    "other scheme": "Basic " + bearer(GOOD).removeprefix("Bearer "),
    "no scheme": bearer(GOOD).removeprefix("Bearer "),
    "words": "Bearer hello",
    "two tokens": bearer(GOOD) + " " + bearer(GOOD),
    "other key": bearer(GOOD, "b" * 40),
    "no signature": bearer(GOOD, "", "none"),
    "other algorithm": bearer(GOOD, "a" * 64, "HS512"),
    "other audience": bearer({**GOOD, "aud": "someone-else"}),
    **{f"without {name}": bearer(without(name)) for name in GOOD},
    "other kind of id": bearer({**GOOD, "sub": "../../etc"}),
    "id too long": bearer({**GOOD, "sub": "0" * 300}),
    "id with NUL": bearer({**GOOD, "sub": "0" * 31 + "\x00"}),
}


def test_a_token_speaks_for_its_own_conversation() -> None:
    tokens = Tokens(SECRET, days=30)
    one, two = new_conversation(), new_conversation()
    assert one != two
    assert tokens.conversation("Bearer " + tokens.issue(one)) == one
    assert tokens.conversation("bearer " + tokens.issue(two)) == two


@pytest.mark.parametrize("header", REFUSED.values(), ids=REFUSED)
def test_any_other_token_is_refused(header: str | None) -> None:
    with pytest.raises(ChatError) as refusal:
        Tokens(SECRET, days=30).conversation(header)
    assert (refusal.value.status, refusal.value.code) == (401, "unauthorised")


def test_a_token_that_was_shown_before_is_not_proved_again_but_ends(monkeypatch) -> None:
    tokens, token = Tokens(SECRET, days=30), bearer(GOOD)
    assert tokens.conversation(token) == GOOD["sub"]
    monkeypatch.setattr(jwt, "decode", None)
    assert tokens.conversation(token) == GOOD["sub"]
    monkeypatch.setattr(time, "time", GOOD["exp"].timestamp)
    with pytest.raises(ChatError) as refusal:
        tokens.conversation(token)
    assert refusal.value.code == "token_expired"


@pytest.mark.parametrize("name", ["other key", "other audience"])
def test_a_refused_token_is_refused_again(name: str) -> None:
    tokens = Tokens(SECRET, days=30)
    for _ in range(2):
        with pytest.raises(ChatError):
            tokens.conversation(REFUSED[name])


def test_a_token_ends_after_its_days() -> None:
    claims = jwt.decode(
        Tokens(SECRET, days=30).issue("0" * 32), SECRET, algorithms=["HS256"], audience=AUDIENCE
    )
    assert claims["exp"] - claims["iat"] == 30 * 24 * 3600
    expired = bearer({**GOOD, "exp": NOW - timedelta(seconds=1)})
    with pytest.raises(ChatError) as refusal:
        Tokens(SECRET, days=30).conversation(expired)
    assert (refusal.value.status, refusal.value.code) == (401, "token_expired")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/chat/api/messages"),
        ("GET", "/chat/api/history"),
        ("DELETE", "/chat/api/conversation"),
        ("POST", "/chat/api/feedback"),
    ],
)
async def test_every_address_of_a_conversation_wants_its_token(chat: Chat, method: str, path: str) -> None:
    for header in ({"Authorization": ""}, {"Authorization": bearer(GOOD)}, {"Authorization": chat.token}):
        reply = await chat.call(method, path, headers=header, json={"text": "hi"})
        assert (await chat.error(401, reply))["code"] == "unauthorised"
        assert reply.headers["WWW-Authenticate"] == "Bearer"
    assert chat.agent.received == []


async def test_conversations_are_made_by_the_server(chat: Chat) -> None:
    started = [
        await chat.call("POST", "/chat/api/conversations", json={"conversation": "mine"}) for _ in range(3)
    ]
    assert [reply.status for reply in started] == [201, 201, 201]
    bodies = [await reply.json() for reply in started]
    assert all(set(body) == {"conversation", "token"} for body in bodies)
    assert len({body["conversation"] for body in bodies} | {chat.conversation}) == 4
    assert "mine" not in {body["conversation"] for body in bodies}


async def test_a_talk_survives_a_restart(settings: Settings, sql_agent) -> None:
    async with chatting(settings, sql_agent) as chat:
        await chat.messages(text="hi")
        token = chat.token
    async with chatting(settings, sql_agent) as again:
        again.token = token
        assert [entry["text"] for entry in await again.history()] == ["hi", "You said: hi"]
