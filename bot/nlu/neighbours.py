"""A second look at a sentence: how near it stands to the nearest examples of each intent.

A regression draws straight borders; an intent whose examples lie in several places is told better by its
nearest examples. Vectors are reduced to their main directions, so that twelve thousand examples take six
megabytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NEAREST = 3
# Examples looked at, at most, to find the nearest ones of the likely intents.
LOOKED_AT = 400


@dataclass(frozen=True)
class Neighbours:
    """The training examples as a map: directions (columns), reduced examples (rows), the intent of each."""

    directions: Floats
    examples: Floats
    intents: NDArray[np.int16]
    count: int

    @classmethod
    def fit(
        cls, vectors: Floats, labels: Sequence[str], intents: Sequence[str], directions: Floats
    ) -> Neighbours:
        """Reduce ``vectors`` to ``directions``; ``intents`` gives the numbers of labels."""
        number = {intent: place for place, intent in enumerate(intents)}
        numbers = np.array([number[label] for label in labels], dtype=np.int16)
        return cls(directions, unit(vectors @ directions), numbers, len(intents))

    def nearness(self, vectors: Floats) -> Floats:
        """Return, for each row of ``vectors`` and each intent, the mean cosine to its three nearest examples.

        An intent with fewer examples among the nearest 400 counts zero for each that is missing.
        """
        likeness = unit(vectors @ self.directions) @ self.examples.T
        return np.stack([self._nearest(row) for row in likeness])

    def _nearest(self, likeness: Floats) -> Floats:
        few = min(LOOKED_AT, len(likeness))
        order = np.argpartition(-likeness, few - 1)[:few]
        order = order[np.argsort(-likeness[order])]
        result = np.zeros(self.count, dtype=np.float32)
        for intent in np.unique(self.intents[order]):
            result[intent] = np.clip(likeness[order[self.intents[order] == intent][:NEAREST]], 0, 1).sum()
        return result / NEAREST


def unit(vectors: Floats) -> Floats:
    """Return the rows of ``vectors`` brought to length one; zeros stay zeros."""
    result: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-6))
    return result
