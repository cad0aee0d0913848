"""How a sentence is read before it is classified: spelling corrected, as it is and with its names masked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.nlu.masking import Entities, exact_places, masked, within
from bot.nlu.signs import signs
from bot.nlu.spelling import moved, with_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.nlu.encoder import Encoder
    from bot.nlu.spelling import SpellingCorrector

    Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Reading:
    """What the intent model takes of a sentence: the corrected text, its vector and its signs."""

    text: str
    vector: Floats
    signs: Floats


class Reader:
    """Reads sentences with one encoder and one corrector."""

    def __init__(self, encoder: Encoder, corrector: SpellingCorrector) -> None:
        self._encoder = encoder
        self._corrector = corrector

    def read(self, text: str, entities: Entities, start: int = 0, end: int | None = None) -> Reading:
        """Return the reading of ``text`` from ``start`` to ``end``, given the entities of the whole text."""
        part, named = text[start:end], within(entities, start, len(text) if end is None else end)
        plain, neutral = self._wordings(part, named)
        first = self._encoder.encode(plain)
        second = first if plain == neutral else self._encoder.encode(neutral)
        return Reading(plain, _joined(first, second), signs(named))

    def read_all(self, parts: Sequence[tuple[str, Entities]], threads: int = 1) -> list[Reading]:
        """Return the readings of many texts with their entities, as training needs them: read in batches."""
        wordings = [self._wordings(text, named) for text, named in parts]
        different = list(dict.fromkeys(wording for both in wordings for wording in both))
        vectors = dict(zip(different, self._encoder.encode_all(different, threads), strict=True))
        return [
            Reading(plain, _joined(vectors[plain], vectors[neutral]), signs(named))
            for (plain, neutral), (_, named) in zip(wordings, parts, strict=True)
        ]

    def put_right(self, text: str, entities: Entities) -> tuple[str, list[dict[str, Any]]] | None:
        """Return the text with its spelling corrected, but for the names, and the entities at new places.

        None when nothing is misspelt.
        """
        changes = self._corrector.changes(text, keep=[(item["start"], item["end"]) for item in entities])
        if not changes:
            return None
        places = ("start", "end")
        shifted = [item | {place: moved(item[place], changes) for place in places} for item in entities]
        return with_changes(text, changes), shifted

    def _wordings(self, text: str, named: Entities) -> tuple[str, str]:
        """Return ``text`` with its spelling corrected, as it is and with its names masked."""
        plain = self._corrector.correct(text, keep=exact_places(named))
        return plain, self._corrector.correct(masked(text, named))


def _joined(first: Floats, second: Floats) -> Floats:
    """Return both vectors as one of length one."""
    result: Floats = np.concatenate([first, second]) / np.float32(np.sqrt(2))
    return result
