"""A multinomial logistic regression, fitted by SciPy's L-BFGS in single precision.

The same function as scikit-learn's ``LogisticRegression`` minimises (Bishop, Pattern Recognition and Machine
Learning, 4.3.4, with an L2 penalty), which only works in double precision: that takes twice the time for the
same accuracy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

INVERSE_REGULARISATION = np.float32(20.0)
# Steps of a fit from nothing on every third example, of one that goes on from there on all, and of one that
# begins with a regression fitted on four fifths of the same examples; with more the accuracy is the same.
STEPS_COARSE, STEPS, STEPS_ONWARD = 30, 25, 20
COARSE = 3


@dataclass(frozen=True)
class Regression:
    """Columns of weights, one for each class, and their biases."""

    columns: Floats
    bias: Floats


def fit_regression(
    features: Floats, classes: NDArray[np.int64], weights: Floats, start: Regression | None = None
) -> Regression:
    """Return the regression of ``classes`` (0, 1, ...) on the rows of ``features``.

    ``weights`` says how much each row counts. Begins at ``start`` if that is given and has as many classes.
    """
    features, count = np.ascontiguousarray(features, dtype=np.float32), int(classes.max()) + 1
    shape = features.shape[1], count
    if start is not None and start.columns.shape == shape:
        return _descend(features, classes, weights, start, STEPS_ONWARD)
    nothing = Regression(np.zeros(shape, dtype=np.float32), np.zeros(count, dtype=np.float32))
    few = slice(None, None, COARSE)
    coarse = _descend(features[few], classes[few], weights[few], nothing, STEPS_COARSE)
    return _descend(features, classes, weights, coarse, STEPS)


def _descend(
    features: Floats, classes: NDArray[np.int64], weights: Floats, start: Regression, steps: int
) -> Regression:
    """Go at most ``steps`` from ``start``."""
    from scipy.optimize import minimize  # noqa: PLC0415 - only training loads it: it takes 20 MB

    size, count = start.columns.shape
    rows = np.arange(len(features))

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        guess = flat.reshape(size + 1, count).astype(np.float32)
        scores = features @ guess[:size]
        scores += guess[size]
        scores -= scores.max(axis=1, keepdims=True)
        right = scores[rows, classes]
        shares = np.exp(scores, out=scores)
        totals = shares.sum(axis=1)
        surprise = float(weights @ (np.log(totals) - right))
        shares /= totals[:, None]
        shares[rows, classes] -= 1
        shares *= weights[:, None]
        gradient = np.vstack([features.T @ shares, shares.sum(axis=0)])
        gradient[:size] += guess[:size] / INVERSE_REGULARISATION
        penalty = float((guess[:size] ** 2).sum() / INVERSE_REGULARISATION) / 2
        return surprise + penalty, gradient.ravel().astype(np.float64)

    first = np.vstack([start.columns, start.bias]).ravel()
    found = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": steps})
    best = found.x.reshape(size + 1, count).astype(np.float32)
    return Regression(best[:size], best[size])
