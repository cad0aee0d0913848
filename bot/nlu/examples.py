"""Labelled sentences with the space that was found for them: what an intent model is fitted on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.nlu.space import FeatureSpace, Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Examples:
    """Sentences, their intents, the space, and the sentences' features in it, one row each.

    The space knows no intents: some of the examples may be held apart and asked later, and nothing leaks.
    """

    sentences: Sentences
    labels: tuple[str, ...]
    space: FeatureSpace
    features: Floats

    @classmethod
    def of(cls, sentences: Sentences, labels: Sequence[str]) -> Examples:
        """Find the space of ``sentences``."""
        space, features = FeatureSpace.fit(sentences)
        return cls(sentences, tuple(labels), space, features)

    def rows(self, chosen: NDArray[np.int64]) -> Examples:
        """Return the chosen examples, in the same space."""
        return replace(
            self,
            sentences=self.sentences.rows(chosen),
            labels=tuple(self.labels[place] for place in chosen),
            features=self.features[chosen],
        )
