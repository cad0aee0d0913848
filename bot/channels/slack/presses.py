"""Buttons: a press of one of an answer's asks for another answer, a thumb is stored."""

from __future__ import annotations

import json
import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.channels.guard import Vote, read_vote
from bot.channels.slack import blocks, texts
from bot.channels.slack.chores import Chores
from bot.channels.slack.clients import Clients
from bot.channels.slack.desk import Desk
from bot.channels.slack.inquiry import Inquiry, Menu
from bot.channels.slack.memory import Memory
from bot.channels.slack.place import Place
from bot.channels.slack.render import ANSWER, VOTE, WORDS

REASON = "reason"


class Presses:
    """Listens to buttons.

    Bolt's own client is not used: it adds the team to every call, which most methods do not know.
    """

    def __init__(self, desk: Desk, clients: Clients, memory: Memory, chores: Chores) -> None:
        self._desk = desk
        self._clients = clients
        self._memory = memory
        self._chores = chores

    def listen(self, bolt: AsyncApp) -> None:
        """Register the listeners with ``bolt``."""
        bolt.action(re.compile(rf"^(?:{ANSWER}|{WORDS}):\d+$"))(self._pressed)
        bolt.action(VOTE)(self._voted)
        bolt.action(re.compile(rf"^{REASON}:\w+$"))(self._explained)

    async def _pressed(self, ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        """Answer a button. The menu's key makes any second press, of whomever, one that was taken before."""
        place, message = _place(action), body["message"]
        says_words = action["action_id"].startswith(WORDS)
        await self._desk.take(
            Inquiry(
                place=place,
                user=body["user"]["id"],
                keys=(f"menu:{place.channel}:{message['ts']}",),
                text=action["value"] if says_words else "",
                payload=None if says_words else action["value"],
                menu=Menu(
                    message["ts"],
                    message.get("text") or "",
                    message.get("blocks") or [],
                    action["text"]["text"],
                ),
            )
        )
        await ack()

    async def _voted(self, ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        await ack()
        self._chores.start(self._store(body["user"]["id"], _place(action), _vote(action)))

    async def _store(self, user: str, place: Place, vote: Vote) -> None:
        """Store a thumb and thank for it; for one that points down, ask what was wrong."""
        await self._memory.vote(place.conversation, vote)
        client = await self._clients.of(place)
        if client is None:
            return
        asked = _reasons(place, vote) if vote.vote == "down" else []
        await client.chat_postEphemeral(
            channel=place.channel,
            user=user,
            thread_ts=place.thread,
            text=texts.WHY if asked else texts.THANKS,
            blocks=asked or None,
        )

    async def _explained(self, ack: AsyncAck, action: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        self._chores.start(self._add_reason(_place(action), _vote(action), respond))

    async def _add_reason(self, place: Place, vote: Vote, respond: AsyncRespond) -> None:
        await self._memory.vote(place.conversation, vote)
        await respond(texts.THANKS, replace_original=True)


def _place(action: dict[str, Any]) -> Place:
    """Return the talk that a button belongs to: its block's id says so."""
    return Place.of(action["block_id"].partition("#")[0])


def _vote(action: dict[str, Any]) -> Vote:
    return read_vote(str(action["value"]).encode())


def _reasons(place: Place, vote: Vote) -> list[blocks.Block]:
    buttons = [
        blocks.button(title, f"{REASON}:{reason}", json.dumps({**vote._asdict(), "reason": reason}))
        for reason, title in texts.REASONS.items()
    ]
    return [blocks.section(texts.WHY), *blocks.actions(buttons, place.conversation)]
