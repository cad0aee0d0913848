from __future__ import annotations

import numpy as np
import pytest

from bot.nlu import neighbours
from bot.nlu.neighbours import Neighbours, unit

INTENTS = ("cost", "salary")
# In the plane: two examples of cost along the first axis, four of salary around the second.
VECTORS = np.array([[1, 0], [2, 0], [0, 1], [0, 3], [0.6, 0.8], [-1, 0]], dtype=np.float32)
LABELS = ["cost", "cost", "salary", "salary", "salary", "salary"]


@pytest.fixture
def near():
    return Neighbours.fit(VECTORS, LABELS, INTENTS, np.eye(2, dtype=np.float32))


def nearness(near, *vector, likely=(0.6, 0.4)):
    asked = np.array([vector], dtype=np.float32)
    return near.nearness(asked, np.array([likely], dtype=np.float32))[0].tolist()


@pytest.mark.parametrize(
    ("vector", "cost", "salary"),
    [
        ((0, 5), 0, (1 + 1 + 0.8) / 3),  # the mean of the three nearest, whatever their length
        ((1, 0), 2 / 3, 0.6 / 3),  # the third example of cost is missing and counts zero
        ((-1, 0), 0, 1 / 3),  # what points away counts zero, not less
        ((0, 0), 0, 0),  # nothing is near what cannot be read
    ],
)
def test_nearness_is_the_mean_cosine_to_the_three_nearest_examples(near, vector, cost, salary):
    assert nearness(near, *vector) == pytest.approx([cost, salary], abs=1e-6)


def test_only_the_likeliest_intents_are_looked_at(near, monkeypatch):
    monkeypatch.setattr(neighbours, "LOOKED_AT", 1)
    assert nearness(near, 1, 0) == pytest.approx([2 / 3, 0])
    assert nearness(near, 0.6, 0.8, likely=(0.4, 0.6))[0] == 0


def test_likeness_is_measured_in_the_given_directions():
    first_axis = np.array([[1], [0]], dtype=np.float32)
    near = Neighbours.fit(VECTORS, LABELS, INTENTS, first_axis)
    assert near.examples.shape == (6, 1)
    assert nearness(near, 1, 7) == pytest.approx(nearness(near, 1, 0))


def test_unit_vectors_have_length_one_and_zeros_stay():
    found = unit(np.array([[3, 4], [0, 0]], dtype=np.float32))
    assert found == pytest.approx(np.array([[0.6, 0.8], [0, 0]]))
