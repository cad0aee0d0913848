from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.ngrams import DIRECTIONS, NgramSpace

TEXTS = ["what does it cost", "how much is it", "what do they earn", "is the exam hard", "what is the cost"]


@pytest.fixture(scope="module")
def space():
    return NgramSpace.fit(TEXTS)[0]


def likeness(space, a, b):
    first, second = space.transform([a, b])
    return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))


def test_a_misspelt_text_stays_near(space):
    assert likeness(space, "what does it cost", "waht does it csot") > 0.5
    assert likeness(space, "what does it cost", "exam hard") < 0.5


def test_there_are_no_more_directions_than_ngrams(space):
    assert space.transform(TEXTS).shape[0] == len(TEXTS)
    assert 0 < space.transform(TEXTS).shape[1] < DIRECTIONS


def test_unseen_letters_are_nothing(space):
    assert not space.transform(["ж"]).any()


def test_the_texts_that_the_directions_were_found_for_are_reduced_like_others():
    space, rows = NgramSpace.fit(TEXTS)
    assert rows == pytest.approx(space.transform(TEXTS), abs=1e-6)
