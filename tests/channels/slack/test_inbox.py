from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.slack.inbox import KEPT_SECONDS, LEASE_SECONDS, MOST_TRIES, Inbox
from bot.channels.slack.inquiry import Inquiry, Menu
from bot.channels.slack.place import Place
from bot.channels.slack.redis_inbox import RedisInbox
from bot.channels.slack.sql_inbox import SqlInbox


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


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
