from __future__ import annotations

import pytest

from tests.channels.service import ScriptedAgent
from tests.channels.slack.conftest import changed, working
from tests.channels.slack.fake import BOT, BOT_USER, FakeSlack
from tests.channels.slack.people import Sent, direct, envelope, mention, said

EDITED = {
    "type": "message",
    "subtype": "message_changed",
    "hidden": True,
    "channel": "D1",
    "channel_type": "im",
    "ts": "1690000001.000100",
    "message": {"type": "message", "user": "U1", "text": "changed", "ts": "1690000000.000100"},
    "previous_message": {"type": "message", "user": "U1", "text": "old", "ts": "1690000000.000100"},
}
DELETED = {
    "type": "message",
    "subtype": "message_deleted",
    "hidden": True,
    "channel": "D1",
    "channel_type": "im",
    "ts": "1690000001.000200",
    "deleted_ts": "1690000000.000100",
    "previous_message": {"type": "message", "user": "U1", "text": "old", "ts": "1690000000.000100"},
}
QUIET = {
    "its own message": direct("hello", user=BOT_USER, bot_id=BOT),
    "another bot": mention("hello", bot_id="B9"),
    "a bot without a user": direct("hello", subtype="bot_message", bot_id="B9", user=None),
    "a join": said("<@U9> has joined the channel", subtype="channel_join"),
    "a topic": said("<@U9> set the channel topic", subtype="channel_topic", topic="pmo"),
    "an edit": envelope(EDITED),
    "a deletion": envelope(DELETED),
    "a message to nobody": said("does anybody know what the pmp costs"),
    "a group's message to nobody": said("hello", channel="G1", channel_type="group"),
    "an event that nobody asked for": envelope({"type": "reaction_added", "user": "U1"}),
}


@pytest.mark.parametrize("what", QUIET)
async def test_what_asks_nothing_is_not_answered(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent, what: str
) -> None:
    assert (await slack.event(QUIET[what])).status == 200
    await fake.silence(0.4)
    assert agent.received == []
    assert fake.acted() == []


async def test_a_quiet_channel_is_left_in_peace(settings, agent: ScriptedAgent, fake: FakeSlack) -> None:
    async with working(changed(settings, slack_quiet_channels=frozenset({"C9"})), agent, fake) as slack:
        await slack.mention("hello", channel="C9")
        await slack.mention("hello", channel="C1")
        await fake.wait("chat.postMessage")
        await fake.silence(0.4)
        assert [post["channel"] for post in fake.posts()] == ["C1"]
