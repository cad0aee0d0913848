"""The intent model: two logistic regressions, one on sentence vectors and one on character n-grams.

The vectors carry meaning, the n-grams survive typos. The confidence of an intent is the geometric mean of its
probability and of the cosine between the sentence and the intent's mean vector: the probability alone is high
for a sentence that is far from everything but nearest to one intent. Stored as plain arrays and JSON, so that
loading a model runs no code from it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Floats = NDArray[np.float32]

CHARACTER_WEIGHT = 0.4
INVERSE_REGULARISATION = 10.0
NGRAMS = (2, 4)
# An n-gram that stands in a single sentence teaches nothing and doubles the time of training.
LEAST_SENTENCES = 2
FORMAT = 1


@dataclass(frozen=True)
class Linear:
    """A multinomial logistic regression: ``weights`` [features, intents] and ``bias`` [intents]."""

    weights: Floats
    bias: Floats

    @classmethod
    def fit(cls, features: Floats | csr_matrix, labels: Sequence[str]) -> Linear:
        """Fit on rows of ``features``; every intent weighs the same however many examples it has."""
        model = LogisticRegression(
            C=INVERSE_REGULARISATION,
            class_weight="balanced",
            max_iter=100,
            tol=0.1,
            multi_class="multinomial",
        )
        model.fit(features, labels)
        weights, bias = model.coef_, model.intercept_
        if len(weights) == 1:  # two intents: one row stands for both
            weights, bias = np.vstack([-weights, weights]), np.concatenate([-bias, bias])
        return cls(np.ascontiguousarray(weights.T, dtype=np.float32), bias.astype(np.float32))

    def probabilities(self, features: Floats | csr_matrix) -> Floats:
        """Return one row of probabilities for each row of ``features``."""
        result: Floats = softmax(features @ self.weights + self.bias, axis=1)
        return result


def _vectorizer(vocabulary: Sequence[str] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=NGRAMS,
        min_df=LEAST_SENTENCES if vocabulary is None else 1,
        sublinear_tf=True,
        dtype=np.float32,
        vocabulary=vocabulary,
    )


def _restored_vectorizer(vocabulary: Sequence[str], weights: Floats) -> TfidfVectorizer:
    vectorizer = _vectorizer(vocabulary)
    vectorizer.idf_ = weights
    return vectorizer


class HybridModel:
    """Scores every intent for a sentence. Make one with :meth:`fit` or :meth:`load`.

    ``intents`` are the names in alphabetical order; columns of all results stand in this order.
    """

    def __init__(
        self,
        intents: Sequence[str],
        dense: Linear,
        characters: Linear,
        ngrams: TfidfVectorizer,
        means: Floats,
    ) -> None:
        self.intents = tuple(intents)
        self._dense = dense
        self._characters = characters
        self._ngrams = ngrams
        self._means = means

    @classmethod
    def fit(cls, vectors: Floats, texts: Sequence[str], labels: Sequence[str]) -> HybridModel:
        """Fit on sentences given as unit vectors, as texts, and with their intents.

        Raises ``ValueError`` if there are fewer than two intents.
        """
        intents = sorted(set(labels))
        if len(intents) < 2:  # noqa: PLR2004 - a choice needs two
            raise ValueError(f"an intent model needs examples of at least two intents, got {intents}")
        ngrams = _vectorizer()
        counts = ngrams.fit_transform(texts)
        names = np.array(labels)
        sums = np.stack([vectors[names == intent].sum(axis=0) for intent in intents])
        means = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), np.float32(1e-6))
        return cls(intents, Linear.fit(vectors, labels), Linear.fit(counts, labels), ngrams, means)

    def confidences(self, vectors: Floats, texts: Sequence[str]) -> Floats:
        """Return one row of confidences (0 to 1) for each sentence; all zero where the vector is zero."""
        likely = (1 - CHARACTER_WEIGHT) * self._dense.probabilities(vectors)
        likely += CHARACTER_WEIGHT * self._characters.probabilities(self._ngrams.transform(texts))
        result: Floats = np.sqrt(likely * np.clip(vectors @ self._means.T, 0, 1))
        return result

    def save(self, directory: Path) -> None:
        """Write ``intents.json`` and ``intents.npz`` into ``directory``."""
        arrays = {
            "dense_weights": self._dense.weights,
            "dense_bias": self._dense.bias,
            "character_weights": self._characters.weights,
            "character_bias": self._characters.bias,
            "ngram_weights": self._ngrams.idf_.astype(np.float32),
            "means": self._means,
        }
        np.savez_compressed(directory / "intents.npz", **arrays)
        names: dict[str, Any] = {
            "format": FORMAT,
            "intents": self.intents,
            "ngrams": self._ngrams.get_feature_names_out().tolist(),
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
            return cls(
                names["intents"],
                Linear(arrays["dense_weights"], arrays["dense_bias"]),
                Linear(arrays["character_weights"], arrays["character_bias"]),
                _restored_vectorizer(names["ngrams"], arrays["ngram_weights"]),
                arrays["means"],
            )
