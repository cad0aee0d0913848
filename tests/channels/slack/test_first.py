from __future__ import annotations

from tests.channels.service import ScriptedAgent
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent


async def with_buttons(text):
    yield {
        "text": f"You said: {text}",
        "buttons": [{"title": "More of it", "payload": '/answer{"id": "a/b"}'}],
    }


async def test_a_mention_is_answered_in_its_thread(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = with_buttons
    event = await slack.mention("can pmo become pm")
    await fake.wait("chat.postMessage", seconds=2)
    assert fake.refused == []
    (call,) = await fake.wait("chat.postMessage")
    assert agent.received == ["can pmo become pm"]
    assert call.given["thread_ts"] == event["ts"]
    assert [block["type"] for block in call.given["blocks"]] == ["markdown", "actions"]
    post = next(iter(fake.messages.values()))
    assert (await slack.press(post)).status == 200
    await fake.wait("chat.postMessage", 2)
    assert agent.received[1:] == ['/answer{"id": "a/b"}']
