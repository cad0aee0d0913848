"""Scores of an evaluation run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.evaluation.cases import Turn

REFUSED = "out_of_scope"
SMALLTALK = "smalltalk"


@dataclass(frozen=True)
class Outcome:
    """What a turn was answered with. ``intent`` is the classifier's first choice."""

    turn: Turn
    answer: str
    options: tuple[str, ...]
    intent: str
    confidence: float

    @property
    def right(self) -> bool:
        """Tell whether the first answer was right."""
        return self.turn.accepts(self.answer)

    @property
    def offered(self) -> bool:
        """Tell whether the right answer was given or stood among the offered choices."""
        return self.right or any(self.turn.accepts(option) for option in self.options)


def share(outcomes: Iterable[bool]) -> float:
    """Return the share of true values, 0.0 for none at all."""
    values = list(outcomes)
    return sum(values) / len(values) if values else 0.0


def summary(outcomes: list[Outcome]) -> dict[str, float]:
    """Return the headline figures, each a share from 0 to 1, and the number of turns."""
    in_scope = [o for o in outcomes if o.turn.group not in (REFUSED, SMALLTALK)]
    out = [o for o in outcomes if o.turn.group == REFUSED]
    small = [o for o in outcomes if o.turn.group == SMALLTALK]
    return {
        "turns": float(len(outcomes)),
        "right at the first try, all": share(o.right for o in outcomes),
        "in scope: right at the first try": share(o.right for o in in_scope),
        "in scope: right or among the choices": share(o.offered for o in in_scope),
        "in scope: refused by mistake": share(o.answer.startswith(REFUSED) for o in in_scope),
        "in scope: asked back": share(o.answer == "clarify" for o in in_scope),
        "out of scope: refused": share(o.answer.startswith(REFUSED) for o in out),
        "small talk: right": share(o.right for o in small),
    }


def by_group(outcomes: list[Outcome]) -> dict[str, tuple[int, float]]:
    """Return for each kind of question how many there were and the share right at the first try."""
    groups: dict[str, list[bool]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.turn.group, []).append(outcome.right)
    return {name: (len(values), share(values)) for name, values in sorted(groups.items())}


def confusions(outcomes: list[Outcome]) -> list[tuple[str, str, int]]:
    """Return the pairs (expected, given) that were mixed up, the most frequent first."""
    pairs = Counter((o.turn.labels[0], o.answer) for o in outcomes if not o.right)
    return [(expected, given, count) for (expected, given), count in pairs.most_common()]


def calibration(outcomes: list[Outcome], bins: int = 5) -> list[tuple[float, float, int, float]]:
    """Return for equal bins of confidence: lower bound, upper bound, number of turns, share right."""
    rows = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        inside = [o for o in outcomes if low <= o.confidence < high or (high == 1.0 and o.confidence == 1.0)]
        rows.append((low, high, len(inside), share(o.right for o in inside)))
    return rows
