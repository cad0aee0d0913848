"""The talk so far as the tracker store has it: what was said, which buttons were given; and forgetting it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
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
from bot.channels.store import StrictTrackerStore
from bot.insights.queue import Queue

LONGEST_HISTORY = 20_000
# A button is nearly always one of the newest: they are looked through in parts of so many messages.
_PART = 20


def primary_store(agent: Agent) -> TrackerStore:
    """Return the tracker store itself, without Rasa's wrapper that turns a failed read into an empty talk."""
    store = agent.tracker_store
    while isinstance(store, (FailSafeTrackerStore, AwaitableTrackerStore)):
        store = store._tracker_store  # noqa: SLF001 - Rasa has no public way to it
    return store


async def events(agent: Agent, conversation: str, count: int | None = None) -> list[Event]:
    """Return what was said in all sessions of ``conversation``, the newest ``count`` events if that is given.

    Raises ``unavailable`` when the store fails.
    """
    store = primary_store(agent)
    try:
        if isinstance(store, StrictTrackerStore):
            return await store.said(conversation, count)
        tracker = await store.retrieve_full_tracker(conversation)
    except (SQLAlchemyError, OSError) as error:
        raise ChatError("unavailable") from error
    said = (
        [event for event in tracker.events if isinstance(event, (UserUttered, BotUttered))] if tracker else []
    )
    return said[-count:] if count else said


async def slot(agent: Agent, conversation: str, name: str) -> object:
    """Return the value of a slot at the end of ``conversation``. Raises ``unavailable``."""
    store = primary_store(agent)
    try:
        if isinstance(store, StrictTrackerStore):
            return await store.slot(conversation, name)
        tracker = await store.retrieve(conversation)
    except (SQLAlchemyError, OSError) as error:
        raise ChatError("unavailable") from error
    return tracker.get_slot(name) if tracker else None


async def title_of(agent: Agent, conversation: str, payload: str) -> str | None:
    """Return what stood last on the button with ``payload``; ``None`` when the bot gave no such button.

    Raises ``unavailable`` when the store fails.
    """
    store = primary_store(agent)
    if not isinstance(store, StrictTrackerStore):
        return offered(await events(agent, conversation)).get(payload)
    before = None
    try:
        while before != 0:
            said, before = await store.bot_said(conversation, _PART, before)
            if (title := offered(said).get(payload)) is not None:
                return title
    except (SQLAlchemyError, OSError) as error:
        raise ChatError("unavailable") from error
    return None


def offered(said: Iterable[Event]) -> dict[str, str]:
    """Return the payloads of all buttons that the bot has given, with their titles."""
    return {
        button["payload"]: button["title"]
        for event in said
        if isinstance(event, BotUttered) and (message := neutral(event.message()))
        for button in message["buttons"]
    }


async def newest(agent: Agent, conversation: str, last: int | None) -> list[dict[str, Any]]:
    """Return the ``last`` entries of the talk (``None``: all), which cost the same however long it is.

    Raises ``unavailable`` when the store fails.
    """
    if last is None:
        return history(await events(agent, conversation))
    said = await events(agent, conversation, last + _PART)
    shown = offered(said)
    pressed = {
        event.text for event in said if isinstance(event, UserUttered) and (event.text or "").startswith("/")
    }
    titles = {text: await title_of(agent, conversation, text) for text in pressed - shown.keys()}
    return history(said, {text: title for text, title in titles.items() if title})[-last:]


def history(said: list[Event], older: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Return the talk as entries with ``from`` (``user`` or ``bot``), ``at`` (UTC) and the message.

    A pressed button stands there with its title, as the person saw it last before pressing it; ``older`` are
    the titles of buttons that were given before ``said``. Only the last ``LONGEST_HISTORY`` entries are
    returned.
    """
    titles = dict(older or {})
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
            await _delete(primary_store(agent), conversation)
            await _delete_fallback(agent, conversation)
    except (SQLAlchemyError, OSError, LockError) as error:
        raise ChatError("unavailable") from error


async def _delete(store: TrackerStore, conversation: str) -> None:
    if isinstance(store, StrictTrackerStore):
        await store.forget(conversation)
        await asyncio.to_thread(Queue(store.engine).forget, conversation)
    elif isinstance(store, SQLTrackerStore):
        with store.session_scope() as session:
            session.query(store.SQLEvent).filter(store.SQLEvent.sender_id == conversation).delete()
            session.commit()
        Queue(store.engine).forget(conversation)
    elif isinstance(store, InMemoryTrackerStore):
        store.store.pop(conversation, None)
    else:
        raise ChatError("not_forgettable")


async def _delete_fallback(agent: Agent, conversation: str) -> None:
    """Delete what Rasa kept in memory while the store was down."""
    fallback = getattr(agent.tracker_store, "_fallback_tracker_store", None)
    if fallback is not None:
        await _delete(fallback, conversation)
