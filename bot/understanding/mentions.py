"""Finds the roles, credentials and professions that a text names, from the aliases in the knowledge.

Names are matched word by word: exactly first, the longest name winning, then with tolerance for typos
(rapidfuzz). The knowledge is the only list of names, so a new entry is understood as soon as it is there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.knowledge.base import Knowledge
from bot.understanding.direction import with_directions
from bot.understanding.mention import Mention, MentionKind
from bot.understanding.small_words import BESIDE_NAMES

__all__ = ["Mention", "MentionFinder"]

_WORD = re.compile(r"[^\W_]+\+?", re.UNICODE)

# Names such as SAFe and MoP are words in other letters: they count only in their own, or in capitals.
_CASED = re.compile(r"^[A-Z]+[a-z]+[A-Z]$|^[A-Z]{2,}[a-z]$")

# A window of words counts as a misspelt name from this likeness on (0 to 100). Two one-letter slips in a
# name of 15 letters give about 87; "project management" is 85 from "project manager" and must not match.
_LIKENESS = 87.0
# Shorter names are left to exact matching: one slip in a short word makes too many other words.
_SHORTEST_FUZZY = 6
# A misspelt name does not begin with a word such as "a", "an" or "to", and begins with the right letter.
_SHORTEST_FIRST = 3


# Written out when they stand beside another word: "proj admin", "prog mgr".
_ABBREVIATED = {
    "proj": "project", "prog": "programme", "mgr": "manager", "mngr": "manager", "mgmt": "management",
    "coord": "coordinator", "dir": "director", "sr": "senior", "snr": "senior", "jr": "junior", "asst": "assistant",
    "cert": "certification", "exec": "executive",
}  # fmt: skip
# Between two names that share their last word.
_JOINTS = frozenset(("or", "vs", "versus", "and"))
_OWNED = re.compile(
    r"\b(?:have|has|had|got|with|did|hold|holding|my|finished|studied)(?: (?:a|an|my))? $", re.IGNORECASE
)
_STUDIED = re.compile(r"^(?:\s*\(?hons\)?)? (?:in|degree|from|but)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int


class MentionFinder:
    """Finds mentions. Build it once with :meth:`from_knowledge`; it is immutable and safe to share."""

    def __init__(self, names: Iterable[tuple[str, MentionKind, str]]) -> None:
        """Take (alias, kind, slug) triples; the first alias of each slug is its proper name."""
        self._exact: dict[tuple[str, ...], tuple[MentionKind, str]] = {}
        self._cased: dict[str, tuple[MentionKind, str]] = {}
        proper: dict[tuple[str, str], str] = {}
        for alias, kind, slug in names:
            proper.setdefault((kind, slug), alias)
            if _CASED.match(alias):
                self._cased[alias] = self._cased[alias.upper()] = (kind, slug)
                continue
            words = tuple(word.text for word in _words(alias))
            if words:
                self._exact.setdefault(words, (kind, slug))
        self._longest = max(map(len, self._exact), default=0)
        # Words of proper names, as against misspelt aliases: two of them together are no slip of the pen.
        self._vocabulary = {word.text for name in proper.values() for word in _words(name)}
        self._fuzzy: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for alias_words in self._exact:
            joined = "".join(alias_words)
            if len(joined) >= _SHORTEST_FUZZY and joined.isalnum():
                self._fuzzy[joined[0]][joined] = alias_words

    @classmethod
    def from_knowledge(cls, knowledge: Knowledge) -> MentionFinder:
        """Build the finder from every name and alias in ``knowledge``."""
        return cls(_names(knowledge))

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in ``text`` from left to right, with directions where the words show them."""
        words = _words(text)
        found: list[Mention] = []
        gap: list[_Word] = []
        position = 0
        while position < len(words):
            mention, width = self._exact_at(text, words, position)
            if mention is None:
                gap.append(words[position])
            else:
                found += [*self._misspelt(text, gap), mention]
                gap = []
            position += width
        found += self._misspelt(text, gap)
        found = [mention for mention in found if not _is_degree(text, mention)]
        return with_directions(text, sorted((*found, *self._sharing(text, words, found)), key=_place))

    def _sharing(self, text: str, words: list[_Word], found: list[Mention]) -> Iterator[Mention]:
        """Yield the first of two names that share a word: the project manager in "project or programme manager"."""
        for mention in found:
            place = next(number for number, word in enumerate(words) if word.start == mention.start)
            if place < 2 or words[place - 1].text not in _JOINTS or " " not in mention.text:  # noqa: PLR2004
                continue
            first = words[place - 2]
            if any(other.start <= first.start < other.end for other in found):
                continue
            shared = _words(mention.text)[-1].text
            target = self._exact.get((first.text, shared))
            if target is not None:
                yield _mention(text, [first], target, 1.0)

    def _exact_at(self, text: str, words: list[_Word], position: int) -> tuple[Mention | None, int]:
        word = words[position]
        for width in range(min(self._longest, len(words) - position), 0, -1):
            window = words[position : position + width]
            target = self._exact_target(window)
            if target is not None:
                return _mention(text, window, target, 1.0), width
        cased = self._cased.get(text[word.start : word.end])
        return (_mention(text, [word], cased, 1.0) if cased else None), 1

    def _misspelt(self, text: str, words: list[_Word]) -> Iterator[Mention]:
        """Yield misspelt names among words that hold no exact one."""
        position = 0
        while position < len(words):
            mention, width = self._misspelt_at(text, words, position)
            if mention is not None:
                yield mention
            position += width

    def _misspelt_at(self, text: str, words: list[_Word], position: int) -> tuple[Mention | None, int]:
        for width in range(min(self._longest + 1, len(words) - position), 0, -1):
            window = words[position : position + width]
            match = self._fuzzy_target(window)
            if match is not None:
                target, score = match
                return _mention(text, window, target, score), width
        return None, 1

    def _exact_target(self, window: list[_Word]) -> tuple[MentionKind, str] | None:
        plain = tuple(_ABBREVIATED.get(word.text, word.text) for word in window) if len(window) > 1 else ()
        plain = plain if plain in self._exact else tuple(word.text for word in window)
        singular = (*plain[:-1], _singular(plain[-1]))
        return self._exact.get(plain) or self._exact.get(singular)

    def _fuzzy_target(self, window: list[_Word]) -> tuple[tuple[MentionKind, str], float] | None:
        if all(word.text in self._vocabulary for word in window):
            return None
        if len(window[0].text) < _SHORTEST_FIRST or {window[0].text, window[-1].text} & BESIDE_NAMES:
            return None
        joined = "".join(word.text for word in window)
        names = self._fuzzy.get(joined[0], {})
        if len(joined) < _SHORTEST_FUZZY or not names:
            return None
        best = process.extractOne(joined, names.keys(), scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        if best is None or _is_part(window, joined, best[0]):
            return None
        return self._exact[names[best[0]]], best[1] / 100


def _place(mention: Mention) -> int:
    return mention.start


def _is_degree(text: str, mention: Mention) -> bool:
    """Tell whether "BA" is a degree and not a business analyst: "i have a BA in history"."""
    return (
        mention.text.casefold() == "ba"
        and _OWNED.search(text[: mention.start]) is not None
        and _STUDIED.match(text[mention.end :]) is not None
    )


def _is_part(window: list[_Word], joined: str, alias: str) -> bool:
    """Tell whether a window is an alias without one of its words or endings: no slip, but another word.

    "technical" is not a misspelt "technical pm", "schedule" no misspelt "scheduler"; "scrum maste" is one.
    """
    if len(window) > 1 and len(alias) - len(joined) == 1:
        return False
    return alias.startswith(joined) or alias.endswith(joined)


def _words(text: str) -> list[_Word]:
    return [_Word(match.group().casefold(), *match.span()) for match in _WORD.finditer(text)]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 2 else word  # noqa: PLR2004 - "as", "is"


def _mention(text: str, window: list[_Word], target: tuple[MentionKind, str], score: float) -> Mention:
    start, end = window[0].start, window[-1].end
    kind, name = target
    return Mention(kind, name, start, end, text[start:end], score)


def _names(knowledge: Knowledge) -> Iterator[tuple[str, MentionKind, str]]:
    for slug, role in knowledge.roles.items():
        for alias in (role.name, role.short, *role.aliases):
            yield str(alias), "role", slug
    for slug, credential in knowledge.credentials.items():
        for alias in (credential.short, *credential.aliases):
            yield str(alias), "credential", slug
    for slug, profession in knowledge.professions.items():
        for alias in (profession.name, *profession.aliases):
            yield str(alias), "profession", slug
