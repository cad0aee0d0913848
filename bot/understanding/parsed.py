"""Reads the classifier's parse of a message, as plain data, in Waymark's own terms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.understanding.mention import Mention
from bot.understanding.question import Question

PRESSED_INTENT = "answer"
_KINDS = ("role", "credential", "profession")


def question_from(message: dict[str, Any]) -> Question:
    """Return the question in a parse.

    Read are ``text``, ``intent``, ``intent_ranking``, ``entities``, ``clauses`` and ``put_right``.
    """
    entities = message.get("entities") or []
    if (message.get("intent") or {}).get("name") == PRESSED_INTENT:
        return Question(text=_value("say", entities), pressed=_value("id", entities))
    return replace(
        _read(message),
        clauses=tuple(_read(clause) for clause in message.get("clauses") or ()),
    )


def _value(name: str, entities: list[dict[str, Any]]) -> str:
    return next((str(item.get("value")) for item in entities if item.get("entity") == name), "")


def _read(message: dict[str, Any]) -> Question:
    ranking = message.get("intent_ranking") or []
    put_right = message.get("put_right")
    return Question(
        text=message.get("text") or "",
        intents=tuple((item["name"], float(item["confidence"])) for item in ranking if item.get("name")),
        mentions=_mentions(message),
        put_right=(put_right["text"], _mentions(put_right)) if put_right else None,
    )


def _mentions(message: dict[str, Any]) -> tuple[Mention, ...]:
    return tuple(_mention(item) for item in message.get("entities") or [] if item.get("entity") in _KINDS)


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
