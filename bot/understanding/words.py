"""The words of a text with their places, in the form in which names are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+\+?", re.UNICODE)
_SHORTEST_PLURAL = 3

# Written out when they stand beside another word: "proj admin", "prog mgr".
_ABBREVIATED = {
    "proj": "project", "prog": "programme", "mgr": "manager", "mngr": "manager", "mgmt": "management",
    "coord": "coordinator", "dir": "director", "sr": "senior", "snr": "senior", "jr": "junior",
    "asst": "assistant", "cert": "certification", "exec": "executive",
}  # fmt: skip

# Said for one another inside names: "PMI's risk credential", "IT project leader".
_SAME = {
    "certificate": "certification", "certificates": "certification", "certifications": "certification",
    "credential": "certification", "credentials": "certification", "certs": "certification",
    "leader": "lead", "leaders": "leads",
}  # fmt: skip

_ARTICLES = frozenset(("a", "an", "the", "my", "your", "our", "their", "its", "his", "her", "this", "that"))


@dataclass(frozen=True)
class Word:
    """A word without regard to case, and where in the text it stands."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of ``text``; a plus sign after a word belongs to it ("Project+")."""
    return [Word(match.group().casefold(), *match.span()) for match in _WORD.finditer(text)]


def plain(words: list[Word]) -> tuple[str, ...]:
    """Return the words as they stand."""
    return tuple(word.text for word in words)


def written_out(words: list[Word]) -> tuple[str, ...]:
    """Return several words with abbreviations written out, and one word for all that mean the same.

    A word alone stays as it is.
    """
    if len(words) == 1:
        return plain(words)
    full = (_ABBREVIATED.get(word.text, word.text) for word in words)
    return tuple(_SAME.get(word, word) for word in full)


def without_possessives(text: str, words: list[Word]) -> list[Word]:
    """Return the words without the "s" of a possessive, so that "PMI's risk certificate" is a name."""
    return [word for word in words if word.text != "s" or text[max(0, word.start - 1)] not in "'\u2019"]


def forms_of(word: str) -> tuple[str, ...]:
    """Return what a word can stand for at the beginning of a name: itself, written out, in the singular."""
    return word, _ABBREVIATED.get(word, word), _SAME.get(word, word), singular((word,))[0]


def with_one_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with "the" for whatever says whose or which inside them: "runs their pmo"."""
    return words[:1] + tuple("the" if word in _ARTICLES else word for word in words[1:])


def singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words with the "s" of a plural taken off the last one."""
    last = words[-1]
    return (*words[:-1], last[:-1]) if last.endswith("s") and len(last) >= _SHORTEST_PLURAL else words
