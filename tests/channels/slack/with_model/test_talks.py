"""Talks in Slack with the trained model, the real action server and real Rasa."""

from __future__ import annotations

import re
from typing import Any

from tests.channels.slack.buttons import buttons
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.with_model.real import (
    messages,
)
from tests.channels.slack.with_model.staged import Staged


async def test_the_tell_me_more_button(slack: Sent, fake: FakeSlack) -> None:
    await slack.direct("what is the pmp")
    await fake.wait("chat.postMessage")
    assert buttons(messages(fake)[0])[0][1]["text"]["text"] == "Tell me more"
    await slack.press(messages(fake)[0])
    await fake.wait("chat.postMessage", 2)
    assert fake.posts()[0]["text"] != fake.posts()[1]["text"]


async def test_the_map_comes_as_a_file(slack: Sent, fake: FakeSlack) -> None:
    await slack.direct("path from PMO analyst to COO")
    await fake.wait("files.completeUploadExternal")
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
