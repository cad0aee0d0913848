"""What our store and locks are there for: each test fails when Rasa no longer needs them."""

from __future__ import annotations

import asyncio
import inspect
import time
from pathlib import Path

import pytest
from rasa.core.agent import Agent
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy.exc import OperationalError

from bot.channels import rasa_patches
from bot.channels.locks import ConversationLocks
from bot.channels.store import StrictTrackerStore
from tests.channels.stores import DOMAIN, add_turn, statements, turn


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'waymark.db'}"


async def long_talk(store: SQLTrackerStore) -> int:
    """Hold a talk of 20 turns; return how many events the next turn reads."""
    tracker = await store.get_or_create_tracker("talk", append_action_listen=False)
    for number in range(20):
        add_turn(tracker, str(number))
        await store.save(tracker)
    return len((await store.retrieve("talk")).events)


async def test_rasa_still_reads_the_whole_session_for_a_turn(url: str) -> None:
    """When this fails, Rasa no longer needs the window."""
    assert await long_talk(SQLTrackerStore(DOMAIN, host=url)) >= 100


async def test_ours_reads_a_part(url: str) -> None:
    assert await long_talk(StrictTrackerStore(DOMAIN, host=url)) < 30


async def test_rasa_still_counts_the_session_for_each_saving(url: str) -> None:
    """When this fails, Rasa no longer needs our way of saving."""
    stock = SQLTrackerStore(DOMAIN, host=url)
    sent = statements(stock)
    await long_talk(stock)
    assert sum("count(*)" in statement for statement in sent) >= 20


async def test_rasa_still_ends_the_process_at_a_value_error(url: str) -> None:
    """When this fails, Rasa no longer needs our ``session_scope``."""
    with pytest.raises(SystemExit), SQLTrackerStore(DOMAIN, host=url).session_scope():
        raise ValueError("half a character")


async def test_ours_passes_a_value_error_on(url: str) -> None:
    with pytest.raises(ValueError, match="half"), StrictTrackerStore(DOMAIN, host=url).session_scope():
        raise ValueError("half a character")


def test_rasa_still_goes_on_without_tables(tmp_path: Path) -> None:
    """When this fails, Rasa no longer needs our late making of the tables."""
    stock = SQLTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/missing/waymark.db")
    assert isinstance(stock, SQLTrackerStore)


def test_rasa_still_works_with_the_database_in_the_event_loop() -> None:
    """When this fails, Rasa may no longer need our threads."""
    assert "await" not in inspect.getsource(SQLTrackerStore._retrieve)


async def test_rasa_s_wrapper_still_turns_a_failed_read_into_an_empty_talk(url: str, monkeypatch) -> None:
    """When this fails, Rasa no longer needs the patch of the agent's store."""
    store = StrictTrackerStore(DOMAIN, host=url)
    await turn(store, "one")

    async def down(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("connection refused"))

    monkeypatch.setattr(store, "_do", down)
    assert await FailSafeTrackerStore(store).retrieve("talk") is None
    with pytest.raises(OperationalError):
        await store.retrieve("talk")


def test_the_agent_uses_our_store_without_the_wrapper(url: str) -> None:
    rasa_patches.apply()
    store = StrictTrackerStore(DOMAIN, host=url)
    assert Agent(domain=DOMAIN, tracker_store=store).tracker_store is store
    stock = Agent(domain=DOMAIN, tracker_store=SQLTrackerStore(DOMAIN, host=url)).tracker_store
    assert isinstance(stock, FailSafeTrackerStore)
    assert isinstance(Agent(domain=DOMAIN).tracker_store, FailSafeTrackerStore)


async def test_rasa_still_lets_a_second_turn_in_when_the_first_is_slow() -> None:
    """When this fails, Rasa may no longer need our lock in memory."""
    stock = InMemoryLockStore()
    async with stock.lock("talk", lock_lifetime=0.1):
        assert await asyncio.wait_for(waits(stock, wait_time_in_seconds=0.2), 30)


async def test_ours_has_no_lifetime() -> None:
    locks = ConversationLocks(EndpointConfig("sqlite://"))
    async with locks.lock("talk", 0.2):
        waiting = asyncio.create_task(waits(locks))
        await asyncio.sleep(0.5)
        assert not waiting.done()
        before = time.monotonic()
    assert await waiting >= before


async def waits(locks: InMemoryLockStore | ConversationLocks, **options: float) -> float:
    async with locks.lock("talk", **options):
        return time.monotonic()
