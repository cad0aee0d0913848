"""What a confidence means: measured on examples that the model had not seen.

Raw confidences drift with the number of examples (a threshold of .27 at ten an intent is .35 at twenty), so
the threshold is computed at each training: the model is fitted five times, each time without a fifth of the
examples, and asked about that fifth. Paraphrases of one question stay together, or they would answer for each
other. The confidence that 95 % of these examples reach becomes 0.5 on the scale that everybody else sees.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from bot.nlu.hybrid import HybridModel, Sentences, Spelling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

FOLDS = 5
PARAPHRASE_COSINE = 0.9
THRESHOLD_QUANTILE = 0.05
QUANTILES = (0.05, 0.10, 0.15)


@dataclass(frozen=True)
class Calibration:
    """The map from raw to calibrated confidences, with the measurement behind it.

    ``threshold`` is the raw confidence that becomes 0.5. ``quantiles`` maps a share of good questions to the
    calibrated confidence below which it falls. ``accuracy`` is the share of out-of-fold examples that were
    put to their intent.
    """

    threshold: float
    quantiles: dict[str, float]
    examples: int
    paraphrase_groups: int
    accuracy: float

    def apply(self, confidences: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return calibrated confidences; the order stays, 0 stays 0 and 1 stays 1."""
        result: NDArray[np.float32] = np.power(confidences, _exponent(self.threshold))
        return result

    def save(self, path: Path) -> None:
        """Write the calibration as JSON."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n")

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """Read what :meth:`save` wrote."""
        return cls(**json.loads(path.read_text()))


def _exponent(threshold: float) -> float:
    return log(0.5) / log(min(max(threshold, 0.01), 0.99))


def paraphrase_groups(vectors: NDArray[np.float32], labels: Sequence[str]) -> NDArray[np.int64]:
    """Give near-duplicates of one intent the same number.

    Greedy: a sentence joins the first sentence of its intent that opened a group and has a cosine of
    0.9 or more to it, else it opens a group.
    """
    groups = np.empty(len(labels), dtype=np.int64)
    openers: dict[str, list[int]] = {}
    for index, label in enumerate(labels):
        known = openers.setdefault(label, [])
        near = vectors[known] @ vectors[index] >= PARAPHRASE_COSINE if known else np.zeros(0, dtype=bool)
        if near.any():
            groups[index] = known[int(near.argmax())]
        else:
            groups[index] = index
            known.append(index)
    return groups


def out_of_fold(
    sentences: Sentences, labels: Sequence[str], groups: NDArray[np.int64], spelling: Spelling | None = None
) -> tuple[NDArray[np.float32], NDArray[np.str_]]:
    """Return each sentence's best raw confidence and its intent, from a model that did not see its group.

    ``spelling`` is shared by all folds when given: it knows no intents, so nothing leaks, and time is saved.
    """
    best = np.zeros(len(labels), dtype=np.float32)
    names = np.array(labels)
    guesses = np.empty_like(names)
    folds = StratifiedGroupKFold(min(FOLDS, len(set(groups.tolist()))), shuffle=True, random_state=0)
    for train, test in folds.split(sentences.vectors, names, groups):
        model = HybridModel.fit(sentences.rows(train), names[train].tolist(), spelling)
        scores = model.confidences(sentences.rows(test))
        best[test] = scores.max(axis=1)
        guesses[test] = np.array(model.intents)[scores.argmax(axis=1)]
    return best, guesses


def calibrate(sentences: Sentences, labels: Sequence[str], spelling: Spelling | None = None) -> Calibration:
    """Measure the calibration for these training sentences by cross-validation."""
    groups = paraphrase_groups(sentences.vectors, labels)
    best, guesses = out_of_fold(sentences, labels, groups, spelling)
    threshold = float(np.quantile(best, THRESHOLD_QUANTILE))
    exponent = _exponent(threshold)
    return Calibration(
        threshold=threshold,
        quantiles={str(share): float(np.quantile(best, share)) ** exponent for share in QUANTILES},
        examples=len(labels),
        paraphrase_groups=len(set(groups.tolist())),
        accuracy=float((guesses == np.array(labels)).mean()),
    )
