from __future__ import annotations

import aiohttp
import pytest

from bot.channels.slack.channel import SlackInput
from bot.settings import Settings, load
from tests.channels.service import ScriptedAgent, serving
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.scripts import said


async def test_a_reminder_reaches_the_thread_that_the_conversation_names(
    settings: Settings, agent: ScriptedAgent, fake: FakeSlack
) -> None:
    channel = SlackInput(settings)
    assert channel.get_output_channel() is None
    async with serving(settings, agent, channel=channel):
        await channel._here.begin()
        way_out = channel.get_output_channel()
        assert way_out is not None
        assert way_out.name() == "slack"
        await way_out.send_response("slack:T1:C5:1690000000.000007", said("Time to study."))
        with pytest.raises(ValueError, match="web-1"):
            await way_out.send_response("web-1", said("Lost."))
        await channel._here.close()
    (post,) = fake.posts()
    assert (post["channel"], post["thread_ts"], post["text"]) == (
        "C5",
        "1690000000.000007",
        "Time to study.",
    )


async def test_without_settings_the_channel_serves_nothing(tmp_path, agent: ScriptedAgent) -> None:
    settings = load({"WAYMARK_VAR_DIR": str(tmp_path)}, env_file=None)
    channel = SlackInput(settings)
    async with serving(settings, agent, channel=channel) as base, aiohttp.ClientSession() as http:
        for path in ("/slack/events", "/slack/install", "/slack/oauth_redirect"):
            assert (await http.post(base + path)).status == 404
            assert (await http.get(base + path)).status == 404
    assert not (tmp_path / "waymark.db").exists() or b"slack_" not in (tmp_path / "waymark.db").read_bytes()
