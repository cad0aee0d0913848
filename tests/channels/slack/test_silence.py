from __future__ import annotations

from tests.channels.service import ScriptedAgent
from tests.channels.slack.conftest import changed, working
from tests.channels.slack.fake import FakeSlack


async def test_a_quiet_channel_is_left_in_peace(settings, agent: ScriptedAgent, fake: FakeSlack) -> None:
    async with working(changed(settings, slack_quiet_channels=frozenset({"C9"})), agent, fake) as slack:
        await slack.mention("hello", channel="C9")
        await slack.mention("hello", channel="C1")
        await fake.wait("chat.postMessage")
        await fake.silence(0.4)
        assert [post["channel"] for post in fake.posts()] == ["C1"]
