"""Talks in Slack with the trained model, the real action server and real Rasa."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from typing import Any

from tests.channels.slack.buttons import buttons, thumb
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent, command, mention, said
from tests.channels.slack.test_home import opened
from tests.channels.slack.with_model.real import (
    database,
    messages,
    rows,
)
from tests.channels.slack.with_model.staged import Staged


async def test_mention_answer_and_button(slack: Sent, fake: FakeSlack) -> None:
    event = await slack.mention("can PMO become PM?")
    (call,) = await fake.wait("chat.postMessage")
    assert call.given["thread_ts"] == event["ts"]
    kinds = [block["type"] for block in call.given["blocks"]]
    assert kinds == ["markdown", "actions", "context", "context_actions"]
    assert call.given["text"].startswith("Yes")
    assert fake.acted() == ["assistant.threads.setStatus", "chat.postMessage"]
    titles = [element["text"]["text"] for _, element in buttons(messages(fake)[0])]
    assert "How do I become a project manager?" in titles
    await slack.press(messages(fake)[0], titles.index("How do I become a project manager?"))
    await fake.wait("chat.postMessage", 2)
    assert fake.posts()[1]["thread_ts"] == event["ts"]
    assert fake.posts()[1]["text"] != fake.posts()[0]["text"]
    assert "actions" not in [block["type"] for block in messages(fake)[0]["blocks"]]
    assert slack.slowest < 3


async def test_the_thread_keeps_the_context_without_a_mention(slack: Sent, fake: FakeSlack) -> None:
    event = await slack.mention("what does the PMP cost?")
    await slack.event(said("and capm?", thread_ts=event["ts"]))
    await fake.wait("chat.postMessage", 2)
    assert "CAPM" in fake.posts()[1]["text"]


async def test_once_for_every_way_it_comes(slack: Sent, fake: FakeSlack) -> None:
    envelope = mention("scrum master salary uk")
    await asyncio.gather(*(slack.event(envelope) for _ in range(5)))
    await slack.event(envelope, **{"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"})
    await fake.silence()
    assert len(fake.posts()) == 1


async def test_a_forged_request_is_refused(slack: Sent, fake: FakeSlack) -> None:
    envelope = mention("what does the PMP cost?")
    assert (await slack.event(envelope, secret="another")).status == 401
    assert (await slack.event(envelope)).status == 200
    assert len(await fake.wait("chat.postMessage")) == 1


async def test_restart_is_words(slack: Sent, fake: FakeSlack) -> None:
    await slack.mention("/restart")
    (call,) = await fake.wait("chat.postMessage")
    assert call.given["text"]


async def test_the_tell_me_more_button(slack: Sent, fake: FakeSlack) -> None:
    await slack.direct("what is the pmp")
    await fake.wait("chat.postMessage")
    assert buttons(messages(fake)[0])[0][1]["text"]["text"] == "Tell me more"
    await slack.press(messages(fake)[0])
    await fake.wait("chat.postMessage", 2)
    assert fake.posts()[0]["text"] != fake.posts()[1]["text"]


async def test_the_map_comes_as_a_file(slack: Sent, fake: FakeSlack) -> None:
    await slack.direct("path from PMO analyst to COO")
    await fake.wait("files.completeUploadExternal", seconds=20)
    (asked,) = fake.made("files.getUploadURLExternal")
    assert "PMO analyst" in asked.given["alt_txt"]


async def test_a_guided_talk_by_buttons(slack: Sent, fake: FakeSlack) -> None:
    await slack.direct("am i eligible for pmp")
    await fake.wait("chat.postMessage")
    for turn in range(2, 5):
        post = messages(fake)[-1]
        if not buttons(post):
            break
        await slack.press(post)
        await fake.wait("chat.postMessage", turn)
    assert len(fake.posts()) == 4
    assert len({post["thread_ts"] for post in fake.posts()}) == 1


async def test_a_saved_talk_goes_on_in_slack(slack: Sent, fake: FakeSlack, service: Staged) -> None:
    async def web(path: str, token: str = "", **body: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        reply = await slack.http.post(f"{service.url}/chat/api/{path}", json=body, headers=headers)
        return dict(await reply.json())

    token = (await web("conversations"))["token"]
    await web("messages", token, text="i am a pmo analyst with a bachelor's degree")
    answer = await web("messages", token, text="save")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}", answer["messages"][0]["text"])
    assert code is not None
    await slack.direct(f"resume {code[0]}")
    (call,) = await fake.wait("chat.postMessage")
    assert "PMO analyst" in call.given["text"]


async def test_the_home_tab_and_forgetting(slack: Sent, fake: FakeSlack, service: Staged) -> None:
    event = await slack.direct("i am a pmo analyst with a bachelor's degree", user="U77", channel="D77")
    await fake.wait("chat.postMessage")
    await slack.event(opened("home", "U77"))
    (shown,) = await fake.wait("views.publish")
    assert "Job: a PMO analyst" in json.dumps(shown.given)
    assert rows(service, f"slack:T1:D77:{event['ts']}") > 0
    await slack.direct("forget me", user="U77", channel="D77", thread_ts=event["ts"])
    await fake.wait("chat.postMessage", 2)
    await slack.press(messages(fake)[-1])
    await fake.wait("chat.postMessage", 3)
    assert fake.posts()[2]["text"].startswith("Done")
    assert rows(service, f"slack:T1:D77:{event['ts']}") == 0


async def test_a_vote_is_stored_with_its_talk(slack: Sent, fake: FakeSlack, service: Staged) -> None:
    event = await slack.mention("what does the PMP cost?")
    await fake.wait("chat.postMessage")
    await slack.form({"payload": json.dumps(thumb(fake, messages(fake)[0], "positive_button"))})
    await fake.wait("chat.postEphemeral")
    with sqlite3.connect(database(service)) as connection:
        found = connection.execute(
            "SELECT channel, answer, vote FROM feedback WHERE conversation = ?",
            (f"slack:T1:C1:{event['ts']}",),
        ).fetchall()
    assert found == [("slack", "credential/pmp/cost", "up")]


async def test_a_command_is_acknowledged_at_once(slack: Sent, fake: FakeSlack) -> None:
    reply = await slack.form(command(fake, "what does the PMP cost?"))
    assert reply.status == 200
    assert slack.slowest < 3
    await fake.wait("chat.postMessage", 2)
    assert "PMP" in fake.posts()[1]["text"]
