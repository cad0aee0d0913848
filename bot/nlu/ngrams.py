"""What a text looks like letter by letter, in a few hundred numbers (latent semantic analysis).

Character n-grams, weighted by tf-idf and reduced by a truncated singular value decomposition, see that two
spellings are the same word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NGRAMS = (2, 4)
DIRECTIONS = 256
# An n-gram that stands in a single sentence teaches nothing and doubles the time of training.
LEAST_SENTENCES = 2
# The directions of so many sentences, spread over all, are those of all.
ENOUGH_SENTENCES = 6_000


class NgramSpace:
    """Reduces texts to a few hundred numbers by their character n-grams."""

    def __init__(self, vectorizer: TfidfVectorizer, directions: Floats) -> None:
        self.vectorizer = vectorizer
        self.directions = directions

    @classmethod
    def fit(cls, texts: Sequence[str]) -> tuple[NgramSpace, Floats]:
        """Find the n-grams and directions of ``texts``; return them, and one row for each text."""
        vectorizer = _vectorizer(least=LEAST_SENTENCES)
        counts = vectorizer.fit_transform(texts)
        size = min(DIRECTIONS, counts.shape[1] - 1)
        some = counts[:: 1 + len(texts) // ENOUGH_SENTENCES]
        svd = TruncatedSVD(size, random_state=0, n_iter=2).fit(some)
        directions = np.ascontiguousarray(svd.components_.T, dtype=np.float32)
        return cls(vectorizer, directions), np.asarray(counts @ directions, dtype=np.float32)

    def transform(self, texts: Sequence[str]) -> Floats:
        """Return one row for each text."""
        result: Floats = np.asarray(self.vectorizer.transform(texts) @ self.directions, dtype=np.float32)
        return result


def restored_vectorizer(vocabulary: Sequence[str], rarity: Floats) -> TfidfVectorizer:
    """Return the vectorizer with these n-grams and their inverse document frequencies."""
    vectorizer = _vectorizer(least=1, vocabulary=vocabulary)
    vectorizer.idf_ = rarity
    return vectorizer


def _vectorizer(least: int, vocabulary: Sequence[str] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=NGRAMS,
        min_df=least,
        sublinear_tf=True,
        dtype=np.float32,
        vocabulary=vocabulary,
    )
