"""The names that a question is about, as against those that it only mentions."""

from __future__ import annotations

import re

from bot.understanding.corrections import taken_back
from bot.understanding.mention import Mention

_HELD = re.compile(
    r"\b(?:have|hold|holding|has|got|after|passed|finished|completed|with (?:an?|my|the)|done|did|my|already)"
    r"(?: (?:a|an|the|my|already|just|got|passed|both))*\s*$"
)

# Then the own credential is one of two that are compared: "is my capm equal to the pmp".
_SET_BESIDE = re.compile(
    r"\b(?:equal|equivalent|compare[sd]?|comparable|as good as|same as|versus|vs|against)\b"
)
_MY = re.compile(r"\bmy $")
_TELLS = re.compile(r"^ (?:is|was|has|will|runs?|ends?|expires?|expired|lapsed|lapses)\b")


def asked_mentions(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions that a question is about.

    A credential that the person only says to hold ("i have the capm, how long to study for the pmp") is left
    out as long as another credential remains, and so is a name that is taken back ("not the SP, the ACP").
    What happens to the own one is about that one alone ("my capm runs out, renew it or go for the pmp").
    """
    lowered = text.lower()
    withdrawn = taken_back(text, mentions)
    mentions = tuple(mention for mention in mentions if mention not in withdrawn) or mentions
    credentials = [mention for mention in mentions if mention.kind == "credential"]
    own = tuple(mention for mention in credentials if _told_of(lowered, mention))
    if own:
        return tuple(mention for mention in mentions if mention.kind != "credential" or mention in own)
    if _SET_BESIDE.search(lowered):
        return mentions
    held = {mention for mention in credentials if _HELD.search(lowered[: mention.start])}
    if not held or {m.name for m in credentials} <= {m.name for m in held}:
        return mentions
    return tuple(mention for mention in mentions if mention not in held)


def _told_of(text: str, credential: Mention) -> bool:
    """Tell whether something is said of the person's own credential: "my capm is up in 2027"."""
    return bool(_MY.search(text[: credential.start]) and _TELLS.match(text[credential.end :]))
