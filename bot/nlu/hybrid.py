"""The intent model: one logistic regression on what a sentence means, how it is spelt, and whom it names.

The sentence vectors carry meaning, character n-grams survive typos. Signs say how many roles, credentials and
professions are named and in which direction, so that "from A to B" and "A or B" differ.

What the regression finds likely is looked at again beside the nearest training examples of each intent. The
confidence of an intent is the geometric mean of its probability after that and of this nearness: the
probability alone is high for a sentence that is far from everything but least far from one intent. Stored as
plain arrays and JSON, so that loading runs no code from it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.nlu.neighbours import Neighbours
from bot.nlu.ngram_counts import NgramCounts
from bot.nlu.regression import fit_regression

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.nlu.examples import Examples
    from bot.nlu.regression import Regression
    from bot.nlu.space import Sentences

    Floats = NDArray[np.float32]

# How much an intent gains by a cosine of one to its nearest examples, in natural logarithms of its odds. From
# 8 to 16 accuracy is the same within a third of a point.
SECOND_LOOK = 14.0
FORMAT = 5


@dataclass(frozen=True)
class Weights:
    """What fitting finds: a column for each intent."""

    dense: Floats
    letters: Floats
    bias: Floats


class HybridModel:
    """Scores every intent for a sentence. Make one with :meth:`fit` or :meth:`load`.

    ``intents`` are the names in alphabetical order; columns of all results stand in this order.
    """

    def __init__(
        self, intents: Sequence[str], ngrams: NgramCounts, weights: Weights, neighbours: Neighbours
    ) -> None:
        self.intents = tuple(intents)
        self._ngrams = ngrams
        self._weights = weights
        self._neighbours = neighbours

    @classmethod
    def fit(cls, examples: Examples, start: Regression | None = None) -> tuple[HybridModel, Regression]:
        """Fit on examples; an intent weighs as the square root of its number of them.

        Returns the model and the regression inside it, in the examples' space, at which the fit on more
        examples of the same space may ``start``. Raises ``ValueError`` if there are fewer than two intents.
        """
        intents, classes, counts = np.unique(examples.labels, return_inverse=True, return_counts=True)
        if len(intents) < 2:  # noqa: PLR2004 - a choice needs two
            raise ValueError(f"an intent model needs examples of at least two intents, got {list(intents)}")
        # Half-way between equal examples and equal intents.
        each = np.sqrt(counts.mean() / counts).astype(np.float32)
        regression = fit_regression(examples.features, classes, each[classes], start)
        space, sentences = examples.space, examples.sentences
        columns = space.axes @ regression.columns
        size = sentences.dense().shape[1]
        weights = Weights(columns[:size], space.ngrams.directions @ columns[size:], regression.bias)
        names = [str(intent) for intent in intents]
        near = Neighbours.fit(sentences.vectors, examples.labels, names, space.near_axes)
        return cls(names, space.ngrams.counts, weights, near), regression

    def confidences(self, sentences: Sentences) -> Floats:
        """Return one row of confidences (0 to 1) for each sentence; all zero where the vector is zero."""
        weights = self._weights
        letters = self._ngrams.project(sentences.texts, weights.letters)
        likely = _log_softmax(sentences.dense() @ weights.dense + letters + weights.bias)
        nearness = self._neighbours.nearness(sentences.vectors, likely)
        likely = _softmax(likely + SECOND_LOOK * nearness)
        result: Floats = np.sqrt(likely * nearness)
        return result

    def save(self, directory: Path) -> None:
        """Write ``intents.json`` and ``intents.npz`` into ``directory``."""
        neighbours = {f"near_{name}": value for name, value in vars(self._neighbours).items()}
        neighbours["near_examples"] = self._neighbours.examples.astype(np.float16)
        np.savez(directory / "intents.npz", rarity=self._ngrams.rarity, **asdict(self._weights), **neighbours)
        names: dict[str, Any] = {
            "format": FORMAT,
            "intents": self.intents,
            "ngrams": self._ngrams.names,
        }
        (directory / "intents.json").write_text(json.dumps(names, ensure_ascii=False))

    @classmethod
    def load(cls, directory: Path) -> HybridModel:
        """Read what :meth:`save` wrote; ``ValueError`` if another version of this module wrote it."""
        names = json.loads((directory / "intents.json").read_text())
        if names.get("format") != FORMAT:
            raise ValueError(
                f"the intent model has format {names.get('format')}, expected {FORMAT}: train again"
            )
        with np.load(directory / "intents.npz", allow_pickle=False) as arrays:
            weights = Weights(**{field.name: arrays[field.name] for field in fields(Weights)})
            ngrams = NgramCounts(names["ngrams"], arrays["rarity"])
            near = {field.name: arrays[f"near_{field.name}"] for field in fields(Neighbours)}
        neighbours = Neighbours(**near | {"examples": near["examples"].astype(np.float32)})
        return cls(names["intents"], ngrams, weights, neighbours)


# As scipy.special has them, to the last bit; the server would load 17 MB of scipy for these two.
def _log_softmax(rows: Floats) -> Floats:
    below = rows - rows.max(axis=1, keepdims=True)
    result: Floats = below - np.log(np.exp(below).sum(axis=1, keepdims=True))
    return result


def _softmax(rows: Floats) -> Floats:
    grown = np.exp(rows - rows.max(axis=1, keepdims=True))
    result: Floats = grown / grown.sum(axis=1, keepdims=True)
    return result
