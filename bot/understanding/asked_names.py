"""The names that a question is about, as against those that it only mentions."""

from __future__ import annotations

import re

from bot.understanding.corrections import taken_back
from bot.understanding.mention import Mention

_HELD = re.compile(
    r"\b(?:have|hold|holding|has|got|after|passed|finished|completed|with (?:an?|my|the)|done|did|my|already)"
    r"(?: (?:a|an|the|my|already|just|got|passed|both))*\s*$"
)


def asked_mentions(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions that a question is about.

    A credential that the person only says to hold ("i have the capm, how long to study for the pmp") is left
    out as long as another credential remains, and so is a name that is taken back ("not the SP, the ACP").
    """
    lowered = text.lower()
    withdrawn = taken_back(text, mentions)
    mentions = tuple(mention for mention in mentions if mention not in withdrawn) or mentions
    credentials = [mention for mention in mentions if mention.kind == "credential"]
    held = {mention for mention in credentials if _HELD.search(lowered[: mention.start])}
    if not held or {m.name for m in credentials} <= {m.name for m in held}:
        return mentions
    return tuple(mention for mention in mentions if mention not in held)
