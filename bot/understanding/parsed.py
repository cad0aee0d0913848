"""Reads the classifier's parse of a message, as plain data, in Waymark's own terms."""

from __future__ import annotations

from typing import Any

from bot.understanding.mention import Mention
from bot.understanding.question import Question

PRESSED_INTENT = "answer"
_KINDS = ("role", "credential", "profession")


def question_from(message: dict[str, Any]) -> Question:
    """Return the question in a parse: ``text``, ``intent``, ``intent_ranking`` and ``entities``."""
    entities = message.get("entities") or []
    pressed = None
    if (message.get("intent") or {}).get("name") == PRESSED_INTENT:
        pressed = next((str(item.get("value")) for item in entities if item.get("entity") == "id"), "")
    ranking = message.get("intent_ranking") or []
    return Question(
        text=message.get("text") or "",
        intents=tuple((item["name"], float(item["confidence"])) for item in ranking if item.get("name")),
        mentions=tuple(_mention(item) for item in entities if item.get("entity") in _KINDS),
        pressed=pressed,
    )


def _mention(entity: dict[str, Any]) -> Mention:
    start, end = int(entity.get("start", 0)), int(entity.get("end", 0))
    return Mention(
        kind=entity["entity"],
        name=str(entity["value"]),
        start=start,
        end=end,
        text="",
        score=float(entity.get("confidence_entity", 1.0)),
        direction=entity.get("role"),
    )
