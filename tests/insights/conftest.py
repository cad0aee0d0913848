from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.feedback import Feedback
from bot.channels.guard import Vote

START = datetime(2026, 11, 3, 9, 0, tzinfo=timezone.utc)
NOW = datetime(2026, 12, 1, tzinfo=timezone.utc)
DOMAIN = Domain.from_yaml("intents: [ask]\nslots:\n  context: {type: any, mappings: [{type: custom}]}\n")


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'talks.db'}"


@pytest.fixture
def engine(url) -> sa.engine.Engine:
    return sa.create_engine(url, future=True)


@pytest.fixture
def hold(url) -> Callable[..., Any]:
    """Store a talk in Rasa's own store: turns as (text, answer id) or (text, answer as data)."""
    store = SQLTrackerStore(DOMAIN, host=url)

    async def holding(
        conversation: str, *turns: tuple[str, Any], at: datetime = START, channel: str = "web", **slot: Any
    ) -> None:
        tracker = DialogueStateTracker.from_events(conversation, [], DOMAIN.slots)
        for number, (text, given) in enumerate(turns):
            asked = (at + timedelta(minutes=number)).timestamp()
            tracker.update(UserUttered(text, {"name": "ask"}, timestamp=asked, input_channel=channel))
            if given is None:  # the turn failed
                continue
            answer = given if isinstance(given, dict) else {"id": given, "confidence": 0.9}
            tracker.update(BotUttered("said", metadata={"answer": answer}, timestamp=asked + 0.25))
            if slot:
                tracker.update(SlotSet("context", slot, timestamp=asked + 0.26))
        await store.save(tracker)

    return holding


@pytest.fixture
def vote(url, engine) -> Callable[..., None]:
    """Store a vote, at a time that a test chooses."""

    def voting(conversation: str, answer: str, thumb: str, reason: str | None = None, at=None) -> None:
        Feedback(url).record("web", conversation, Vote(answer, thumb, reason))
        when = (at or START + timedelta(hours=1)).replace(tzinfo=None)
        with engine.begin() as connection:
            connection.execute(
                sa.text("UPDATE feedback SET at = :at WHERE conversation = :of"),
                {"at": when.isoformat(" "), "of": conversation},
            )

    return voting


def pressed(answer: str) -> str:
    return f"/answer{json.dumps({'id': answer})}"
