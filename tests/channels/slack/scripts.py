"""What the scripted agent says, where the real one cannot be made to say it."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.answers.answer import Answer, Choice, Download, Grid, Picture, SourceLine
from tests.channels.service import Says, Script


def saying(*messages: dict[str, Any]) -> Script:
    """Return a script that always says these messages."""

    async def script(_text: str) -> Says:
        for message in messages:
            yield message

    return script


def said(text: str, titles: tuple[str, ...] = (), **parts: Any) -> dict[str, Any]:
    """Return what the action would say: a text, buttons of these titles, and the whole answer."""
    choices = tuple(Choice(title, f"topic/number_{n}") for n, title in enumerate(titles))
    answer = Answer("credential/pmp/overview", text, follow_ups=choices, **parts)
    shown = [{"title": c.title, "payload": f'/answer{{"id": "{c.id}"}}'} for c in choices]
    return {"text": text, "buttons": shown, "answer": answer.to_dict()}


def after(seconds: float, script: Script) -> Script:
    """Return ``script`` behind a wait."""

    async def slow(text: str) -> Says:
        await asyncio.sleep(seconds)
        async for message in script(text):
            yield message

    return slow


SOURCE = SourceLine("Handbook", "PMI", "https://pmi.example/a?x=1&y=2", "2026-07-02", "2026-11-22")
TABLE = Grid(("Point", "CAPM", "PMP"), (("For", "newcomers", "people who lead"), ("Fee", "", "USD 405")))
MAP = Picture("/chat/map.png?theme=light&goal=project_manager", "/x", "Career map in words", "drawing")

__all__ = ["MAP", "SOURCE", "TABLE", "Download", "after", "said", "saying"]
