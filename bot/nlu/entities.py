"""Mentions as Rasa entities."""

from __future__ import annotations

from typing import Any

from bot.understanding.mention import Mention


def to_entity(mention: Mention) -> dict[str, Any]:
    """Return ``mention`` in Rasa's form; its direction, if any, is the entity's ``role``."""
    entity: dict[str, Any] = {
        "entity": mention.kind,
        "value": mention.name,
        "start": mention.start,
        "end": mention.end,
        "confidence_entity": mention.score,
    }
    return entity | ({"role": mention.direction} if mention.direction else {})
