from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.settings import Settings
from tests.channels.service import ScriptedAgent
from tests.channels.slack.buttons import press
from tests.channels.slack.conftest import changed, working
from tests.channels.slack.fake import APP_TOKEN, FakeSlack
from tests.channels.slack.people import Sent, command, mention
from tests.channels.slack.scripts import said, saying
from tests.channels.slack.sockets import deliver


@pytest.fixture
async def slack(settings: Settings, agent: ScriptedAgent, fake: FakeSlack) -> AsyncIterator[Sent]:
    async with working(changed(settings, slack_app_token=APP_TOKEN), agent, fake) as sent:
        for _ in range(100):
            if fake.sockets:
                break
            await asyncio.sleep(0.05)
        yield sent


async def test_buttons_and_commands_work(slack: Sent, fake: FakeSlack, agent: ScriptedAgent) -> None:
    agent.script = saying(said("One.", ("Next",)))
    await deliver(fake, "slash_commands", command(fake, "pmp"))
    assert "our direct messages" in fake.acknowledged["e-1"]["payload"]["text"]
    await fake.wait("chat.postMessage", 2)
    post = list(fake.messages.values())[1]
    assert await deliver(fake, "interactive", press(fake, post), "e-2") < 3
    await fake.wait("chat.postMessage", 3)
    assert agent.received == ["pmp", '/answer{"id": "topic/number_0"}']


async def test_a_lost_connection_is_opened_again(slack: Sent, fake: FakeSlack, agent: ScriptedAgent) -> None:
    await fake.sockets[0].send_json({"type": "disconnect", "reason": "refresh_requested"})
    for _ in range(200):
        if len(fake.made("apps.connections.open")) >= 3 and fake.sockets:
            break
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)
    await deliver(fake, "events_api", mention("hello"))
    assert len(await fake.wait("chat.postMessage")) == 1


async def test_without_a_signing_secret_http_is_closed(
    settings: Settings, agent: ScriptedAgent, fake: FakeSlack
) -> None:
    chosen = changed(settings, slack_app_token=APP_TOKEN, slack_signing_secret=None)
    async with working(chosen, agent, fake) as sent:
        assert (await sent.event(mention("hello"))).status == 404
        assert fake.acted() in ([], ["apps.connections.open"], ["apps.connections.open"] * 2)
