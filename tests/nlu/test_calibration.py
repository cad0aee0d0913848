from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.calibration import MEASURED_FOLDS, Calibration, calibrate, out_of_fold, paraphrase_groups
from bot.nlu.examples import Examples
from tests.nlu.sentences import sentences


@pytest.fixture(scope="module")
def groups(data):
    asked, intents = data
    return paraphrase_groups(asked.vectors, intents)


def test_the_threshold_becomes_one_half(examples):
    measured, _ = calibrate(examples)
    assert measured.apply(np.array([measured.threshold], dtype=np.float32))[0] == pytest.approx(0.5, abs=1e-3)
    assert measured.apply(np.array([0.0, 1.0], dtype=np.float32)) == pytest.approx([0, 1])
    assert measured.quantiles["0.05"] == pytest.approx(0.5, abs=1e-3)
    assert measured.examples == 24


def test_every_sentence_is_asked_once(examples, groups):
    asked, best, guesses, _ = out_of_fold(examples, groups)
    assert sorted(asked) == list(range(24))
    assert len(best) == len(guesses) == 24


def test_fewer_folds_ask_fewer_sentences_the_same(examples, groups):
    asked, best, guesses, _ = out_of_fold(examples, groups)
    few, few_best, few_guesses, _ = out_of_fold(examples, groups, most=1)
    assert 0 < len(few) < len(asked)
    assert few.tolist() == asked[: len(few)].tolist()
    assert few_best == pytest.approx(best[: len(few)])
    assert few_guesses.tolist() == guesses[: len(few)].tolist()


def test_refusals_do_not_move_the_threshold(data):
    texts, intents = data
    relabelled = [{"compare": "out_of_scope_method"}.get(intent, intent) for intent in intents]
    groups = paraphrase_groups(texts.vectors, relabelled)
    examples = Examples.of(texts, relabelled)
    asked, best, _, _ = out_of_fold(examples, groups, most=MEASURED_FOLDS)
    in_scope = np.array([relabelled[place] != "out_of_scope_method" for place in asked])
    assert 0 < in_scope.sum() < len(asked)
    assert calibrate(examples)[0].threshold == pytest.approx(np.quantile(best[in_scope], 0.05))


def test_refusals_alone_cannot_be_calibrated(encoder):
    texts = sentences(encoder, ["rain tomorrow", "snow tomorrow"])
    with pytest.raises(ValueError, match="nothing to calibrate on"):
        calibrate(Examples.of(texts, ["out_of_scope_unrelated", "out_of_scope_method"]))


def test_a_sentence_is_judged_by_models_that_did_not_see_its_paraphrases(encoder):
    texts = [
        "what does it cost",
        "what does it cost ",
        "how much",
        "the price",
        "they earn",
        "the wage",
        "pay",
    ]
    labels = ["odd", "odd", "cost", "cost", "salary", "salary", "salary"]
    asked = sentences(encoder, texts)
    groups = paraphrase_groups(asked.vectors, labels)
    places, _, guesses, _ = out_of_fold(Examples.of(asked, labels), groups)
    assert groups[0] == groups[1]
    assert sorted(places) == list(range(len(texts)))
    assert "odd" not in [guess for place, guess in zip(places, guesses, strict=True) if place < 2]


def test_paraphrases_of_one_intent_share_a_group(encoder):
    vectors = encoder.encode_all(
        ["what does it cost", "what does it cost ", "who are you", "what does it cost"]
    )
    groups = paraphrase_groups(vectors, ["cost", "cost", "cost", "other"])
    assert groups[0] == groups[1] != groups[2]
    assert groups[3] != groups[0]


def test_a_stored_calibration_is_the_same(tmp_path):
    measured = Calibration(0.3, {"0.05": 0.5}, 10, 9, 0.8, 0.7)
    measured.save(tmp_path / "calibration.json")
    assert Calibration.load(tmp_path / "calibration.json") == measured
