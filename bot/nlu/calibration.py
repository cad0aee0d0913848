"""What a confidence means: measured on examples that the model had not seen.

Raw confidences drift with the number of examples (a threshold of .27 at ten an intent is .35 at twenty), so
the threshold is computed at each training: the model is fitted once more, without a fifth of the examples,
and asked about that fifth. Paraphrases of one question stay together, or they would answer for each other.
The confidence that 95 % of the questions in scope reach becomes 0.5 on the scale that all others see.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import islice
from math import log
from typing import TYPE_CHECKING

import numpy as np

from bot.nlu.encoder import MEANING
from bot.nlu.hybrid import HybridModel
from bot.nlu.neighbours import unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.nlu.examples import Examples
    from bot.nlu.regression import Regression

    Floats = NDArray[np.float32]

FOLDS = 5
# With two thousand sentences in a fold, one fold gives the threshold of five (within .01) in a fifth of the
# time.
MEASURED_FOLDS = 1
# Of so many sentences a fold drawn at random holds every intent; keeping their shares takes seconds more.
MANY = 5_000
PARAPHRASE_COSINE = 0.9
THRESHOLD_QUANTILE = 0.05
QUANTILES = (0.05, 0.10, 0.15)
# Intents of what Waymark declines; that these are recognised is not what the threshold is about.
REFUSALS = "out_of_scope"


@dataclass(frozen=True)
class Calibration:
    """The map from raw to calibrated confidences, with the measurement behind it.

    ``threshold`` is the raw confidence that becomes 0.5. ``quantiles`` maps a share of the questions in scope
    to the calibrated confidence below which it falls. ``accuracy`` is the share of ``examples`` that were put
    to their intent by a model that had not seen them, ``accuracy_in_scope`` the same without refusals.
    """

    threshold: float
    quantiles: dict[str, float]
    examples: int
    paraphrase_groups: int
    accuracy: float
    accuracy_in_scope: float

    def apply(self, confidences: Floats) -> Floats:
        """Return calibrated confidences; the order stays, 0 stays 0 and 1 stays 1."""
        result: Floats = np.power(confidences, _exponent(self.threshold))
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


def paraphrase_groups(vectors: Floats, labels: Sequence[str]) -> NDArray[np.int64]:
    """Give near-duplicates of one intent the same number.

    Greedy: a sentence joins the first sentence of its intent that opened a group and whose meaning has a
    cosine of 0.9 or more to its own, else it opens a group.
    """
    meanings = unit(vectors[:, MEANING])
    groups = np.empty(len(labels), dtype=np.int64)
    openers: dict[str, list[int]] = {}
    for index, label in enumerate(labels):
        known = openers.setdefault(label, [])
        near = np.flatnonzero(meanings[known] @ meanings[index] >= PARAPHRASE_COSINE)
        groups[index] = known[near[0]] if near.size else index
        if not near.size:
            known.append(index)
    return groups


def out_of_fold(
    examples: Examples, groups: NDArray[np.int64], most: int = FOLDS
) -> tuple[NDArray[np.int64], Floats, NDArray[np.str_], Regression]:
    """Return places of examples, and for each the best raw confidence and intent of a model without it.

    Nor has that model seen the other sentences of its group. There are five folds; with ``most`` only the
    sentences of so many of them are asked. The last thing returned is the regression of the last fold.
    """
    # Only training loads scikit-learn: it takes 40 MB.
    from sklearn.model_selection import GroupShuffleSplit, StratifiedGroupKFold  # noqa: PLC0415

    names = np.array(examples.labels)
    fewest = min(Counter(examples.labels).values())
    count = min(FOLDS, max(2, fewest), len(set(groups.tolist())))
    one_of_many = most == 1 and len(names) > MANY
    folds = (
        GroupShuffleSplit(1, test_size=1 / FOLDS, random_state=0)
        if one_of_many
        else StratifiedGroupKFold(count, shuffle=True, random_state=0)
    )
    asked, best, guesses = [], [], []
    for train, test in islice(folds.split(names, names, groups), most):
        model, regression = HybridModel.fit(examples.rows(train))
        scores = model.confidences(examples.sentences.rows(test))
        asked.append(test)
        best.append(scores.max(axis=1))
        guesses.append(np.array(model.intents)[scores.argmax(axis=1)])
    return np.concatenate(asked), np.concatenate(best), np.concatenate(guesses), regression


def calibrate(examples: Examples) -> tuple[Calibration, Regression]:
    """Measure the calibration for these examples by cross-validation.

    Also returns the regression that was fitted on four fifths of them. Raises ``ValueError`` if no example is
    in scope.
    """
    labels = examples.labels
    in_scope = np.array([not label.startswith(REFUSALS) for label in labels])
    if not in_scope.any():
        raise ValueError(f"there are no examples but those of {REFUSALS}: nothing to calibrate on")
    groups = paraphrase_groups(examples.sentences.vectors, labels)
    asked, best, guesses, regression = out_of_fold(examples, groups, MEASURED_FOLDS)
    right, in_scope = guesses == np.array(labels)[asked], in_scope[asked]
    threshold = float(np.quantile(best[in_scope], THRESHOLD_QUANTILE))
    exponent = _exponent(threshold)
    measured = Calibration(
        threshold=threshold,
        quantiles={str(share): float(np.quantile(best[in_scope], share)) ** exponent for share in QUANTILES},
        examples=len(labels),
        paraphrase_groups=len(set(groups.tolist())),
        accuracy=float(right.mean()),
        accuracy_in_scope=float(right[in_scope].mean()),
    )
    return measured, regression
