"""Reads the country that a person lives or works in."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

_CODE_LENGTH = 2
_ALSO = {
    "uk": "GB",
    "u.k.": "GB",
    "britain": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "usa": "US",
    "u.s.": "US",
    "u.s.a.": "US",
    "the us": "US",
    "the states": "US",
    "america": "US",
    "uae": "AE",
    "emirates": "AE",
    "dubai": "AE",
    "ksa": "SA",
    "holland": "NL",
    "czech republic": "CZ",
    "turkey": "TR",
    "korea": "KR",
    "ivory coast": "CI",
    "hong kong": "HK",
    "deutschland": "DE",
    "brasil": "BR",
    "espana": "ES",
}
_IN = (
    r"(?:live|living|based|located|work|working|am|i'm|im|job|jobs|country is|here|reside|residing"
    r"|born and living)"
)
_PLACE = re.compile(
    rf"\b(?:{_IN})(?: \w+){{0,3}}? (?:in|from) (?:the )?(?P<a>[^\W\d_][\w.' -]{{1,40}})|^\W*(?:in"
    rf"|from) (?:the )?(?P<b>[^\W\d_][\w.' -]{{1,40}})"
)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Return the English name of each country by all names that it is called by, in lower case."""
    territories = Locale("en").territories
    names = {
        str(name).lower(): str(name)
        for code, name in territories.items()
        if len(code) == _CODE_LENGTH and code not in ("EU", "UN", "EZ", "QO", "XA", "XB", "ZZ")
    }
    names |= {alias: str(territories[code]) for alias, code in _ALSO.items()}
    return names


def read_country(text: str, *, asked: bool = False) -> str | None:
    """Return the country in ``text``, plain, in English: after "in" or "from", or alone when asked."""
    for match in _PLACE.finditer(text):
        found = _leading(match["a"] or match["b"])
        if found:
            return found
    return _leading(re.sub(r"^\W*(?:the|in|from|it'?s|i'm in)\s+", "", text)) if asked else None


def _leading(words: str) -> str | None:
    """Return the country that ``words`` begin with, the longest name first."""
    pieces = re.sub(r"^the ", "", words.strip(" ,.!?")).split()
    for length in range(min(len(pieces), 5), 0, -1):
        name = " ".join(pieces[:length]).strip(",.!?")
        found = _names().get(name) or _names().get(f"the {name}")
        if found:
            return found
    return None
