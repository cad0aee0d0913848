"""The tracker store: Rasa's SQL one, made to fail closed and to cost the same however long a talk is."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from threading import Lock
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa  # type: ignore[import-untyped]
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.constants import DEFAULT_INTENTS
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, UserUttered
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import Session, sessionmaker  # type: ignore[import-untyped]

from bot.channels import once
from bot.channels.database import EVENTS, make_tables, open_database
from bot.channels.turn_rows import delete_talk, find_answer, insert_turn
from bot.channels.window import Window, newest_rows, parse, read_window, slot_before

_SAID = (UserUttered.type_name, BotUttered.type_name)
_Found = TypeVar("_Found")


class UnansweredTurn(Exception):  # noqa: N818 - says what happened, as TimeoutError does
    """A message got no reply: it is not stored, so that it can be sent again."""


class _Read(NamedTuple):
    """What of a tracker is in the store: how many of its events, the newest one's number (``None``: look)."""

    events: int
    newest: int | None


class StrictTrackerStore(SQLTrackerStore):
    """Conversations in the database at ``host``, a URL. It is named in ``endpoints.yml`` by its class path.

    What differs from Rasa 3.6.21 (``rasa/core/tracker_store.py``), each with a test in
    ``tests/channels/test_store_and_rasa.py`` that fails when Rasa no longer needs it:

    * ``retrieve`` reads a window instead of the whole session, and ``save`` remembers what was read instead
      of counting the session's events (Rasa: ``_event_query``, ``_additional_events``);
    * ``session_scope`` does not end the process at a ``ValueError`` (Rasa: ``print_error_and_exit``);
    * when the database is down at the start, the tables are made as soon as it is there (Rasa goes on
      without them);
    * a thread works with the database (in Rasa, a slow one stops everybody's turns);
    * a turn is stored with the id of its message, in one transaction, and only after what it had read.

    All methods raise SQLAlchemy's errors; that Rasa does not go on without the store then is the business of
    ``bot/channels/rasa_patches.py``.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str = "",
        event_broker: Any = None,  # noqa: ANN401 - Rasa's signature
    ) -> None:
        TrackerStore.__init__(self, domain, event_broker)
        self.engine = open_database(host)
        self.sessionmaker = sessionmaker(bind=self.engine, future=True)
        self._made = False
        self._making = Lock()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the newest part of a conversation; ``None`` if there is no such conversation.

        Raises :class:`bot.channels.once.AlreadyAnswered` when the message that is asked was answered before.
        """
        window = await self._do(_look_up, sender_id, once.asked(sender_id), self.domain.slots)
        if not window.events:
            return None
        tracker = DialogueStateTracker.from_events(sender_id, window.events, self.domain.slots)
        # Rasa hands this very tracker to ``save``; copies of it are never saved.
        tracker.read = _Read(len(window.events), window.newest)
        return tracker

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """Return all of a conversation, to be looked at: saving it is refused."""
        rows = await self._do(newest_rows, conversation_id)
        if not rows:
            return None
        return DialogueStateTracker.from_events(conversation_id, parse(rows), self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new in ``tracker``, whole or not at all.

        Raises ``sqlalchemy.exc.IntegrityError`` when the talk went on elsewhere since it was read, and
        :class:`UnansweredTurn`.
        """
        read = getattr(tracker, "read", _Read(0, 0))
        new = list(islice(tracker.events, read.events, None))
        if not new:
            return
        message_id = once.asked(tracker.sender_id)
        if message_id is not None and _is_unanswered(new):
            raise UnansweredTurn
        await self._do(insert_turn, tracker.sender_id, new, read.newest, message_id or uuid.uuid4().hex)
        tracker.read = _Read(len(tracker.events), None)
        if self.event_broker is not None:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)

    async def said(self, conversation: str, count: int | None = None) -> list[Event]:
        """Return what person and bot said, the newest ``count`` events or all of them, oldest first."""
        return await self._do(_said, conversation, count)

    async def bot_said(self, conversation: str, count: int, before: int | None) -> tuple[list[Event], int]:
        """Return ``count`` messages of the bot before an event, oldest first, and the first one's number."""
        rows = await self._do(newest_rows, conversation, count, (BotUttered.type_name,), before)
        return parse(rows), rows[0].id if rows else 0

    async def slot(self, conversation: str, name: str) -> object:
        """Return the value of a slot at the end of a conversation."""
        data = await self._do(slot_before, conversation, None, name)
        return data["value"] if data else None

    async def forget(self, conversation: str) -> None:
        """Delete a conversation."""
        await self._do(delete_talk, conversation)

    def touch(self) -> None:
        """Read something, to see whether the database is there. This blocks."""
        self._at_once(lambda connection: connection.execute(sa.select(EVENTS.c.id).limit(1)))

    @contextmanager
    def session_scope(self) -> Iterator[Session]:
        """Yield a session for what Rasa's own methods do."""
        with self.sessionmaker() as session:
            yield session

    async def _do(self, work: Callable[..., _Found], *arguments: object) -> _Found:
        """Do ``work`` in a thread, with a connection whose transaction is committed when it returns."""
        return await asyncio.to_thread(self._at_once, lambda connection: work(connection, *arguments))

    def _at_once(self, work: Callable[[sa.engine.Connection], _Found]) -> _Found:
        with self._making:
            if not self._made:
                make_tables(self.engine)
                self._made = True
        with self.engine.begin() as connection:
            return work(connection)


def _look_up(
    connection: sa.engine.Connection, conversation: str, message_id: str | None, slots: Iterable[Slot]
) -> Window:
    """Return the window of a talk; raise ``AlreadyAnswered`` when the message is in it with its answer."""
    if message_id is not None:
        answered = find_answer(connection, conversation, message_id)
        if answered is not None:
            raise once.AlreadyAnswered(answered)
    return read_window(connection, conversation, slots)


def _said(connection: sa.engine.Connection, conversation: str, count: int | None) -> list[Event]:
    return parse(newest_rows(connection, conversation, count, _SAID))


def _is_unanswered(events: list[Event]) -> bool:
    """Tell whether a person said something and the bot did not; Rasa's own commands need no reply."""
    kinds = {type(event) for event in events}
    heard = [event.intent_name for event in events if isinstance(event, UserUttered)]
    return bool(heard) and BotUttered not in kinds and not set(heard) & set(DEFAULT_INTENTS)
