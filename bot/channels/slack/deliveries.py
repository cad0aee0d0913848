"""What Slack delivers, whichever way it comes: questions go to the desk, all else to Bolt."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest

from bot.channels.slack.chores import Chores
from bot.channels.slack.desk import Desk
from bot.channels.slack.events import event_key, inquiry_of
from bot.channels.slack.inbox import Inbox
from bot.settings import Settings

# Events other than messages that mean something here. Slack sends more than it was asked for.
_LISTENED = {"app_home_opened", "tokens_revoked", "app_uninstalled"}


class Deliveries:
    """Takes events; the same event twice is taken once."""

    def __init__(self, settings: Settings, bolt: AsyncApp, desk: Desk, inbox: Inbox, chores: Chores) -> None:
        self._settings = settings
        self._bolt = bolt
        self._desk = desk
        self._inbox = inbox
        self._chores = chores

    async def event(self, envelope: dict[str, Any]) -> None:
        """Take an ``event_callback``; it may be acknowledged when this returns. Raises the inbox's errors."""
        event = envelope.get("event")
        if isinstance(event, dict) and event.get("type") in _LISTENED:
            if not await self._inbox.seen(event_key(envelope)):
                # Bolt's own name for a request that needs no signature: this one was proved already.
                request = AsyncBoltRequest(body=envelope, mode="socket_mode")
                self._chores.start(self._bolt.async_dispatch(request))
            return
        inquiry = await inquiry_of(envelope, self._settings)
        if inquiry is not None:
            await self._desk.take(inquiry)
