"""What is kept of talks in Slack: reading it, and forgetting it everywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from rasa.core.agent import Agent
from rasa.shared.core.events import Event
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.channels import talk
from bot.channels.errors import ChatError
from bot.channels.feedback import Feedback
from bot.channels.guard import Vote
from bot.channels.slack.place import CHANNEL
from bot.settings import Settings


class Memory:
    """Talks and votes. ``agent`` returns Rasa's agent once it is there."""

    def __init__(self, settings: Settings, agent: Callable[[], Agent | None]) -> None:
        self._agent = agent
        self._feedback = Feedback(settings.database_url)

    async def said(self, conversation: str) -> list[Event]:
        """Return the events of a talk, none when there is no such talk. Raises ``unavailable``."""
        return await talk.events(self._ready(), conversation)

    async def forget(self, conversation: str) -> None:
        """Delete a talk and cut its votes loose from it. Raises ``unavailable``, ``not_forgettable``."""
        await talk.forget(self._ready(), conversation)
        try:
            await asyncio.to_thread(self._feedback.cut_link, conversation)
        except (SQLAlchemyError, OSError) as error:
            raise ChatError("unavailable") from error

    async def vote(self, conversation: str, vote: Vote) -> None:
        """Store a thumb on an answer. Raises SQLAlchemy's errors."""
        await asyncio.to_thread(self._feedback.record, CHANNEL, conversation, vote)

    def _ready(self) -> Agent:
        agent = self._agent()
        if agent is None or not agent.is_ready():
            raise ChatError("unavailable")
        return agent
