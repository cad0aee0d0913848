"""Scores of an evaluation run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.evaluation.cases import Turn, family_of

REFUSED = "out_of_scope"
SMALLTALK = "smalltalk"
CLARIFY = "clarify"
# Families that others must not take a question from with certainty.
CAREER = ("topic", "role", "credential")
CERTAIN = 0.9

TURNS = "turns"
RIGHT = "right at the first try, all"
IN_SCOPE_RIGHT = "in scope: right at the first try"
IN_SCOPE_OFFERED = "in scope: right or among the choices"
FALSE_REFUSALS = "in scope: refused by mistake"
ASKED_BACK = "in scope: asked back"
CLARIFY_PRECISION = "asked back: the right one to choose"
REFUSALS_RIGHT = "out of scope: refused"
SMALLTALK_RIGHT = "small talk: right"


@dataclass(frozen=True)
class Outcome:
    """What a turn was answered with.

    ``confidence`` is that of the reply. ``intent`` is the classifier's first choice and ``likelihood`` what
    it gave to it; the reply may rest on other signs.
    """

    turn: Turn
    answer: str
    options: tuple[str, ...]
    confidence: float
    intent: str = ""
    likelihood: float = 0.0

    @property
    def right(self) -> bool:
        """Tell whether the first answer was right."""
        return self.turn.accepts(self.answer)

    @property
    def offered(self) -> bool:
        """Tell whether the right answer was given or stood among the offered choices."""
        return self.right or any(self.turn.accepts(option) for option in self.options)

    @property
    def guessed(self) -> bool:
        """Tell whether the likeliest reading was right: the answer, or the first choice when asked back."""
        asked_back = self.answer == CLARIFY
        return self.right or (asked_back and any(self.turn.accepts(option) for option in self.options[:1]))

    @property
    def in_scope(self) -> bool:
        """Tell whether an answer about careers was wanted."""
        return self.turn.family not in (REFUSED, SMALLTALK)


def share(values: Iterable[bool]) -> float:
    """Return the share of true values, 0.0 for none at all."""
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def summary(outcomes: list[Outcome]) -> dict[str, float]:
    """Return the headline figures, each a share from 0 to 1, and the number of turns."""
    in_scope = [o for o in outcomes if o.in_scope]
    asked_back = [o for o in outcomes if o.answer == CLARIFY]
    out = [o for o in outcomes if o.turn.family == REFUSED]
    small = [o for o in outcomes if o.turn.family == SMALLTALK]
    return {
        TURNS: float(len(outcomes)),
        RIGHT: share(o.right for o in outcomes),
        IN_SCOPE_RIGHT: share(o.right for o in in_scope),
        IN_SCOPE_OFFERED: share(o.offered for o in in_scope),
        FALSE_REFUSALS: len(false_refusals(outcomes)) / max(1, len(in_scope)),
        ASKED_BACK: share(o.answer == CLARIFY for o in in_scope),
        CLARIFY_PRECISION: share(o.offered for o in asked_back),
        REFUSALS_RIGHT: share(family_of(o.answer) == REFUSED for o in out),
        SMALLTALK_RIGHT: share(o.right for o in small),
    }


def share_by(outcomes: list[Outcome], name: Callable[[Turn], str]) -> dict[str, tuple[int, float]]:
    """Return for each name how many turns have it and the share right at the first try, in order.

    Turns whose name is empty are left out.
    """
    named: dict[str, list[bool]] = {}
    for outcome in outcomes:
        if key := name(outcome.turn):
            named.setdefault(key, []).append(outcome.right)
    return {key: (len(values), share(values)) for key, values in sorted(named.items())}


def confusions(outcomes: list[Outcome]) -> list[tuple[str, str, int]]:
    """Return the pairs (expected, given) that were mixed up, the most frequent first."""
    pairs = Counter((o.turn.labels[0], o.answer) for o in outcomes if not o.right)
    return [(expected, given, count) for (expected, given), count in pairs.most_common()]


def false_refusals(outcomes: list[Outcome]) -> list[Outcome]:
    """Return the turns that asked for an answer about careers and were refused."""
    return [o for o in outcomes if o.in_scope and not o.right and family_of(o.answer) == REFUSED]


def over_matches(outcomes: list[Outcome], least: float = CERTAIN) -> list[Outcome]:
    """Return the turns about a topic, role or credential that another family took with great confidence."""
    return [
        o
        for o in outcomes
        if o.turn.family in CAREER
        and not o.right
        and o.confidence >= least
        and family_of(o.answer) not in (CLARIFY, *map(family_of, o.turn.labels))
    ]
