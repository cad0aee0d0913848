"""Degrees that look like names of roles."""

from __future__ import annotations

import re

from bot.understanding.mention import Mention

_OWNED = re.compile(
    r"\b(?:have|has|had|got|with|did|hold|holding|my|finished|studied)(?: (?:a|an|my))? $", re.IGNORECASE
)
_STUDIED = re.compile(r"^(?:\s*\(?hons\)?)? (?:in|degree|from|but)\b", re.IGNORECASE)


def is_degree(text: str, mention: Mention) -> bool:
    """Tell whether "BA" is a degree and not a business analyst: "i have a BA in history"."""
    return (
        mention.text.casefold() == "ba"
        and _OWNED.search(text[: mention.start]) is not None
        and _STUDIED.match(text[mention.end :]) is not None
    )
