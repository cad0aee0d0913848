"""Which credentials the knowledge names for a move: those that its texts, or its target's, speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.knowledge.base import Knowledge

# The passages of a role that tell what one brings to it.
_ON_THE_WAY_IN = ("entry", "skills")


def credentials_for(start: str, goal: str, knowledge: Knowledge) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the credentials named for the move from ``start`` to ``goal``: advised ones, and others.

    Advised are those of the move's steps, and those that the follow-ups of the move or of the target's way in
    lead to. The others are only spoken of in these texts. A move that is a step back needs none.
    """
    move = knowledge.transitions[start, goal]
    if move.verdict == "step_back":
        return (), ()
    aspects = knowledge.roles[goal].aspects()
    passages = [move, *(aspects[name] for name in _ON_THE_WAY_IN if name in aspects)]
    linked = [str(item) for passage in passages for item in passage.follow_ups]
    advised = dict.fromkeys((*_spoken_of([str(step) for step in move.steps], knowledge), *_linked(linked)))
    texts = [text for passage in passages for text in passage.texts()]
    others = [name for name in _spoken_of(texts, knowledge) if name not in advised]
    return tuple(advised), tuple(others)


def _linked(follow_ups: Iterable[str]) -> Iterator[str]:
    for follow_up in follow_ups:
        kind, _, rest = follow_up.partition("/")
        if kind == "credential":
            yield rest.partition("/")[0]


def _spoken_of(texts: Iterable[str], knowledge: Knowledge) -> Iterator[str]:
    """Yield the credentials whose short name stands in ``texts``."""
    text = "\n".join(texts)
    for name, credential in knowledge.credentials.items():
        if re.search(rf"(?<!\w){re.escape(str(credential.short))}(?!\w)", text):
            yield name
