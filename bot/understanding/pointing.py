"""Words that point at something of the talk: "the first one", "the other", "all three", "option 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.small_words import WITHOUT_ASPECT

_PLACES = (r"first|former|1st", r"second|latter|2nd", r"third|3rd", r"fourth|4th")
_NUMBERS = (r"1|one", r"2|two", r"3|three", r"4|four")
_LAST = r"last|latter"
_POINTING = (
    r"(?:the|that) (?:{words})(?: one| two)?\b"
    r"(?= *(?:$|[?.!,;:])| one\b| (?:cost|exam|pay|earn|expire|take|need|is|does|do|has|to)\w*\b)"
)
# "which first one" needs no article; "ok last one: ..." is no pointing.
_ONE = r"|\b(?:{words}) one\b"
_OTHER = re.compile(r"\b(?:the|that) other(?: one)?\b(?! way)")
_ALL = re.compile(
    r"\b(?:all (?:three|four|of (?:them|those|these))|(?:them|those|these) all"
    r"|each of (?:them|those|these))\b"
)
_POINTERS = frozenset(["first", "former", "1st", "second", "latter", "2nd", "third", "3rd", "last", "other"])
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_AFFIRMED = re.compile(r"^\W*(?:yes|yeah|yep|sure|ok|okay)\b", re.IGNORECASE)
_LEAD_IN = r"\W*(?:(?:yes|yeah|yep|ok|okay|sure|and|then|take|please)\W+)*"


def pointed(text: str, listed: Sequence[str], newest: str | None = None) -> str | None:
    """Return which of ``listed`` a text points at, else None.

    "the first one" counts from the front, "the last one" from the back; "the other one" is, of two, the one
    that is not ``newest``.
    """
    lowered = text.lower()
    for place, words in enumerate(_PLACES):
        if place < len(listed) and re.search((_POINTING + _ONE).format(words=words), lowered):
            return listed[place]
    if listed and re.search(_POINTING.format(words=_LAST), lowered):
        return listed[-1]
    if _OTHER.search(lowered) and len(listed) == 2:  # noqa: PLR2004 - of two
        return next((name for name in listed if name != newest), None)
    return None


def only_points(text: str) -> bool:
    """Tell whether a text holds a pointing word and nothing that asks: "what about the other one"."""
    words = set(_WORD.findall(text.lower()))
    return bool(words & _POINTERS) and words <= _POINTERS | WITHOUT_ASPECT


def points_at_all(text: str) -> bool:
    """Tell whether a text means everything that was listed: "all three", "each of them"."""
    return _ALL.search(text.lower()) is not None


def picks_from_talk(text: str) -> bool:
    """Tell whether a place means one of the things talked about rather than a button: "and the first?"."""
    return only_points(text) and _AFFIRMED.search(text) is None


def picked(text: str, count: int) -> int | None:
    """Return which of ``count`` offered choices a text picks by its place, from 0: "the second one", "#2"."""
    lowered = text.lower()
    for place in range(min(count, len(_PLACES))):
        words = f"{_PLACES[place]}|{_NUMBERS[place]}"
        if re.fullmatch(
            rf"{_LEAD_IN}(?:the |number |no\.? ?|option |#)?(?:{words})(?: (?:one|option))?(?: please)?\W*",
            lowered,
        ):
            return None if lowered.strip() == "one" else place
    if count and re.fullmatch(rf"{_LEAD_IN}(?:the )?(?:{_LAST})(?: (?:one|option))?(?: please)?\W*", lowered):
        return count - 1
    return None
