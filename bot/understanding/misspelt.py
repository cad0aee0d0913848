"""Names with slips of the pen in them: "prject manger" (rapidfuzz)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from bot.understanding.small_words import BESIDE_NAMES
from bot.understanding.words import Word

# A window of words counts as a misspelt name from this likeness on (0 to 100). Two one-letter slips in a
# name of 15 letters give about 87; "project management" is 85 from "project manager" and must not match.
_LIKENESS = 87.0
# Shorter names are left to exact matching: one slip in a short word makes too many other words.
_SHORTEST = 6
# A misspelt name does not begin with a word such as "a", "an" or "to", and begins with the right letter.
_SHORTEST_FIRST = 3

_Name = tuple[str, ...]


class MisspeltNames:
    """Knows which name a misspelt one is. Immutable, safe to share."""

    def __init__(
        self, names: Iterable[_Name], vocabulary: Iterable[str], dictionary: Iterable[str] = ()
    ) -> None:
        """Take names as words in lower case, and the words of which two together are no slip of the pen.

        ``dictionary`` holds words of the language: where all are right, there is no slip either.
        """
        self._vocabulary = frozenset((*vocabulary, *dictionary))
        self._by_first_letter: dict[str, dict[str, _Name]] = defaultdict(dict)
        for name in names:
            joined = "".join(name)
            if len(joined) >= _SHORTEST and joined.isalnum():
                self._by_first_letter[joined[0]][joined] = name

    def may_begin_with(self, word: Word) -> bool:
        """Tell whether a misspelt name can begin with ``word``."""
        first = word.text
        return (
            len(first) >= _SHORTEST_FIRST and first not in BESIDE_NAMES and first[0] in self._by_first_letter
        )

    def meant_by(self, window: list[Word]) -> tuple[_Name, float] | None:
        """Return the name that the words are meant to be, and their likeness from 0 to 1, else None."""
        if not self._may_be_a_slip(window):
            return None
        joined = "".join(word.text for word in window)
        names = self._by_first_letter.get(joined[0], {})
        if len(joined) < _SHORTEST or not names:
            return None
        best = process.extractOne(joined, names.keys(), scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        if best is None or _is_part(window, joined, best[0]):
            return None
        if len(window) > len(names[best[0]]) + 1:  # a name torn in two, not words in between
            return None
        return names[best[0]], best[1] / 100

    def _may_be_a_slip(self, window: list[Word]) -> bool:
        if all(word.text in self._vocabulary for word in window):
            return False
        return self.may_begin_with(window[0]) and window[-1].text not in BESIDE_NAMES


def _is_part(window: list[Word], joined: str, name: str) -> bool:
    """Tell whether a window is a name without one of its words or endings: no slip, but another word.

    "technical" is not a misspelt "technical pm", "schedule" no misspelt "scheduler"; "scrum maste" is one.
    """
    if len(window) > 1 and len(name) - len(joined) == 1:
        return False
    return name.startswith(joined) or name.endswith(joined)
