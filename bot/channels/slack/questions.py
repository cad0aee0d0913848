"""Questions that are no messages: the slash command, and the shortcut on somebody's message."""

from __future__ import annotations

import asyncio
import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.channels.guard import clean_text
from bot.channels.slack import texts
from bot.channels.slack.desk import Desk
from bot.channels.slack.inquiry import Inquiry
from bot.channels.slack.place import Place
from bot.channels.slack.words import typed
from bot.profile.masking import masked

SHORTCUT = "ask_about_message"


class Questions:
    """Listens to the command, whatever the firm calls it, and to the shortcut."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def listen(self, bolt: AsyncApp) -> None:
        """Register the listeners with ``bolt``."""
        bolt.command(re.compile(r"^/"))(self._command)
        bolt.message_shortcut(SHORTCUT)(self._shortcut)

    async def _command(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        if not clean_text(typed(body.get("text") or "")):
            await ack(text=texts.EMPTY_COMMAND)
            return
        await self.ask(body, body["user_id"], body["text"])
        await ack(text=_where(body))

    async def _shortcut(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await self.ask(body, body["user"]["id"], body["message"].get("text") or "")
        await ack()

    async def ask(self, body: dict[str, Any], user: str, text: str) -> None:
        """Take a question that is answered in the direct messages of ``user``."""
        words, found = await asyncio.to_thread(masked, clean_text(typed(text)))
        await self._desk.take(
            Inquiry(
                place=home_of(body),
                user=user,
                keys=(f"trigger:{body['trigger_id']}",),
                text=words,
                masked=found,
                private=True,
            )
        )


def home_of(body: dict[str, Any]) -> Place:
    """Return whose token is good for what ``body`` tells of; it names no channel."""
    team = body.get("team_id") or (body.get("team") or {}).get("id") or ""
    enterprise = body.get("enterprise_id") or (body.get("enterprise") or {}).get("id")
    for_all = str(body.get("is_enterprise_install", "false")).lower() == "true"
    return Place(team, "", None, enterprise if for_all else None)


def _where(body: dict[str, Any]) -> str:
    address = f"slack://app?team={body.get('team_id')}&id={body.get('api_app_id')}&tab=messages"
    return texts.GO_TO_DIRECT.format(link=f"<{address}|{texts.DIRECT}>")
