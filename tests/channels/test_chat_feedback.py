from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from bot.channels.feedback import TABLE, Feedback
from bot.channels.guard import REASONS, Vote
from bot.settings import Settings
from tests.channels.service import Chat

ID = "credential/pmp/cost"
WRONG = [
    {},
    [],
    "up",
    {"answer": ID},
    {"vote": "up"},
    {"answer": ID, "vote": "sideways"},
    {"answer": ID, "vote": 1},
    {"answer": ID, "vote": ["up"]},
    {"answer": "", "vote": "up"},
    {"answer": 7, "vote": "up"},
    {"answer": "no such kind", "vote": "up"},
    {"answer": "topic/" + "x" * 300, "vote": "up"},
    {"answer": "topic/\ud800", "vote": "up"},
    {"answer": "topic/a\x00b", "vote": "up"},
    {"answer": ID, "vote": "down", "reason": "because"},
    {"answer": ID, "vote": "down", "reason": ["wrong"]},
    {"answer": ID, "vote": "up", "reason": "wrong"},
]


def stored(settings: Settings) -> list[dict]:
    with sa.create_engine(settings.database_url).connect() as connection:
        return [dict(row) for row in connection.execute(sa.select(TABLE).order_by(TABLE.c.id)).mappings()]


async def vote(chat: Chat, **body: object):
    return await chat.call("POST", "/chat/api/feedback", json=body)


async def test_a_thumb_is_stored_beside_the_conversations(chat: Chat, settings: Settings) -> None:
    reply = await vote(chat, answer=ID, vote="up")
    assert (reply.status, await reply.json()) == (201, {"answer": ID, "vote": "up", "reason": None})
    [row] = stored(settings)
    age = datetime.now(timezone.utc).replace(tzinfo=None) - row.pop("at")
    assert timedelta(0) <= age < timedelta(minutes=1)
    del row["id"]
    assert row == {
        "channel": "web",
        "conversation": chat.conversation,
        "answer": ID,
        "vote": "up",
        "reason": None,
    }


@pytest.mark.parametrize("reason", REASONS)
async def test_a_thumb_down_can_have_a_reason(chat: Chat, settings: Settings, reason: str) -> None:
    assert (await vote(chat, answer="out_of_scope/unrelated", vote="down", reason=reason)).status == 201
    assert [row["reason"] for row in stored(settings)] == [reason]


async def test_the_newest_vote_on_an_answer_counts(chat: Chat, settings: Settings) -> None:
    await vote(chat, answer=ID, vote="up")
    await vote(chat, answer="topic/cv_tips", vote="up")
    await vote(chat, answer=ID, vote="down", reason="outdated")
    assert [(row["answer"], row["vote"]) for row in stored(settings)] == [
        ("topic/cv_tips", "up"),
        (ID, "down"),
    ]


@pytest.mark.parametrize("body", WRONG, ids=repr)
async def test_feedback_of_another_shape_is_refused(chat: Chat, settings: Settings, body: object) -> None:
    error = await chat.error(400, await chat.call("POST", "/chat/api/feedback", json=body))
    assert error["code"] == "bad_feedback"
    assert all(reason in error["message"] for reason in REASONS)
    assert not sa.inspect(sa.create_engine(settings.database_url)).has_table(TABLE.name)


async def test_a_database_that_is_down_is_a_503(chat: Chat, monkeypatch) -> None:
    def down(*_: object) -> None:
        raise sa.exc.OperationalError("INSERT", {}, Exception("disk full"))

    monkeypatch.setattr(Feedback, "record", down)
    reply = await vote(chat, answer=ID, vote="up")
    await chat.error(503, reply)
    assert "disk" not in await reply.text()


def test_cutting_the_link_keeps_the_vote(settings: Settings) -> None:
    feedback = Feedback(settings.database_url)
    feedback.record("web", "a", Vote(ID, "up", None))
    feedback.record("web", "b", Vote(ID, "down", "wrong"))
    feedback.cut_link("a")
    assert [(row["conversation"], row["vote"]) for row in stored(settings)] == [(None, "up"), ("b", "down")]
