"""Stores for tests: in SQLite and in PostgreSQL, with somebody who talks through Rasa's own interface."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.once import asking
from bot.channels.store import StrictTrackerStore

DOMAIN = Domain.from_yaml(
    "intents: [ask]\nactions: [action_answer]\nslots:\n  context:\n    type: any\n    mappings: [{type: custom}]\n"
)


@pytest.fixture
def store(url: str) -> Iterator[StrictTrackerStore]:
    opened = open_store(url)
    yield opened
    opened.engine.dispose()


def open_store(url: str) -> StrictTrackerStore:
    return StrictTrackerStore(DOMAIN, host=url)


def add_turn(tracker: DialogueStateTracker, text: str, message_id: str | None = None) -> None:
    """Add what a turn adds: the message, the answer, and the slot set to the message's text."""
    if not tracker.events:
        for event in (
            ActionExecuted("action_session_start"),
            SessionStarted(),
            ActionExecuted("action_listen"),
        ):
            tracker.update(event)
    tracker.update(UserUttered(text, {"name": "ask"}, message_id=message_id))
    tracker.update(ActionExecuted("action_answer"))
    tracker.update(BotUttered(f"You said: {text}"))
    tracker.update(SlotSet("context", {"last": text}))
    tracker.update(ActionExecuted("action_listen"))


async def turn(
    store: StrictTrackerStore, text: str, message_id: str | None = None, name: str = "talk"
) -> None:
    """Read, answer and save as Rasa does; with a ``message_id`` as the channels do."""
    if message_id is None:
        await _turn(store, text, name)
        return
    with asking(name, message_id):
        await _turn(store, text, name)


async def _turn(store: StrictTrackerStore, text: str, name: str) -> None:
    tracker = await store.get_or_create_tracker(name, append_action_listen=False)
    add_turn(tracker, text)
    await store.save(tracker)


async def texts(store: StrictTrackerStore, name: str = "talk") -> list[str]:
    """Return what the person said."""
    return [event.text for event in await store.said(name) if isinstance(event, UserUttered)]


def statements(store: StrictTrackerStore) -> list[str]:
    """Return a list that grows with each statement that the store sends to its database."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    sa.event.listen(store.engine, "before_cursor_execute", note)
    return sent


__all__ = ["DOMAIN", "add_turn", "open_store", "statements", "store", "texts", "turn"]
