"""How a code is drawn, shown, and read again however it was typed.

A code has 10 characters of Crockford's base32 (https://www.crockford.com/base32.html), 50 bits less what
:func:`new_code` throws away. The alphabet lacks I, L, O and U; typed I and L count as 1, and O as 0.
"""

from __future__ import annotations

import re
import secrets
import unicodedata

from bot.profile.masking import masked

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_GROUPS = (slice(0, 4), slice(4, 8), slice(8, 10))
_FORGIVEN = str.maketrans("OIL", "011")
# Digits that no letter is mistaken for: one of them tells a code from a word.
_SURE_DIGIT = re.compile(r"[2-9]")
_LETTER = re.compile(r"[A-Z]")
_LONGEST = 200

_GAP = r"[\s.,_\-\u2010-\u2015]{0,3}"
_WHOLE = re.compile(rf"(?<![\w-])[0-9a-z]{{4}}{_GAP}[0-9a-z]{{4}}{_GAP}[0-9a-z]{{2}}(?![\w-])", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:resume|restore|continue|codes?|carry on|pick up|go on|take up|load|open|saved)\b", re.IGNORECASE
)
# Something with digits and dashes, or of about the right length, where the code should stand.
_NEARLY = re.compile(
    r"(?:^\W*(?:please )?(?:resume|restore)|\bcode)"
    r"(?:\s*[:=]|\s+(?:my|the|code|talk|chat|conversation|with|from|is|it'?s|was|code:))*\s+"
    r"(?P<code>(?=\S*\d)(?:[0-9a-z]{2,6}(?:-[0-9a-z]{1,6}){1,3}|[0-9a-z]{8,12}))"
    r"(?:\s+(?:please|thanks))?\W*$",
    re.IGNORECASE,
)


def new_code() -> str:
    """Return a new code as it is shown, unguessable: "K7QF-2MXA-9R".

    It has a letter and a digit that is not easily misread, and nothing in it looks like a number that is
    masked when it is typed.
    """
    while True:
        drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        code = shown(drawn)
        if _SURE_DIGIT.search(drawn) and _LETTER.search(drawn) and not masked(f"{drawn} {code}")[1]:
            return code


def shown(characters: str) -> str:
    """Return the 10 characters of a code in the groups in which it is shown."""
    return "-".join(characters[group] for group in _GROUPS)


def normal(text: str) -> str | None:
    """Return the 10 characters that a typed code stands for, None when it cannot be one."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).upper()
    characters = "".join(filter(str.isalnum, plain)).translate(_FORGIVEN)
    whole = len(characters) == LENGTH and all(character in ALPHABET for character in characters)
    return characters if whole else None


def looks_like_code(text: str) -> str | None:
    """Return the code that a message brings, None when it brings none.

    Both "resume K7QF-2MXA-9R" and the bare code bring one. What stands in the place of a code but is none
    ("resume K7QF-2MX") is returned as it was typed, so that it can be refused rather than misunderstood.
    """
    words = unicodedata.normalize("NFKC", text[: 2 * _LONGEST]).strip()
    if len(words) > _LONGEST:
        return None
    for match in _WHOLE.finditer(words):
        characters = normal(match.group())
        alone = not re.search(r"\w", words[: match.start()] + words[match.end() :])
        told = bool(re.search(r"\d", match.group())) and (alone or bool(_CUE.search(words)))
        if characters and told:
            return shown(characters)
    nearly = _NEARLY.search(words)
    return nearly["code"] if nearly else None
