"""Rasa's way out when no request is being answered: reminders, and events from outside."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel

from bot.channels.messages import neutral
from bot.channels.slack.clients import Clients
from bot.channels.slack.place import CHANNEL, Place
from bot.channels.slack.posting import Poster


class SlackOutput(OutputChannel):
    """Posts where the conversation's id says."""

    def __init__(self, clients: Clients, poster: Poster) -> None:
        self._clients = clients
        self._poster = poster

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, by which responses of the domain can be chosen."""
        return CHANNEL

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Post one message of Rasa's. Raises ``ValueError`` for a conversation that is not Slack's."""
        place = Place.of(recipient_id)
        client = await self._clients.of(place)
        found = neutral(message)
        if client and found:
            await self._poster.answer(client, place, found)
