"""Texts with the names in them masked.

With "how much is the PMP" read as "how much is the certification", one example teaches every credential, also
one that no example names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Entities = Sequence[dict[str, Any]]

EXTRACTOR = "SubjectEntityExtractor"
PLACEHOLDERS = {"credential": "certification", "role": "role", "profession": "profession"}


def subjects(entities: Entities) -> Entities:
    """Return the entities that were found by their names in the knowledge, from left to right."""
    found = [entity for entity in entities if entity.get("extractor") == EXTRACTOR]
    return sorted(found, key=lambda entity: int(entity["start"]))


def masked(text: str, entities: Entities) -> str:
    """Return ``text`` with each name replaced by the word for its kind."""
    pieces, position = [], 0
    for entity in subjects(entities):
        pieces += [text[position : entity["start"]], PLACEHOLDERS[entity["entity"]]]
        position = entity["end"]
    return "".join((*pieces, text[position:]))


def exact_places(entities: Entities) -> list[tuple[int, int]]:
    """Return where in the text the names stand that are spelt as in the knowledge."""
    return [(item["start"], item["end"]) for item in subjects(entities) if item["confidence_entity"] >= 1]


def within(entities: Entities, start: int, end: int) -> Entities:
    """Return the entities from ``start`` to ``end`` of a text, with places counted from ``start``."""
    return [
        entity | {"start": entity["start"] - start, "end": entity["end"] - start}
        for entity in entities
        if start <= entity.get("start", 0) and entity.get("end", 0) <= end
    ]
