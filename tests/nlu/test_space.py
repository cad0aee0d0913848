from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.space import AXES, NEAR_AXES, SIGN_WEIGHT, VECTOR_WEIGHT, Sentences, main_axes


@pytest.fixture(scope="module")
def space(examples):
    return examples.space


def test_rows_are_chosen_of_vectors_texts_and_signs():
    three = Sentences(np.arange(6.0).reshape(3, 2), ["a", "b", "c"], np.arange(3.0).reshape(3, 1))
    chosen = three.rows(np.array([2, 0]))
    assert chosen.vectors.tolist() == [[4, 5], [0, 1]]
    assert chosen.texts == ["c", "a"]
    assert chosen.signs.tolist() == [[2], [0]]


def test_vectors_and_signs_stand_side_by_side_as_they_are_weighed():
    one = Sentences(np.array([[1.0, 0.0]]), ["a"], np.array([[1.0]]))
    assert one.dense() == pytest.approx(np.array([[VECTOR_WEIGHT, 0, SIGN_WEIGHT]]))


def test_main_axes_are_the_longest_directions_and_stand_upright():
    features = np.array([[9, 0, 0], [0, 0.1, 0], [0, 0, 4]], dtype=np.float32)
    axes = main_axes(features.T @ features, 2)
    assert axes.shape == (3, 2)
    assert axes.T @ axes == pytest.approx(np.eye(2), abs=1e-6)
    assert np.abs(axes[1]) == pytest.approx([0, 0], abs=1e-6)


def test_there_are_no_more_axes_than_numbers(data, space):
    dense = data[0].dense().shape[1] + space.ngrams.transform(["x"]).shape[1]
    assert space.axes.shape == (dense, min(AXES, dense))
    assert space.near_axes.shape == (data[0].vectors.shape[1], NEAR_AXES)


def test_reducing_keeps_how_alike_sentences_are(data, space):
    asked, _ = data
    features = np.hstack((asked.dense(), space.ngrams.transform(asked.texts)))
    reduced = space.reduce(asked)
    assert reduced @ reduced.T == pytest.approx(features @ features.T, abs=1e-3)


def test_sentences_that_the_space_was_found_for_are_reduced_like_others(data, examples):
    assert examples.features == pytest.approx(examples.space.reduce(data[0]), abs=1e-4)


def test_the_near_axes_are_those_of_the_vectors_alone(data, space):
    vectors = data[0].vectors
    axes = main_axes(vectors.T @ vectors, NEAR_AXES)
    assert (vectors @ axes) @ (vectors @ axes).T == pytest.approx(
        (vectors @ space.near_axes) @ (vectors @ space.near_axes).T, abs=1e-3
    )
