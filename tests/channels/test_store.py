"""The tracker store: what it reads, that it stores whole turns once, and that it never pretends."""

from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import BotUttered, Restarted, SessionStarted, SlotSet, UserUttered
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.channels.database import EVENTS, TURNS
from bot.channels.once import AlreadyAnswered, asking
from bot.channels.store import StrictTrackerStore, UnansweredTurn
from bot.channels.window import WINDOW
from tests.channels.stores import DOMAIN, add_turn, open_store, statements, store, texts, turn, url
from tests.postgres import postgres

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


async def test_a_message_is_answered_once(store: StrictTrackerStore) -> None:
    await turn(store, "one", "id-one")
    await turn(store, "two", "id-two")
    for message_id, text in (("id-one", "one"), ("id-two", "two")):
        with pytest.raises(AlreadyAnswered) as before:
            await turn(store, "anything", message_id)
        assert [said["text"] for said in before.value.messages] == [f"You said: {text}"]
    assert await texts(store) == ["one", "two"]


async def test_the_same_id_in_another_talk_is_another_message(store: StrictTrackerStore) -> None:
    await turn(store, "mine", "id-one")
    await turn(store, "yours", "id-one", name="other")
    assert await texts(store, "other") == ["yours"]


async def test_another_server_knows_what_was_answered(store: StrictTrackerStore, url: str) -> None:
    await turn(store, "one", "id-one")
    other = open_store(url)
    with pytest.raises(AlreadyAnswered):
        await turn(other, "one", "id-one")
    other.engine.dispose()


async def test_of_two_turns_that_did_not_know_of_each_other_one_is_refused(
    store: StrictTrackerStore, url: str
) -> None:
    """Only when a lock was lost: the database was started again while a turn was running."""
    await turn(store, "before")
    other = open_store(url)
    first, second = [await opened.retrieve("talk") for opened in (store, other)]
    add_turn(first, "first")
    add_turn(second, "second")
    await store.save(first)
    with pytest.raises(IntegrityError):
        await other.save(second)
    assert await texts(store) == ["before", "first"]
    await turn(other, "second")
    assert await texts(store) == ["before", "first", "second"]
    other.engine.dispose()


async def test_of_two_first_turns_one_is_refused(store: StrictTrackerStore) -> None:
    first, second = [await store.get_or_create_tracker("talk", append_action_listen=False) for _ in range(2)]
    add_turn(first, "first")
    add_turn(second, "second")
    await store.save(first)
    with pytest.raises(IntegrityError):
        await store.save(second)
    assert await texts(store) == ["first"]


async def test_a_tracker_can_be_saved_again(store: StrictTrackerStore) -> None:
    tracker = await store.get_or_create_tracker("talk", append_action_listen=False)
    for text in ("one", "two"):
        add_turn(tracker, text)
        await store.save(tracker)
        await store.save(tracker)
    assert await texts(store) == ["one", "two"]


async def test_a_tracker_with_the_whole_talk_cannot_be_saved_over_it(store: StrictTrackerStore) -> None:
    await turn(store, "one")
    whole = await store.retrieve_full_tracker("talk")
    add_turn(whole, "two")
    with pytest.raises(IntegrityError):
        await store.save(whole)


async def test_a_message_without_a_reply_is_not_stored(store: StrictTrackerStore) -> None:
    await turn(store, "one", "id-one")
    with asking("talk", "id-two"):
        tracker = await store.retrieve("talk")
        tracker.update(UserUttered("two", {"name": "ask"}))
        with pytest.raises(UnansweredTurn):
            await store.save(tracker)
    await turn(store, "two", "id-two")
    assert await texts(store) == ["one", "two"]


async def test_rasa_s_own_commands_need_no_reply(store: StrictTrackerStore) -> None:
    with asking("talk", "id-one"):
        tracker = await store.get_or_create_tracker("talk", append_action_listen=False)
        tracker.update(UserUttered("/restart", {"name": "restart"}))
        tracker.update(Restarted())
        await store.save(tracker)
    assert await texts(store) == ["/restart"]


async def test_forgetting_leaves_nothing_and_the_talk_can_begin_again(store: StrictTrackerStore) -> None:
    await turn(store, "one", "id-one")
    await turn(store, "other", "id-one", name="other")
    await store.forget("talk")
    for column in (EVENTS.c.sender_id, TURNS.c.conversation):
        with store.engine.connect() as connection:
            assert connection.execute(sa.select(column).distinct()).scalars().all() == ["other"]
    await turn(store, "one", "id-one")
    assert await texts(store) == ["one"]


async def test_a_talk_whose_events_were_cleaned_up_can_begin_again(store: StrictTrackerStore) -> None:
    await turn(store, "one", "id-one")
    with store.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM events"))
    await turn(store, "one", "id-one")
    assert await texts(store) == ["one"]


async def test_what_cannot_be_stored_is_not_stored_in_part(store: StrictTrackerStore, monkeypatch) -> None:
    await turn(store, "one")
    tracker = await store.retrieve("talk")
    add_turn(tracker, "two")
    monkeypatch.setattr(tracker.events[-1], "as_dict", lambda: {"timestamp": object()})
    with pytest.raises(TypeError):
        await store.save(tracker)
    assert await texts(store) == ["one"]
    await turn(store, "three")
    assert await texts(store) == ["one", "three"]


async def test_a_store_that_is_not_there_yet_is_used_once_it_is(tmp_path) -> None:
    folder = tmp_path / "later"
    late = StrictTrackerStore(DOMAIN, host=f"sqlite:///{folder}/waymark.db")
    with pytest.raises(OperationalError):
        await turn(late, "one")
    with pytest.raises(OperationalError):
        await asyncio.to_thread(late.touch)
    folder.mkdir()
    await turn(late, "one")
    assert await texts(late) == ["one"]


async def test_talks_that_rasa_s_own_store_kept_go_on(url: str) -> None:
    stock = SQLTrackerStore(DOMAIN, host=url)
    tracker = await stock.get_or_create_tracker("talk", append_action_listen=False)
    for number in range(10):
        add_turn(tracker, str(number))
    await stock.save(tracker)
    with stock.engine.begin() as connection:
        connection.execute(sa.text("DROP INDEX ix_events_sender_id_id"))
    stock.engine.dispose()
    opened = open_store(url)
    assert (await opened.retrieve("talk")).get_slot("context") == {"last": "9"}
    await turn(opened, "10")
    assert await texts(opened) == [str(number) for number in range(11)]
    indexes = [index["name"] for index in sa.inspect(opened.engine).get_indexes("events")]
    assert "ix_events_sender_id_id" in indexes
    opened.engine.dispose()


async def test_stores_that_open_at_once_make_the_tables_once(url: str) -> None:
    stores = [open_store(url) for _ in range(4)]
    await asyncio.gather(*(turn(opened, "one", name=str(number)) for number, opened in enumerate(stores)))
    assert [await texts(stores[0], str(number)) for number in range(4)] == [["one"]] * 4
    for opened in stores:
        opened.engine.dispose()


async def test_sqlite_waits_for_the_disk_and_lets_readers_in(tmp_path) -> None:
    opened = StrictTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path / 'waymark.db'}")
    with opened.engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2}
