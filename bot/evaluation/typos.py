"""Puts a slip of the fingers into a question, the same one each time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from bot.evaluation.cases import Case

# Shorter words are mostly names such as PMP, or words that a slip turns into other words.
_WORD = re.compile(r"[^\W\d_]{4,}")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def with_slip(text: str, seed: int = 0) -> str:
    """Return ``text`` with one slip in one word of four letters or more; a text without such a word stays.

    Two letters swapped, one dropped, one doubled, or a key beside the right one. ``seed`` and ``text`` decide
    which, so a run can be repeated.
    """
    words = list(_WORD.finditer(text))
    if not words:
        return text
    dice = random.Random(f"{seed}:{text}")  # noqa: S311 - no secret
    word = dice.choice(words)
    slips = [slip(word.group(), place) for slip in _SLIPS for place in range(len(word.group()))]
    slipped = dice.choice([found for found in slips if found and found != word.group()])
    return text[: word.start()] + slipped + text[word.end() :]


def with_slips(case: Case, seed: int = 0) -> Case:
    """Return ``case`` with a slip in each of its turns."""
    return Case(tuple(replace(turn, text=with_slip(turn.text, seed)) for turn in case.turns))


def _swapped(word: str, place: int) -> str:
    return word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]


def _dropped(word: str, place: int) -> str:
    return word[:place] + word[place + 1 :]


def _doubled(word: str, place: int) -> str:
    return word[: place + 1] + word[place:]


def _beside(word: str, place: int) -> str:
    """Put the key to the right of the meant one, at the end of a row the one to the left."""
    letter = word[place].lower()
    row = next((keys for keys in _ROWS if letter in keys), "")
    if not row:
        return ""
    position = row.index(letter)
    other = row[position + 1] if position + 1 < len(row) else row[position - 1]
    return word[:place] + (other.upper() if word[place].isupper() else other) + word[place + 1 :]


_SLIPS: tuple[Callable[[str, int], str], ...] = (_swapped, _dropped, _doubled, _beside)
