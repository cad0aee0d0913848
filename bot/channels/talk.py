"""The talk so far as the tracker store has it: what was said, which buttons were given; and forgetting it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

from rasa.core.agent import Agent
from rasa.core.lock_store import LockError
from rasa.core.tracker_store import (
    AwaitableTrackerStore,
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)
from rasa.shared.core.events import BotUttered, Event, UserUttered
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.channels.errors import ChatError
from bot.channels.messages import neutral
from bot.insights.queue import Queue

LONGEST_HISTORY = 400


def primary_store(agent: Agent) -> TrackerStore:
    """Return the tracker store itself, without Rasa's wrapper that turns a failed read into an empty talk."""
    store = agent.tracker_store
    while isinstance(store, (FailSafeTrackerStore, AwaitableTrackerStore)):
        store = store._tracker_store  # noqa: SLF001 - Rasa has no public way to it
    return store


async def events(agent: Agent, conversation: str) -> list[Event]:
    """Return the events of all sessions of ``conversation``. Raises ``unavailable`` when the store fails."""
    try:
        tracker = await primary_store(agent).retrieve_full_tracker(conversation)
    except (SQLAlchemyError, OSError) as error:
        raise ChatError("unavailable") from error
    return list(tracker.events) if tracker else []


def offered(said: Iterable[Event]) -> dict[str, str]:
    """Return the payloads of all buttons that the bot has given, with their titles."""
    return {
        button["payload"]: button["title"]
        for event in said
        if isinstance(event, BotUttered) and (message := neutral(event.message()))
        for button in message["buttons"]
    }


def history(said: list[Event]) -> list[dict[str, Any]]:
    """Return the talk as entries with ``from`` (``user`` or ``bot``), ``at`` (UTC) and the message.

    A pressed button stands there with its title, as the person saw it last before pressing it. Only the last
    ``LONGEST_HISTORY`` entries are returned.
    """
    titles: dict[str, str] = {}
    entries = []
    for event in said:
        if entry := _entry(event, titles):
            entries.append(entry)
        titles |= offered((event,))
    return entries[-LONGEST_HISTORY:]


def _entry(event: Event, titles: dict[str, str]) -> dict[str, Any] | None:
    at = datetime.fromtimestamp(event.timestamp, timezone.utc).isoformat(timespec="seconds")
    if isinstance(event, UserUttered) and event.text:
        text = titles.get(event.text, event.text)
        return None if text.startswith("/") else {"from": "user", "at": at, "text": text}
    if isinstance(event, BotUttered) and (message := neutral(event.message())):
        return {"from": "bot", "at": at, **message}
    return None


async def forget(agent: Agent, conversation: str) -> None:
    """Delete ``conversation`` from the tracker store, after the turn that may be running in it.

    What was put by from it for editors goes too (``bot/insights/queue.py``).

    Raises ``not_forgettable`` for kinds of store that we cannot delete from, ``unavailable`` when it fails.
    """
    try:
        async with agent.lock_store.lock(conversation):
            _delete(primary_store(agent), conversation)
            _delete_fallback(agent, conversation)
    except (SQLAlchemyError, OSError, LockError) as error:
        raise ChatError("unavailable") from error


def _delete(store: TrackerStore, conversation: str) -> None:
    if isinstance(store, SQLTrackerStore):
        with store.session_scope() as session:
            session.query(store.SQLEvent).filter(store.SQLEvent.sender_id == conversation).delete()
            session.commit()
        Queue(store.engine).forget(conversation)
    elif isinstance(store, InMemoryTrackerStore):
        store.store.pop(conversation, None)
    else:
        raise ChatError("not_forgettable")


def _delete_fallback(agent: Agent, conversation: str) -> None:
    """Delete what Rasa kept in memory while the store was down."""
    fallback = getattr(agent.tracker_store, "_fallback_tracker_store", None)
    if fallback is not None:
        _delete(fallback, conversation)
