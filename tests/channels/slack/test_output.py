from __future__ import annotations

import aiohttp
import pytest
from rasa.core.channels.channel import OutputChannel
from rasa.core.run import configure_app
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.slack.channel import SlackInput
from bot.settings import Settings, load
from tests.channels.service import DOMAIN, ScriptedAgent, serving
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
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


class ListeningAgent(ScriptedAgent):
    """An agent that can be told of events from outside, as far as Rasa's own route asks."""

    domain = DOMAIN

    @property
    def processor(self) -> ListeningAgent:
        return self

    async def fetch_tracker_and_update_session(self, conversation: str) -> DialogueStateTracker:
        return await self.tracker_store.get_or_create_tracker(conversation)

    async def trigger_intent(
        self, intent_name: str, entities: object, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> None:
        await output_channel.send_response(tracker.sender_id, said(f"You are reminded: {intent_name}."))


async def test_an_event_from_outside_reaches_the_latest_channel_and_thread(
    settings: Settings, fake: FakeSlack
) -> None:
    agent = ListeningAgent(SQLTrackerStore(DOMAIN, host=settings.database_url))
    channel = SlackInput(settings)
    app = configure_app([channel], enable_api=True)
    app.ctx.agent = agent
    async with serving(settings, agent, app=app) as base, aiohttp.ClientSession() as http:
        await channel._here.begin()
        event = await Sent(http, base, fake).mention("hello")
        await fake.wait("chat.postMessage")
        address = f"{base}/conversations/slack:T1:C1:{event['ts']}/trigger_intent?output_channel=latest"
        reply = await http.post(address, json={"name": "ask"})
        assert reply.status == 200, await reply.text()
        await channel._here.close()
    post = fake.posts()[1]
    assert (post["channel"], post["thread_ts"], post["text"]) == (
        "C1",
        event["ts"],
        "You are reminded: ask.",
    )
