from __future__ import annotations

import asyncio

import pytest
from redis import Redis

from bot.channels.slack.inquiry import Inquiry
from bot.channels.slack.place import Place
from bot.channels.slack.sql_inbox import SqlInbox
from bot.settings import Settings
from tests.channels.service import ScriptedAgent
from tests.channels.slack.conftest import changed, working
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import mention
from tests.channels.slack.trouble import Trouble


async def test_the_channel_works_with_redis(
    settings: Settings, agent: ScriptedAgent, fake: FakeSlack, clean_redis_url: str
) -> None:
    async with working(changed(settings, redis_url=clean_redis_url), agent, fake) as slack:
        envelope = mention("what does pmp cost")
        await asyncio.gather(*(slack.event(envelope) for _ in range(5)))
        await fake.silence(0.5)
        assert len(fake.posts()) == 1
    assert Redis.from_url(clean_redis_url).hlen("waymark:slack:bodies") == 0


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let leases run out at once."""
    monkeypatch.setattr("bot.channels.slack.sql_inbox.LEASE_SECONDS", 0.5)
    monkeypatch.setattr("bot.channels.slack.keeper.ROUND_SECONDS", 0.2)


@pytest.mark.usefixtures("quick")
async def test_a_slack_that_cannot_be_reached_is_tried_again_later(
    settings: Settings, agent: ScriptedAgent, fake: FakeSlack
) -> None:
    async with working(settings, agent, fake) as slack:
        fake.trouble("auth.test", *[Trouble(500, headers={"Retry-After": "0"})] * 4)
        await slack.mention("what does pmp cost")
        await fake.wait("chat.postMessage", seconds=15)
        await fake.silence()
    assert agent.received == ["what does pmp cost"]
    assert len(fake.posts()) == 1


@pytest.mark.usefixtures("quick")
async def test_an_answer_is_not_repeated_when_the_store_fails_after_it(
    settings: Settings, agent: ScriptedAgent, fake: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, failures = SqlInbox.done, [OSError("the disk is gone")]

    async def fails_once(inbox: SqlInbox, entry: str) -> None:
        if failures:
            raise failures.pop()
        await real(inbox, entry)

    monkeypatch.setattr(SqlInbox, "done", fails_once)
    async with working(settings, agent, fake) as slack:
        await slack.mention("what does pmp cost")
        await fake.silence(2)
    assert len(fake.posts()) == 1


@pytest.mark.usefixtures("quick")
async def test_what_is_open_when_the_server_stops_is_answered_by_the_next(
    settings: Settings, agent: ScriptedAgent, fake: FakeSlack
) -> None:
    body = Inquiry(Place("T1", "C1", "1690000000.000001"), "U1", ("event:x",), "hello")
    inbox = SqlInbox(settings.database_url)
    await inbox.claim(body.keys, body.to_json())
    await inbox.close()
    async with working(settings, agent, fake):
        await fake.wait("chat.postMessage", seconds=5)
        await fake.silence()
    assert [post["text"] for post in fake.posts()] == ["You said: hello"]
