"""What a text looks like letter by letter, in a few hundred numbers (latent semantic analysis).

Character n-grams, weighted by tf-idf and reduced by a truncated singular value decomposition, see that two
spellings are the same word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.nlu.ngram_counts import NGRAMS, NgramCounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

DIRECTIONS = 256
# An n-gram that stands in a single sentence teaches nothing and doubles the time of training.
LEAST_SENTENCES = 2
# The directions of so many sentences, spread over all, are those of all.
ENOUGH_SENTENCES = 6_000


class NgramSpace:
    """Reduces texts to a few hundred numbers by their character n-grams."""

    def __init__(self, counts: NgramCounts, directions: Floats) -> None:
        self.counts = counts
        self.directions = directions

    @classmethod
    def fit(cls, texts: Sequence[str]) -> tuple[NgramSpace, Floats]:
        """Find the n-grams and directions of ``texts``; return them, and one row for each text."""
        # Only training loads scikit-learn: it takes 40 MB.
        from sklearn.decomposition import TruncatedSVD  # noqa: PLC0415
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

        vectorizer = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=NGRAMS,
            min_df=LEAST_SENTENCES,
            sublinear_tf=True,
            dtype=np.float32,
        )
        weighed = vectorizer.fit_transform(texts)
        size = min(DIRECTIONS, weighed.shape[1] - 1)
        some = weighed[:: 1 + len(texts) // ENOUGH_SENTENCES]
        svd = TruncatedSVD(size, random_state=0, n_iter=2).fit(some)
        directions = np.ascontiguousarray(svd.components_.T, dtype=np.float32)
        counts = NgramCounts(vectorizer.get_feature_names_out().tolist(), vectorizer.idf_)
        return cls(counts, directions), np.asarray(weighed @ directions, dtype=np.float32)

    def transform(self, texts: Sequence[str]) -> Floats:
        """Return one row for each text."""
        return self.counts.project(texts, self.directions)
