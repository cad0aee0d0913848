"""The tracker store writes: each message once, each turn whole, and forgets."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import Restarted, UserUttered
from sqlalchemy.exc import IntegrityError

from bot.channels.database import EVENTS, TURNS
from bot.channels.once import AlreadyAnswered, asking
from bot.channels.store import StrictTrackerStore, UnansweredTurn
from tests.channels.stores import add_turn, open_store, store, texts, turn
from tests.postgres import postgres, url

__all__ = ["postgres", "store", "url"]


async def test_a_message_is_answered_once(store: StrictTrackerStore) -> None:
    await turn(store, "one", "id-one")
    await turn(store, "two", "id-two")
    for message_id, text in (("id-one", "one"), ("id-two", "two")):
        with pytest.raises(AlreadyAnswered) as before:
            await turn(store, "anything", message_id)
        assert [said["text"] for said in before.value.messages] == [f"You said: {text}"]
    assert await texts(store) == ["one", "two"]


async def test_reading_and_storing_a_turn_are_one_transaction_each(store: StrictTrackerStore) -> None:
    await turn(store, "before", "id-before")
    begun = []
    sa.event.listen(store.engine, "begin", lambda _: begun.append(1))
    await turn(store, "one", "id-one")
    assert len(begun) == 2


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
