"""The character n-grams of a text, weighed by how rare they are (tf-idf).

Counts as scikit-learn's ``TfidfVectorizer`` does with ``analyzer="char_wb"`` and ``sublinear_tf``, from
whose fit it is made. The server reads with this, so that it need not load scikit-learn, which takes 40 MB; a
test compares the two.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NGRAMS = (2, 4)


class NgramCounts:
    """Weighs the n-grams of texts. ``rarity`` holds the inverse document frequencies of ``names``."""

    def __init__(self, names: Sequence[str], rarity: Floats) -> None:
        self.names = tuple(names)
        self.rarity = np.asarray(rarity, dtype=np.float32)
        self._places = {name: place for place, name in enumerate(self.names)}

    def of(self, text: str) -> tuple[NDArray[np.intp], Floats]:
        """Return the places of the known n-grams of ``text``, and their weights, of length one together."""
        counts = Counter(place for gram in ngrams_of(text) if (place := self._places.get(gram)) is not None)
        places = np.fromiter(counts, dtype=np.intp, count=len(counts))
        often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        weights = (np.log(often) + np.float32(1)) * self.rarity[places]
        length = float(np.linalg.norm(weights))
        return places, weights / np.float32(length) if length else weights

    def project(self, texts: Sequence[str], columns: Floats) -> Floats:
        """Return the weighed n-grams of each text times ``columns``, which has a row for each n-gram."""
        result = np.zeros((len(texts), columns.shape[1]), dtype=np.float32)
        for row, text in enumerate(texts):
            places, weights = self.of(text)
            result[row] = weights @ columns[places]
        return result


def ngrams_of(text: str) -> Iterator[str]:
    """Yield the n-grams of two to four letters of the words of ``text``, each between two spaces."""
    fewest, most = NGRAMS
    for word in text.lower().split():
        padded = f" {word} "
        for size in range(fewest, most + 1):
            for start in range(max(1, len(padded) - size + 1)):
                yield padded[start : start + size]
            if len(padded) <= size:  # a short word counts once
                break
