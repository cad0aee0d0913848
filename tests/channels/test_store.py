"""The tracker store reads: a window of the newest events, the slots from before it."""

from __future__ import annotations

from rasa.shared.core.events import BotUttered, Restarted, SessionStarted, SlotSet, UserUttered

from bot.channels.store import StrictTrackerStore
from bot.channels.window import WINDOW
from tests.channels.stores import statements, store, texts, turn
from tests.postgres import postgres, url

__all__ = ["postgres", "store", "url"]


async def test_a_talk_that_is_not_there_is_none(store: StrictTrackerStore) -> None:
    assert await store.retrieve("talk") is None
    assert await store.retrieve_full_tracker("talk") is None
    assert await store.said("talk") == []
    assert await store.slot("talk", "context") is None


async def test_a_short_talk_is_read_as_it_was_written(store: StrictTrackerStore) -> None:
    await turn(store, "one")
    tracker = await store.retrieve("talk")
    assert [event.type_name for event in tracker.events][:3] == ["session_started", "action", "user"]
    assert tracker.get_slot("context") == {"last": "one"}
    assert tracker.latest_message.text == "one"


async def test_a_turn_reads_as_much_of_a_long_talk_as_of_a_short_one(store: StrictTrackerStore) -> None:
    for number in range(40):
        await turn(store, str(number))
    tracker = await store.retrieve("talk")
    assert WINDOW - 5 <= len(tracker.events) <= WINDOW + 4
    assert tracker.latest_message.text == "39"
    assert isinstance(tracker.events[1], SessionStarted)
    assert await texts(store) == [str(number) for number in range(40)]


async def test_the_slots_from_before_the_window_are_there(store: StrictTrackerStore) -> None:
    await turn(store, "first")
    tracker = await store.retrieve("talk")
    for number in range(30):
        tracker.update(UserUttered(f"no slot {number}", {"name": "ask"}))
        tracker.update(BotUttered("hm"))
    await store.save(tracker)
    assert (await store.retrieve("talk")).get_slot("context") == {"last": "first"}
    assert await store.slot("talk", "context") == {"last": "first"}


async def test_a_slot_that_was_cleared_before_the_window_stays_cleared(store: StrictTrackerStore) -> None:
    await turn(store, "first")
    tracker = await store.retrieve("talk")
    tracker.update(Restarted())
    for number in range(30):
        tracker.update(UserUttered(f"no slot {number}", {"name": "ask"}))
        tracker.update(BotUttered("hm"))
    await store.save(tracker)
    assert (await store.retrieve("talk")).get_slot("context") is None
    assert await store.slot("talk", "context") is None


async def test_the_window_begins_with_the_newest_session(store: StrictTrackerStore) -> None:
    await turn(store, "before")
    tracker = await store.retrieve("talk")
    for event in (SessionStarted(), SlotSet("context", {"last": "before"})):
        tracker.update(event)
    await store.save(tracker)
    tracker = await store.retrieve("talk")
    assert [event.type_name for event in tracker.events] == ["session_started", "slot"]
    assert tracker.get_slot("context") == {"last": "before"}


async def test_the_statements_of_a_turn_do_not_grow_with_the_talk(store: StrictTrackerStore) -> None:
    await turn(store, "first")
    sent = statements(store)
    counts = []
    for number in range(30):
        sent.clear()
        await turn(store, str(number))
        counts.append(len(sent))
    assert max(counts[10:]) == min(counts[10:])
