from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotThere

from bot.channels.slack.inbox import KEPT_SECONDS, LEASE_SECONDS, MOST_TRIES, Inbox
from bot.channels.slack.inquiry import Inquiry, Menu
from bot.channels.slack.place import Place
from bot.channels.slack.redis_inbox import RedisInbox
from bot.channels.slack.sql_inbox import SqlInbox
from bot.settings import Settings
from tests.channels.service import ScriptedAgent
from tests.channels.slack.conftest import changed, working
from tests.channels.slack.fake import FakeSlack, Trouble
from tests.channels.slack.people import mention


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The URL of a Redis server of our own. CI installs it: there it must not be missing."""
    program = shutil.which("redis-server")
    if not program:
        assert not os.environ.get("CI"), "CI has no redis-server"
        pytest.skip("Redis is not installed")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        options = ("--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder)
        server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
        client = Redis.from_url(f"redis://127.0.0.1:{port}/0")
        for _ in range(100):
            try:
                client.ping()
                break
            except NotThere:
                time.sleep(0.05)
        try:
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(10)


@pytest.fixture
def clean_redis_url(redis_url: str) -> str:
    Redis.from_url(redis_url).flushall()
    return redis_url


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "redis"])
async def inboxes(
    request: pytest.FixtureRequest, clean_redis_url: str, tmp_path: Path, clock: Clock
) -> AsyncIterator[tuple[Inbox, Inbox]]:
    """Two processes' inboxes in one store."""
    if request.param == "sqlite":
        made: list[Inbox] = [SqlInbox(f"sqlite:///{tmp_path / 'inbox.db'}", clock) for _ in range(2)]
    else:
        made = [RedisInbox(clean_redis_url, clock) for _ in range(2)]
    yield made[0], made[1]
    for inbox in made:
        await inbox.close()


Two = tuple[Inbox, Inbox]


async def test_one_key_in_common_is_enough_to_be_the_same(inboxes: Two) -> None:
    here, there = inboxes
    assert await here.claim(["event:1", "message:C1:1"], "a")
    assert await there.claim(["event:2", "message:C1:1"], "b") is None
    assert await there.claim(["event:1"], "b") is None
    assert await there.claim(["event:3", "message:C1:3"], "c")


async def test_a_refused_claim_takes_no_key(inboxes: Two) -> None:
    here, there = inboxes
    await here.claim(["message:1"], "a")
    assert await there.claim(["event:2", "message:1"], "b") is None
    assert await there.claim(["event:2"], "b")


async def test_of_many_at_once_one_gets_it(inboxes: Two) -> None:
    claims = await asyncio.gather(*(inboxes[n % 2].claim(["event:1"], "a") for n in range(20)))
    assert len([claim for claim in claims if claim]) == 1


async def test_keys_can_be_claimed_without_an_entry(inboxes: Two, clock: Clock) -> None:
    here, there = inboxes
    assert await here.seen(["event:1"]) is False
    assert await there.seen(["event:1"]) is True
    clock.now += LEASE_SECONDS + 1
    assert await here.abandoned() == []


async def test_what_a_dead_process_left_is_taken_over_once(inboxes: Two, clock: Clock) -> None:
    here, there = inboxes
    first = await here.claim(["event:1"], "one")
    clock.now += 1
    second = await here.claim(["event:2"], "two")
    assert await there.abandoned() == []
    clock.now += LEASE_SECONDS + 1
    found = await there.abandoned()
    assert [(entry.id, entry.body) for entry in found] == [(first, "one"), (second, "two")]
    assert await here.abandoned() == []


async def test_a_renewed_lease_and_a_finished_entry_are_left_alone(inboxes: Two, clock: Clock) -> None:
    here, there = inboxes
    kept = await here.claim(["event:1"], "one")
    done = await here.claim(["event:2"], "two")
    assert kept
    assert done
    clock.now += LEASE_SECONDS - 1
    await here.renew([kept])
    await here.done(done)
    clock.now += 2
    assert await there.abandoned() == []
    await here.renew([done])
    clock.now += LEASE_SECONDS
    assert [entry.id for entry in await there.abandoned()] == [kept]
    assert await there.claim(["event:2"], "again") is None


async def test_what_ends_every_process_is_given_up(inboxes: Two, clock: Clock) -> None:
    here, _ = inboxes
    await here.claim(["event:1"], "poison")
    taken = 0
    for _ in range(MOST_TRIES + 2):
        clock.now += LEASE_SECONDS + 1
        taken += len(await here.abandoned())
    assert taken == MOST_TRIES - 1


async def test_keys_are_forgotten_after_a_day(tmp_path: Path, clock: Clock) -> None:
    inbox = SqlInbox(f"sqlite:///{tmp_path / 'inbox.db'}", clock)
    await inbox.claim(["event:1"], "a")
    clock.now += KEPT_SECONDS + 1
    await inbox.abandoned()
    assert await inbox.claim(["event:1"], "a")
    await inbox.close()


def test_an_inquiry_comes_back_as_it_went() -> None:
    menu = Menu("1.2", "text", [{"type": "markdown", "text": "x"}], "Next")
    place = Place("T1", "C1", "1.2", "E1")
    inquiry = Inquiry(place, "U1", ("a", "b"), "words", masked=True, menu=menu, following=True)
    assert Inquiry.from_json(inquiry.to_json()) == inquiry
    assert Place.of(inquiry.place.conversation) == inquiry.place


@pytest.mark.parametrize("text", ["", "web", "slack:T1", "slack:T1:C1:x", "other:T1:C1:1.2"])
def test_other_conversations_are_no_places(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Place.of(text)


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
