"""Finds the roles, credentials and professions that a text names, from the aliases in the knowledge.

Names are matched word by word: exactly first, the longest name winning, then with tolerance for typos. The
knowledge is the only list of names, so a new entry is understood as soon as it is there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from bot.knowledge.base import Knowledge
from bot.understanding.direction import with_directions
from bot.understanding.lookalikes import is_lookalike
from bot.understanding.mention import Mention, MentionKind
from bot.understanding.misspelt import MisspeltNames
from bot.understanding.name_words import NameWords
from bot.understanding.names import names_in
from bot.understanding.words import (
    Word,
    forms_of,
    plain,
    singular,
    with_one_article,
    without_possessives,
    words_of,
    written_out,
)

# Names such as SAFe and MoP are words in other letters: they count only in their own, or in capitals.
_CASED = re.compile(r"^[A-Z]+[a-z]+[A-Z]$|^[A-Z]{2,}[a-z]$")
# The likeness of a name in which a word was put right.
_CORRECTED = 0.95
# Between two names that share their last word.
_JOINTS = frozenset(("or", "vs", "versus", "and"))

_Target = tuple[MentionKind, str]


class MentionFinder:
    """Finds mentions. Build it once with :meth:`from_knowledge`; it is immutable and safe to share."""

    def __init__(
        self, names: Iterable[tuple[str, MentionKind, str]], dictionary: Collection[str] = ()
    ) -> None:
        """Take (alias, kind, slug) triples; the first alias of each slug is its proper name.

        With a ``dictionary`` of words that are spelt right, a misspelt word of a name is put right first.
        """
        self._exact: dict[tuple[str, ...], _Target] = {}
        self._cased: dict[str, _Target] = {}
        proper: dict[_Target, str] = {}
        for alias, kind, slug in names:
            proper.setdefault((kind, slug), alias)
            words = plain(words_of(alias))
            if _CASED.match(alias):
                self._cased[alias] = self._cased[alias.upper()] = (kind, slug)
            elif words:
                for form in (words, written_out(words_of(alias))):
                    self._exact.setdefault(with_one_article(form), (kind, slug))
        self._longest = max(map(len, self._exact), default=0)
        # How long a name can be, by its first word: most words begin none, and need no further look.
        self._longest_from: dict[str, int] = {}
        for name in self._exact:
            self._longest_from[name[0]] = max(len(name), self._longest_from.get(name[0], 0))
        # Words of proper names, as against misspelt aliases: two of them together are no slip of the pen.
        vocabulary = {word.text for name in proper.values() for word in words_of(name)}
        self._misspelt = MisspeltNames(self._exact, vocabulary, dictionary)
        self._name_words = NameWords(self._exact, dictionary)

    @classmethod
    def from_knowledge(cls, knowledge: Knowledge, dictionary: Collection[str] = ()) -> MentionFinder:
        """Build the finder from every name and alias in ``knowledge``."""
        return cls(names_in(knowledge), dictionary)

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in ``text`` from left to right, with directions where the words show them."""
        words = self._name_words.corrected(without_possessives(text, words_of(text)))
        found: list[Mention] = []
        gap: list[Word] = []
        position = 0
        while position < len(words):
            mention, width = self._exact_at(text, words, position)
            if mention is None:
                gap.append(words[position])
            else:
                found += [*self._misspelt_in(text, gap), mention]
                gap = []
            position += width
        found += self._misspelt_in(text, gap)
        found = [mention for mention in found if not is_lookalike(text, mention)]
        found += list(self._sharing(text, words, found))
        return with_directions(text, sorted(found, key=lambda mention: mention.start))

    def _exact_at(self, text: str, words: list[Word], position: int) -> tuple[Mention | None, int]:
        """Return the longest name at ``position``, and how many words to go on from there."""
        longest = max(self._longest_from.get(form, 0) for form in forms_of(words[position].text))
        for width in range(min(longest, len(words) - position), 0, -1):
            window = words[position : position + width]
            target = self._target(window)
            if target is not None:
                return _mention(text, window, target, _likeness(text, window)), width
        word = words[position]
        cased = self._cased.get(text[word.start : word.end])
        return (_mention(text, [word], cased) if cased else None), 1

    def _target(self, window: list[Word]) -> _Target | None:
        full = with_one_article(written_out(window))
        full = full if full in self._exact else with_one_article(plain(window))
        return self._exact.get(full) or self._exact.get(singular(full))

    def _misspelt_in(self, text: str, words: list[Word]) -> Iterator[Mention]:
        """Yield misspelt names among words that hold no exact one."""
        position = 0
        while position < len(words):
            mention, width = self._misspelt_at(text, words, position)
            if mention is not None:
                yield mention
            position += width

    def _misspelt_at(self, text: str, words: list[Word], position: int) -> tuple[Mention | None, int]:
        longest = self._longest + 1 if self._misspelt.may_begin_with(words[position]) else 0
        for width in range(min(longest, len(words) - position), 0, -1):
            window = words[position : position + width]
            meant = self._misspelt.meant_by(window)
            if meant is not None:
                name, likeness = meant
                return _mention(text, window, self._exact[name], likeness), width
        return None, 1

    def _sharing(self, text: str, words: list[Word], found: list[Mention]) -> Iterator[Mention]:
        """Yield the first of two names that share a word, as in "project or programme manager"."""
        for mention in found:
            place = next(number for number, word in enumerate(words) if word.start == mention.start)
            before = [word for word in words[:place] if word.text not in ("a", "an", "the")][-3:]
            if len(before) < 2 or " " not in mention.text:  # noqa: PLR2004
                continue
            first, joint = before[-2:]
            if joint.text not in _JOINTS and (joint.text != "to" or before[0].text != "from"):
                continue
            if any(other.start <= first.start < other.end for other in found):
                continue
            target = self._exact.get((first.text, words_of(mention.text)[-1].text))
            if target is not None:
                yield _mention(text, [first], target)


def _likeness(text: str, window: list[Word]) -> float:
    """Return 1.0 for words that stand in ``text`` as they are, less when a slip was put right."""
    as_written = all(text[word.start : word.end].casefold() == word.text for word in window)
    return 1.0 if as_written else _CORRECTED


def _mention(text: str, window: list[Word], target: _Target, score: float = 1.0) -> Mention:
    start, end = window[0].start, window[-1].end
    kind, name = target
    return Mention(kind, name, start, end, text[start:end], score)
