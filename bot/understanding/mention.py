"""A name found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["role", "credential", "profession"]
Direction = Literal["from", "to"]


@dataclass(frozen=True)
class Mention:
    """One name found in a text.

    ``name`` is the slug in the knowledge; ``start`` and ``end`` are character positions; ``score`` is 1.0 for
    an exact match and the likeness (0 to 1) for a misspelt one; ``direction`` tells for a role whether the
    person comes ``from`` it or wants ``to`` get there, where the words say so.
    """

    kind: MentionKind
    name: str
    start: int
    end: int
    text: str
    score: float = 1.0
    direction: Direction | None = None
