"""Tells whether somebody speaks of themselves or of another: "a girl in my class got the CAPM"."""

from __future__ import annotations

import re

_FIRST = re.compile(r"\b(?:i|i'm|im|i've|ive|i'd|me|we|we've|myself)\b")
_OTHER = re.compile(
    r"\b(?:he|she|they|who|people|someone|somebody|anyone|everyone|everybody|nobody|one"
    r"|candidates?|applicants?"
    r"|students?|others|you)\b"
    r"|\b(?:my|his|her|our|their|a|the) (?:\w+ )?(?:friend|mate|boss|colleague|co-?worker|brother"
    r"|sister|husband"
    r"|wife|partner|son|daughter|dad|mum|mom|father|mother|uncle|aunt|cousin|nephew|niece"
    r"|girlfriend|boyfriend"
    r"|girl|boy|guy)\b"
    r"|\b(?:my|our|his|her|their|the|an?|every) (?!(?:\w+ )?(?:experience|exp|background|job|title"
    r"|role|time|total))"
    r"(?:\w+ ){1,4}(?:has|had|was|is|does|did|got|says?|said|wants?|passed|holds|took)\b"
)


def is_of_another(before: str) -> bool:
    """Tell whether the last one that ``before`` speaks of is somebody else than the writer."""
    others = [match.end() for match in _OTHER.finditer(before)]
    own = [match.end() for match in _FIRST.finditer(before)]
    return bool(others) and max(others) > max(own, default=0)


def is_first_person(text: str) -> bool:
    """Tell whether a text speaks of its writer at all."""
    return _FIRST.search(text) is not None
