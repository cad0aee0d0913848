"""Puts right misspelt words that belong to a name: "analust" in "pmo analust", "caom" for CAPM."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.words import Word

# Shorter words become other words by one slip; from this length on a word may hold two.
_SHORTEST, _LONG = 4, 8


class NameWords:
    """Knows the words of all names. A word that is English, or a name's, is left alone."""

    def __init__(self, names: Iterable[tuple[str, ...]], dictionary: Iterable[str]) -> None:
        """Take names as words in lower case, and the words of the language that are spelt right.

        Without a dictionary nothing is corrected: a word that is not known may be right.
        """
        counts = Counter(word for name in names for word in name)
        self._known = frozenset((*dictionary, *counts)) if dictionary else frozenset()
        self._targets = tuple(word for word, _ in counts.most_common() if len(word) >= _SHORTEST)
        self._meant = lru_cache(maxsize=4096)(self._best)

    def corrected(self, words: list[Word]) -> list[Word]:
        """Return ``words`` with misspelt name words put right; their places in the text stay."""
        if not self._known:
            return words
        return [replace(word, text=self._meant(word.text)) for word in words]

    def _best(self, word: str) -> str:
        if len(word) < _SHORTEST or word in self._known or word.removesuffix("s") in self._known:
            return word
        slips = 1 if len(word) < _LONG else 2
        best = process.extractOne(word, self._targets, scorer=OSA.distance, score_cutoff=slips)
        if best is None or (best[1] > 1 and best[0][0] != word[0]):
            return word
        return str(best[0])
