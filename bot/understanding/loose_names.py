"""Short names that stand for a role or a credential only where the talk or the words beside them say so.

"IT?" after a question about construction project managers is the IT project manager; "capm or the google one"
names Google's certificate. Elsewhere "it" and "google" are just words, so the matcher of names leaves them.
"""

from __future__ import annotations

import re

from bot.knowledge.base import Knowledge
from bot.understanding.mention import Mention, MentionKind
from bot.understanding.small_words import WITHOUT_ASPECT

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\+?", re.UNICODE)
# The word on the other side of "or": "capm or the google one", "google or comptia".
_BEFORE = re.compile(r"([^\W_]+\+?)\s+(?:or|vs\.?|versus|than)\s+(?:the |a |an )?$", re.IGNORECASE)
_AFTER = re.compile(r"^(?: one)?\s+(?:or|vs\.?|versus|than)\s+(?:the |a |an )?([^\W_]+\+?)", re.IGNORECASE)
# "the google one", "the comptia certificate", "the construction job"
_HEADS = {
    "credential": frozenset(
        ["one", "ones", "cert", "certs", "certificate", "certification", "course", "exam"]
    ),
    "role": frozenset(["one", "ones", "job", "jobs", "role", "roles"]),
}
_TOWARDS = re.compile(
    r"\b(?:up to|to|into|towards?|thinking (?:of|about)|looking at|step up to|move to|go"
    r"|aim(?:ing)? (?:at|for)|made|call (?:my|your|them|him|her)sel(?:f|ves)|named) (?:a |the )?$",
    re.IGNORECASE,
)
_RETURN = re.compile(r"\bback to (?:the |that )?$", re.IGNORECASE)
_FROM = re.compile(r"^\W*(?:\w+\W+){0,4}from (?:an? |being an? )?$", re.IGNORECASE)
# Words after a loose name that show it to be no role: "move to delivery on time", "to product development".
_QUALIFIES = re.compile(
    r"^ (?!projects?\b|side\b|work\b|management\b|instead\b|role|job|level|for\b|or\b|and\b|in\b|at\b)\w",
    re.IGNORECASE,
)
_Target = tuple[MentionKind, str]


class LooseNames:
    """Finds loose names. Build it once from the knowledge; it is immutable and safe to share.

    A loose name with a capital counts in capitals alone: "IT" is a trade, "it" is a pronoun.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._targets: dict[str, list[_Target]] = {}
        for slug, credential in knowledge.credentials.items():
            for alias in credential.loose_aliases:
                self._targets.setdefault(alias, []).append(("credential", slug))
        for slug, role in knowledge.roles.items():
            for alias in role.loose_aliases:
                self._targets.setdefault(alias, []).append(("role", slug))

    def _of(self, word: str) -> list[_Target]:
        return self._targets.get(word) or self._targets.get(word.casefold()) or []

    def add(self, text: str, mentions: tuple[Mention, ...], kind: MentionKind | None) -> tuple[Mention, ...]:
        """Return ``mentions`` with the loose names of ``text`` added, from left to right.

        ``kind`` is the kind of what the talk is about: where a text holds nothing else, a loose name of this
        kind counts. Beside "or" and "versus" one counts next to a name of its kind, and before "one".
        """
        words = [word for word in _WORD.finditer(text) if not _covered(word, mentions)]
        found = [self._mention(word, text, mentions, kind, words) for word in words]
        fresh = [mention for mention in found if mention is not None]
        return tuple(sorted((*mentions, *fresh), key=lambda mention: mention.start)) if fresh else mentions

    def _mention(
        self,
        word: re.Match[str],
        text: str,
        mentions: tuple[Mention, ...],
        kind: MentionKind | None,
        words: list[re.Match[str]],
    ) -> Mention | None:
        for target in self._of(word.group()):
            if (
                (target[0] == kind and self._is_all(word, words))
                or (target[0] == kind and _RETURN.search(text[: word.start()]))
                or (target[0] == kind == "role" and _is_start(word, text))
                or _has_head(word, text, target[0])
                or self._is_joined(word, text, mentions, target[0])
                or (target[0] == "role" and _is_goal(word, text, mentions, target[1]))
            ):
                return Mention(target[0], target[1], word.start(), word.end(), word.group())
        return None

    def _is_all(self, word: re.Match[str], words: list[re.Match[str]]) -> bool:
        """Tell whether the other words that are no names say nothing by themselves."""
        others = (other.group() for other in words if other is not word)
        return all(other.casefold() in WITHOUT_ASPECT or self._of(other) for other in others)

    def _is_joined(
        self, word: re.Match[str], text: str, mentions: tuple[Mention, ...], kind: MentionKind
    ) -> bool:
        """Tell whether "or" or "versus" stands between the word and a name of its kind."""
        left, right = _BEFORE.search(text[: word.start()]), _AFTER.match(text[word.end() :])
        for other in (left, right):
            if other is None:
                continue
            place = other.start(1) + (word.end() if other is right else 0)
            named = any(m.kind == kind and m.start <= place < m.end for m in mentions)
            if named or any(target[0] == kind for target in self._of(other.group(1))):
                return True
        return False


def _is_goal(word: re.Match[str], text: str, mentions: tuple[Mention, ...], slug: str) -> bool:
    """Tell whether one role is named and the loose name is where to go from it: "PM up to senior"."""
    roles = [mention.name for mention in mentions if mention.kind == "role"]
    named = len(roles) == 1 and roles[0] != slug
    return named and bool(_TOWARDS.search(text[: word.start()])) and not _QUALIFIES.match(text[word.end() :])


def _is_start(word: re.Match[str], text: str) -> bool:
    """Tell whether a text ends with where somebody comes from: "possible from admin?"."""
    return _FROM.search(text[: word.start()]) is not None and not _WORD.search(text[word.end() :])


def _covered(word: re.Match[str], mentions: tuple[Mention, ...]) -> bool:
    return any(mention.start < word.end() and word.start() < mention.end for mention in mentions)


def _has_head(word: re.Match[str], text: str, kind: MentionKind) -> bool:
    """Tell whether a word such as "one" follows that makes a name of the loose one: "the google one"."""
    after = _WORD.findall(text[word.end() :].casefold())
    before = _WORD.findall(text[: word.start()].casefold())
    return (
        bool(after and before) and after[0] in _HEADS.get(kind, ()) and before[-1] in ("the", "that", "this")
    )
