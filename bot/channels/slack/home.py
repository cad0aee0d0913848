"""App Home: what Waymark knows, questions to start with, what it knows of you, and forgetting that."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack import blocks, texts
from bot.channels.slack.blocks import Block
from bot.channels.slack.chores import Chores
from bot.channels.slack.clients import Clients
from bot.channels.slack.events import place_of
from bot.channels.slack.memory import Memory
from bot.channels.slack.place import Place
from bot.channels.slack.questions import Questions, home_of
from bot.channels.slack.words import harmless
from bot.guided.about_me import facts
from bot.knowledge.base import Knowledge

_ASK, _FORGET = "home_ask", "home_forget"


class Home:
    """Shows the Home tab, and suggests questions when somebody opens the messages."""

    def __init__(
        self,
        clients: Clients,
        memory: Memory,
        questions: Questions,
        chores: Chores,
        knowledge: Callable[[], Knowledge],
    ) -> None:
        self._clients = clients
        self._memory = memory
        self._questions = questions
        self._chores = chores
        self._knowledge = knowledge

    def listen(self, bolt: AsyncApp) -> None:
        """Register the listeners with ``bolt``."""
        bolt.event("app_home_opened")(self._opened)
        bolt.action(re.compile(rf"^{_ASK}:\d+$"))(self._asked)
        bolt.action(_FORGET)(self._forget)

    async def _opened(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        home = place_of(body, event["channel"], None)
        client = await self._clients.of(home)
        if client and event.get("tab") == "messages":
            # With a thread this fails in silence for agents; without, it is for the whole conversation.
            await client.assistant_threads_setSuggestedPrompts(
                channel_id=event["channel"], title=texts.PROMPTS, prompts=list(_prompts())
            )
        elif client and event.get("tab") == "home":
            await self._show(client, home.team, event["user"])

    async def _asked(self, ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        await self._questions.ask(body, body["user"]["id"], action["value"])
        await ack()

    async def _forget(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._chores.start(self._forgotten(home_of(body), body["user"]["id"]))

    async def _forgotten(self, home: Place, user: str) -> None:
        await self._memory.forget_person(home.team, user)
        if client := await self._clients.of(home):
            await self._show(client, home.team, user, texts.HOME_FORGOTTEN)

    async def _show(self, client: AsyncWebClient, team: str, user: str, note: str = "") -> None:
        knowledge = await asyncio.to_thread(self._knowledge)
        told = list(facts(await self._memory.person(team, user), knowledge))
        view = {"type": "home", "blocks": _view(knowledge, told, note)}
        await client.views_publish(user_id=user, view=view)


def _prompts() -> list[dict[str, str]]:
    return [{"title": question, "message": question} for question in texts.STARTERS[:4]]


def _view(knowledge: Knowledge, told: list[str], note: str) -> list[Block]:
    starters = [blocks.button(text, f"{_ASK}:{n}", text) for n, text in enumerate(texts.STARTERS)]
    listed = "\n".join(f"•  {harmless(line)}" for line in told)
    return [
        blocks.header(texts.HOME_TITLE),
        blocks.section(texts.HOME_KNOWS.format(**_counts(knowledge))),
        blocks.header(texts.HOME_START),
        *blocks.actions(starters, "start"),
        blocks.header(texts.HOME_YOU),
        blocks.section(f"{texts.HOME_TOLD}\n{listed}" if told else texts.HOME_NOTHING),
        *([blocks.context(note)] if note else []),
        *blocks.actions([blocks.button(texts.HOME_FORGET, _FORGET, "all", **_confirmed())], "you"),
        blocks.context(texts.HOME_FOOT),
    ]


def _confirmed() -> dict[str, Any]:
    words = {
        "title": blocks.plain(texts.HOME_SURE),
        "text": blocks.plain(texts.HOME_WHAT),
        "confirm": blocks.plain(texts.HOME_YES),
        "deny": blocks.plain(texts.HOME_NO),
    }
    return {"style": "danger", "confirm": words}


def _counts(knowledge: Knowledge) -> dict[str, int]:
    return {
        "roles": len(knowledge.roles),
        "credentials": len(knowledge.credentials),
        "moves": len(knowledge.transitions),
        "sources": len(knowledge.sources),
    }
