from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from bot.nlu import regression
from bot.nlu.regression import INVERSE_REGULARISATION, fit_regression


@pytest.fixture(scope="module")
def clouds():
    """Three clouds of points that overlap, and how much each point counts."""
    chance = np.random.default_rng(7)
    classes = chance.integers(0, 3, 300)
    features = chance.normal(size=(300, 5)).astype(np.float32)
    features[np.arange(300), classes] += 1
    return features, classes, chance.uniform(0.5, 2, 300).astype(np.float32)


def scores(found, features):
    return features @ found.columns + found.bias


def test_it_is_the_regression_of_scikit_learn(clouds):
    features, classes, weights = clouds
    known = LogisticRegression(C=float(INVERSE_REGULARISATION), max_iter=500, tol=1e-8)
    known.fit(features, classes, sample_weight=weights)
    found = scores(fit_regression(*clouds), features)
    expected = known.decision_function(features)
    assert found - found.mean(axis=1, keepdims=True) == pytest.approx(
        expected - expected.mean(axis=1, keepdims=True), abs=0.02
    )


def test_an_example_that_counts_twice_is_as_two(clouds):
    features, classes, _ = clouds
    twice = np.where(np.arange(300) < 100, 2, 1).astype(np.float32)
    weighed = fit_regression(features, classes, twice)
    repeated = [np.concatenate([values, values[:100]]) for values in (features, classes)]
    plain = fit_regression(*repeated, np.ones(400, dtype=np.float32))
    assert scores(weighed, features) == pytest.approx(scores(plain, features), abs=0.02)


def test_a_fit_goes_on_from_where_another_ended(clouds, monkeypatch):
    done = fit_regression(*clouds)
    monkeypatch.setattr(regression, "STEPS_ONWARD", 1)
    assert scores(fit_regression(*clouds, start=done), clouds[0]) == pytest.approx(
        scores(done, clouds[0]), abs=0.02
    )


def test_a_start_with_other_classes_is_not_taken(clouds, monkeypatch):
    features, classes, weights = clouds
    monkeypatch.setattr(regression, "STEPS_ONWARD", 0)
    two = fit_regression(features, np.minimum(classes, 1), weights)
    found = fit_regression(*clouds, start=two)
    assert scores(found, features) == pytest.approx(scores(fit_regression(*clouds), features))
