"""Scores of the intent model alone: what it takes for what, over labelled sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MOST_PAIRS = 20


@dataclass(frozen=True)
class IntentScore:
    """How well one intent is told from the others.

    ``precision`` is the share of the sentences put to it that are of it, ``recall`` the share of its
    ``examples`` that are put to it; 0.0 where there are none.
    """

    intent: str
    examples: int
    precision: float
    recall: float


@dataclass(frozen=True)
class ConfusedPair:
    """Two intents, and how many sentences of each were taken for the other."""

    first: str
    second: str
    first_as_second: int
    second_as_first: int

    @property
    def times(self) -> int:
        """Return how often the two were mixed up."""
        return self.first_as_second + self.second_as_first


def intent_scores(labels: Sequence[str], guesses: Sequence[str]) -> list[IntentScore]:
    """Return the score of each intent in ``labels``, the lowest recall first."""
    examples, guessed = Counter(labels), Counter(guesses)
    right = Counter(label for label, guess in zip(labels, guesses, strict=True) if label == guess)
    scores = [
        IntentScore(name, count, right[name] / max(1, guessed[name]), right[name] / count)
        for name, count in examples.items()
    ]
    return sorted(scores, key=lambda score: (score.recall, score.intent))


def confused_pairs(labels: Sequence[str], guesses: Sequence[str]) -> list[ConfusedPair]:
    """Return the pairs of intents that were mixed up, the most frequent first."""
    mistakes = Counter((label, guess) for label, guess in zip(labels, guesses, strict=True) if label != guess)
    names = {(min(pair), max(pair)) for pair in mistakes}
    pairs = [ConfusedPair(a, b, mistakes[a, b], mistakes[b, a]) for a, b in names]
    return sorted(pairs, key=lambda pair: (-pair.times, pair.first, pair.second))


def intents_report(labels: Sequence[str], guesses: Sequence[str]) -> str:
    """Return the report in lines of plain text: accuracy, precision and recall an intent, pairs."""
    right = sum(label == guess for label, guess in zip(labels, guesses, strict=True))
    lines = [
        f"{'sentences':40} {len(labels):8}",
        f"{'put to their intent':40} {right / max(1, len(labels)):8.1%}",
    ]
    lines += ["", "by intent (sentences, precision, recall), the lowest recall first"]
    lines += [
        f"  {score.intent:32} {score.examples:5}  {score.precision:6.1%}  {score.recall:6.1%}"
        for score in intent_scores(labels, guesses)
    ]
    lines += ["", "most confused pairs (times; the first taken for the second, and the other way)"]
    lines += [
        f"  {pair.first} / {pair.second}  {pair.times} ({pair.first_as_second}, {pair.second_as_first})"
        for pair in confused_pairs(labels, guesses)[:MOST_PAIRS]
    ]
    return "\n".join(lines)
