"""What is kept of talks in Slack: reading it, and forgetting it everywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from rasa.core.agent import Agent
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.channels import talk
from bot.channels.errors import ChatError
from bot.channels.feedback import Feedback
from bot.channels.guard import Vote
from bot.channels.slack.people import People
from bot.channels.slack.place import CHANNEL, Place
from bot.profile.person import Person
from bot.resume.codes import Codes
from bot.settings import Settings
from bot.understanding.context import Context

_Found = TypeVar("_Found")


class Memory:
    """Talks, votes and saved codes. ``agent`` returns Rasa's agent once it is there.

    All methods raise :class:`ChatError` ``unavailable`` when the database or Rasa is not there.
    """

    def __init__(self, settings: Settings, agent: Callable[[], Agent | None]) -> None:
        self._agent = agent
        self._feedback = Feedback(settings.database_url)
        self._people = People(settings.database_url)
        self._codes = Codes(settings.database_url)

    async def knows(self, conversation: str) -> bool:
        """Tell whether there is such a talk."""
        return bool(await talk.events(self._ready(), conversation, 1))

    async def offered(self, conversation: str, payload: str) -> bool:
        """Tell whether the bot gave a button with ``payload`` in a talk."""
        return await talk.title_of(self._ready(), conversation, payload) is not None

    async def note(self, place: Place, person: str) -> None:
        """Note that ``person`` speaks at ``place``."""
        await _database(lambda: self._people.note(place.conversation, place.team, person))

    async def forget(self, conversation: str) -> None:
        """Delete a talk and cut its votes loose from it. Raises ``not_forgettable`` too."""
        await talk.forget(self._ready(), conversation)
        await _database(lambda: self._feedback.cut_link(conversation))
        await _database(lambda: self._people.drop(conversation))

    async def forget_person(self, team: str, person: str) -> int:
        """Delete all talks that a person began, and what they saved; return how many there were."""
        return await self._forget_all(await _database(lambda: self._people.talks(team, person)))

    async def forget_team(self, team: str) -> int:
        """Delete all talks of a team; return how many there were."""
        return await self._forget_all(await _database(lambda: self._people.talks_of_team(team)))

    async def person(self, team: str, person: str) -> Person:
        """Return what a person told in the newest talk in which they told anything."""
        for conversation in await _database(lambda: self._people.talks(team, person)):
            slot = await talk.slot(self._ready(), conversation, "context")
            told = Context.from_slot(slot).person
            if told != Person():
                return told
        return Person()

    async def vote(self, conversation: str, vote: Vote) -> None:
        """Store a thumb on an answer."""
        await _database(lambda: self._feedback.record(CHANNEL, conversation, vote))

    async def _forget_all(self, conversations: list[str]) -> int:
        for conversation in conversations:
            await self.forget(conversation)
            await _database(lambda: self._codes.forget(conversation))  # noqa: B023 - awaited at once
        return len(conversations)

    def _ready(self) -> Agent:
        agent = self._agent()
        if agent is None or not agent.is_ready():
            raise ChatError("unavailable")
        return agent


async def _database(work: Callable[[], _Found]) -> _Found:
    try:
        return await asyncio.to_thread(work)
    except (SQLAlchemyError, OSError) as error:
        raise ChatError("unavailable") from error
