"""Corrects misspelt words before a sentence is classified.

A sentence encoder cuts "requirments" into pieces that mean nothing to it. Words that neither English nor the
training data know are put right when a slip or two makes them a word that the training data use often.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
# From this length on a word may hold two slips.
_LONG = 8
# A word that the training data use this often is no slip, and is what others may be corrected to.
_OFTEN = 3
# With so many unknown words, and more than known ones, the sentence is not English.
_FOREIGN = 3
_ENDINGS = ("s", "es", "d", "ed", "ing", "r", "er", "ers", "or", "ors", "y", "ly", "ment")


@dataclass(frozen=True)
class Change:
    """A word that is put right: from ``start`` to ``end`` of the text stands ``word`` instead."""

    start: int
    end: int
    word: str


def with_changes(text: str, changes: Sequence[Change]) -> str:
    """Return ``text`` with the changes made."""
    for change in reversed(changes):
        text = text[: change.start] + change.word + text[change.end :]
    return text


def moved(place: int, changes: Sequence[Change]) -> int:
    """Return where a place of the text stands after the changes; it must not stand inside one."""
    return place + sum(
        len(change.word) - (change.end - change.start) for change in changes if change.end <= place
    )


class SpellingCorrector:
    """Corrects words towards ``targets``, the likeliest first; words of ``known`` are left alone."""

    def __init__(self, targets: Iterable[str], known: Iterable[str]) -> None:
        self._targets = tuple(targets)
        self._known = frozenset(known)
        self._corrected = lru_cache(maxsize=4096)(self._best)

    @classmethod
    def learn(cls, texts: Iterable[str], dictionary: Iterable[str]) -> SpellingCorrector:
        """Learn from training ``texts``; ``dictionary`` holds lower-case words that are spelt right."""
        counts = Counter(word for text in texts for word in _WORD.findall(text.lower()))
        often = [word for word, count in counts.most_common() if count >= _OFTEN]
        known = {*dictionary, *often}
        return cls((word for word in often if len(word) >= _SHORTEST), known)

    def correct(self, text: str, keep: Sequence[tuple[int, int]] = ()) -> str:
        """Return ``text`` with misspelt words corrected, in lower case; the rest stays as it is.

        Nothing between the character positions of ``keep`` is changed, nor a text that is hardly English.
        """
        return with_changes(text, self.changes(text, keep))

    def changes(self, text: str, keep: Sequence[tuple[int, int]] = ()) -> list[Change]:
        """Return what :meth:`correct` changes, from left to right."""
        words = [match for match in _WORD.finditer(text) if len(match.group()) >= _SHORTEST]
        kept = {place for start, end in keep for place in range(start, end)}
        unknown = [
            match
            for match in words
            if match.start() not in kept and not self._is_known(match.group().lower())
        ]
        if len(unknown) >= _FOREIGN and 2 * len(unknown) > len(words):
            return []
        found = ((match, self._corrected(match.group().lower())) for match in unknown)
        return [Change(match.start(), match.end(), word) for match, word in found if word]

    def save(self, path: Path) -> None:
        """Write the words as JSON."""
        words = {"targets": self._targets, "known": sorted(self._known)}
        path.write_text(json.dumps(words, ensure_ascii=False))

    @classmethod
    def load(cls, path: Path) -> SpellingCorrector:
        """Read what :meth:`save` wrote."""
        words = json.loads(path.read_text())
        return cls(words["targets"], words["known"])

    def _is_known(self, word: str) -> bool:
        """Tell whether ``word``, or what is left of it without a common ending, is known."""
        if len(word) < _SHORTEST or word in self._known:
            return True
        stems = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
        return any(
            stem in self._known or f"{stem}e" in self._known for stem in stems if len(stem) >= _SHORTEST - 1
        )

    def _best(self, word: str) -> str | None:
        slips = 1 if len(word) < _LONG else 2
        best = process.extractOne(word, self._targets, scorer=OSA.distance, score_cutoff=slips)
        if best is None:
            return None
        target, distance, _ = best
        return target if distance == 1 or target[0] == word[0] else None
