"""Mentions as Rasa entities, and texts with their subjects masked.

With "how much is the PMP" read as "how much is the certification", one example teaches every credential.
"""

from __future__ import annotations

from typing import Any

from bot.understanding.mentions import Mention

EXTRACTOR = "SubjectEntityExtractor"
PLACEHOLDERS = {"credential": "certification", "role": "role", "profession": "profession"}


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
