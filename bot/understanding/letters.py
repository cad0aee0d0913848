"""Whether a text holds letters, and whether they are Latin."""

from __future__ import annotations

import re
import unicodedata

_LETTER = re.compile(r"[^\W\d_]", re.UNICODE)


def has_letters(text: str) -> bool:
    """Tell whether the text holds a letter at all; emoji, digits and signs alone ask nothing."""
    return _LETTER.search(text) is not None


def is_foreign_script(text: str) -> bool:
    """Tell whether most letters are of a script other than Latin: Waymark reads English alone."""
    letters = _LETTER.findall(text)
    foreign = sum("LATIN" not in unicodedata.name(letter, "LATIN") for letter in letters)
    return foreign > len(letters) / 2
