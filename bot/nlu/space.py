"""The numbers in which sentences are compared, found without knowing their intents.

As no label goes into it, one space serves the model and the fits that calibrate it, and nothing leaks between
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.nlu.ngrams import ENOUGH_SENTENCES, NgramSpace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Chosen by grouped cross-validation on data/nlu*.yml; neighbours differ by half a point of accuracy or less.
VECTOR_WEIGHT, SIGN_WEIGHT = np.float32(1.4), np.float32(0.5)
# Directions that the regression is fitted in, and those in which examples are neighbours.
AXES, NEAR_AXES = 500, 256


@dataclass(frozen=True)
class Sentences:
    """Sentences to learn from or to rank: vectors, texts, and signs, one row each.

    A vector begins with the sentence embedding; a sentence that cannot be read has zeros.
    """

    vectors: Floats
    texts: Sequence[str]
    signs: Floats

    def rows(self, chosen: NDArray[np.int64]) -> Sentences:
        """Return the chosen sentences."""
        return Sentences(self.vectors[chosen], [self.texts[i] for i in chosen], self.signs[chosen])

    def dense(self) -> Floats:
        """Return vectors and signs side by side, as they are weighed against each other."""
        features: Floats = np.hstack((VECTOR_WEIGHT * self.vectors, SIGN_WEIGHT * self.signs))
        return features


@dataclass(frozen=True)
class FeatureSpace:
    """N-grams, the main directions of all features, and those of the vectors; directions are columns."""

    ngrams: NgramSpace
    axes: Floats
    near_axes: Floats

    @classmethod
    def fit(cls, sentences: Sentences) -> tuple[FeatureSpace, Floats]:
        """Find the space of ``sentences``; return it, and their features in its main directions.

        Fitting a model in the main directions takes a third of the time.
        """
        ngrams, letters = NgramSpace.fit(sentences.texts)
        features = np.hstack((sentences.dense(), letters))
        some = features[:: 1 + len(features) // ENOUGH_SENTENCES]
        products = some.T @ some
        axes = main_axes(products, AXES)
        size = sentences.vectors.shape[1]
        # Vectors stand first among the features, all with one weight: it does not turn their directions.
        return cls(ngrams, axes, main_axes(products[:size, :size], NEAR_AXES)), features @ axes

    def reduce(self, sentences: Sentences) -> Floats:
        """Return all features of other sentences in the main directions."""
        features = np.hstack((sentences.dense(), self.ngrams.transform(sentences.texts)))
        result: Floats = features @ self.axes
        return result


def main_axes(products: Floats, most: int) -> Floats:
    """Return the directions, as columns, in which features are long, given their inner products."""
    from scipy.linalg import eigh  # noqa: PLC0415 - only training loads it

    size = len(products)
    _, axes = eigh(products, subset_by_index=(max(0, size - most), size - 1))
    return np.ascontiguousarray(axes, dtype=np.float32)
