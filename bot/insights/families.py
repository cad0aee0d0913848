"""Groups questions that mean about the same, and keeps the groups' names from one report to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from bot.insights.reasons import Unanswered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Encode = Callable[[Sequence[str]], "Floats"]

# Mean cosine of sentence embeddings within a family; found by looking at groups of a simulated month.
ALIKE = 0.55
# The grouping compares each question with each other one: this many at once take 100 MB.
_AT_ONCE = 3000


def name_families(queue: Sequence[Unanswered], encode: Encode) -> dict[str, str]:
    """Return the family of each event in ``queue`` that has none yet.

    ``encode`` returns a unit vector a row. A question joins the family that it is most like, if it is alike
    enough; the others are grouped among themselves (average linkage), each family named after its oldest
    question.
    """
    free = [place for place, item in enumerate(queue) if not item.family]
    if not free:
        return {}
    vectors = _vectors([item.words for item in queue], encode)
    families = [item.family for item in queue]
    for start in range(0, len(free), _AT_ONCE):
        portion = free[start : start + _AT_ONCE]
        rest = _join(portion, families, vectors)
        for group in _grouped(vectors[rest]):
            members = [rest[place] for place in group]
            name = f"u-{queue[min(members)].event[:6]}"
            for place in members:
                families[place] = name
    return {queue[place].event: families[place] for place in free}


def _vectors(texts: Sequence[str], encode: Encode) -> Floats:
    """Return a vector for each text; what stands there several times is encoded once."""
    plain = [" ".join(text.casefold().split()) for text in texts]
    unique = list(dict.fromkeys(plain))
    rows = {text: row for row, text in enumerate(unique)}
    vectors: Floats = encode(unique)[[rows[text] for text in plain]]
    return vectors


def _join(portion: list[int], families: list[str], vectors: Floats) -> list[int]:
    """Put those of ``portion`` into the known families that are like known ones; return the rest."""
    names = sorted({name for name in families if name})
    if not names:
        return portion
    means = np.stack(
        [vectors[[place for place, of in enumerate(families) if of == name]].mean(axis=0) for name in names]
    )
    likeness = vectors[portion] @ means.T
    best = likeness.argmax(axis=1)
    rest = []
    for row, place in enumerate(portion):
        if likeness[row, best[row]] >= ALIKE:
            families[place] = names[best[row]]
        else:
            rest.append(place)
    return rest


def _grouped(vectors: Floats) -> list[list[int]]:
    if len(vectors) < 2:  # noqa: PLR2004 - one alone is a group
        return [[place] for place in range(len(vectors))]
    # Not in the server, which keeps the questions and leaves the grouping to the report: it takes 15 MB.
    from scipy.cluster.hierarchy import fcluster, linkage  # noqa: PLC0415

    rows, columns = np.triu_indices(len(vectors), k=1)
    distances = np.clip(1.0 - (vectors @ vectors.T)[rows, columns], 0.0, 2.0)
    labels = fcluster(linkage(distances, "average"), 1.0 - ALIKE, "distance")
    groups: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        groups.setdefault(int(label), []).append(place)
    return list(groups.values())
