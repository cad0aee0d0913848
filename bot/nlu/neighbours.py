"""A second look at the likeliest intents: how near a sentence stands to the nearest examples of each.

A regression draws straight borders; an intent whose examples lie in several places is told better by its
nearest examples. Vectors are reduced to their main directions, so that fourteen thousand examples take
seven megabytes.
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
# Intents that are looked at a second time: what is less likely than that is not meant.
LOOKED_AT = 12


@dataclass(frozen=True)
class Neighbours:
    """The training examples as a map: directions (columns), reduced examples (rows), sorted by intent.

    The examples of intent ``n`` are the rows from ``starts[n]`` to ``starts[n + 1]``.
    """

    directions: Floats
    examples: Floats
    starts: NDArray[np.int64]

    @classmethod
    def fit(
        cls, vectors: Floats, labels: Sequence[str], intents: Sequence[str], directions: Floats
    ) -> Neighbours:
        """Reduce ``vectors`` to ``directions``; ``intents`` are the labels in alphabetical order."""
        names = np.array(labels)
        order = np.argsort(names, kind="stable")
        starts = np.searchsorted(names[order], [*intents, "\uffff"])
        return cls(directions, unit(vectors[order] @ directions), starts)

    def nearness(self, vectors: Floats, likely: Floats) -> Floats:
        """Return, for each row of ``vectors`` and each intent, the mean cosine to its three nearest examples.

        ``likely`` ranks the intents of each row; all but the first twelve get zero.
        """
        reduced = unit(vectors @ self.directions)
        result = np.zeros(likely.shape, dtype=np.float32)
        first = np.argsort(-likely, axis=1)[:, :LOOKED_AT]
        for intent in np.unique(first):
            rows = np.flatnonzero((first == intent).any(axis=1))
            cosines = reduced[rows] @ self.examples[self.starts[intent] : self.starts[intent + 1]].T
            few = cosines.shape[1] - min(NEAREST, cosines.shape[1])
            best = np.partition(cosines, few, axis=1)[:, few:]
            result[rows, intent] = np.maximum(best.sum(axis=1) / NEAREST, 0)
        return result


def unit(vectors: Floats) -> Floats:
    """Return the rows of ``vectors`` brought to length one; zeros stay zeros."""
    result: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-6))
    return result
