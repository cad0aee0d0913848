"""Waymark's Slack channel in Rasa's own app with a scripted agent, before a strict fake of Slack."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.channels.slack.channel import SlackInput
from bot.channels.store import StrictTrackerStore
from bot.settings import Settings, load
from tests.channels.service import DOMAIN, ScriptedAgent, serving
from tests.channels.slack.fake import SECRET, TOKEN, FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.redis_server import clean_redis_url, redis_url
from tests.channels.slack.serving import fake_slack

__all__ = ["clean_redis_url", "redis_url"]


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with fake_slack() as server:
        yield server
        assert server.refused == []


@pytest.fixture
def settings(tmp_path: Path, fake: FakeSlack) -> Settings:
    """One workspace over HTTP, everything kept in a fresh directory."""
    environ = {
        "WAYMARK_VAR_DIR": str(tmp_path),
        "WAYMARK_SLACK_BOT_TOKEN": TOKEN,
        "WAYMARK_SLACK_SIGNING_SECRET": SECRET,
        "WAYMARK_SLACK_API_URL": f"{fake.url}/api/",
    }
    return load(environ, env_file=None)


@pytest.fixture
def agent(settings: Settings) -> ScriptedAgent:
    """An agent whose conversations are rows of the service's database."""
    return ScriptedAgent(StrictTrackerStore(DOMAIN, host=settings.database_url))


@asynccontextmanager
async def working(settings: Settings, agent: ScriptedAgent, fake: FakeSlack) -> AsyncIterator[Sent]:
    """Serve the channel; yield Slack's side of it."""
    channel = SlackInput(settings)
    async with serving(settings, agent, channel=channel) as base, aiohttp.ClientSession() as http:
        await channel._here.begin()
        yield Sent(http, base, fake)
        await channel._here.close()


@pytest.fixture
async def slack(settings: Settings, agent: ScriptedAgent, fake: FakeSlack) -> AsyncIterator[Sent]:
    async with working(settings, agent, fake) as sent:
        yield sent


def changed(settings: Settings, **changes: object) -> Settings:
    return replace(settings, **changes)
