from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.calibration import Calibration, calibrate, out_of_fold, paraphrase_groups
from bot.nlu.encoder import Encoder
from bot.nlu.hybrid import FORMAT, HybridModel
from bot.nlu.space import Sentences
from bot.nlu.signs import signs

EXAMPLES = {
    "cost": ["what does it cost", "how much is the exam", "price of the course", "is it expensive", "the fee please",
             "how much money for the test", "cost of the certificate", "what do i pay for it"],
    "salary": ["what do they earn", "how much do you make", "pay in london", "average salary", "is the wage good",
               "what would i be paid", "salary range for the job", "do they earn well"],
    "compare": ["which of the two is better", "difference between them", "a or b", "is one harder than the other",
                "which is easier", "what sets them apart", "are they the same", "one versus the other"],
}  # fmt: skip


@pytest.fixture(scope="module")
def encoder():
    return Encoder()


def sentences(encoder, texts):
    return Sentences(encoder.encode_all(texts), list(texts), np.zeros((len(texts), 12), dtype=np.float32))


@pytest.fixture(scope="module")
def data(encoder):
    texts = [text for group in EXAMPLES.values() for text in group]
    return sentences(encoder, texts), [intent for intent, group in EXAMPLES.items() for _ in group]


@pytest.fixture(scope="module")
def model(data):
    return HybridModel.fit(*data)


def best(model, encoder, text):
    scores = model.confidences(sentences(encoder, [text]))[0]
    return model.intents[int(scores.argmax())], float(scores.max())


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("how expensive is that exam", "cost"),
        ("what are they paid", "salary"),
        ("which one is the better one", "compare"),
    ],
)
def test_a_new_sentence_finds_its_intent(model, encoder, text, intent):
    assert best(model, encoder, text)[0] == intent


def test_letters_alone_tell_intents_apart(model, data):
    asked, intents = data
    same = np.repeat(asked.vectors.mean(axis=0, keepdims=True), len(intents), axis=0)
    scores = np.log(model.confidences(Sentences(same, asked.texts, asked.signs)))
    guesses = np.array(model.intents)[(scores - scores.mean(axis=0)).argmax(axis=1)]
    assert (guesses == np.array(intents)).mean() > 0.9


def test_a_far_sentence_is_less_certain(model, encoder):
    assert (
        best(model, encoder, "rain tomorrow in the mountains")[1]
        < best(model, encoder, "what does it cost")[1]
    )


def test_a_zero_vector_is_certain_of_nothing(model, encoder):
    assert model.confidences(sentences(encoder, ["😀"])).max() == 0


def test_a_stored_model_scores_the_same_and_holds_no_code(model, encoder, tmp_path):
    model.save(tmp_path)
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".npz"}
    texts = sentences(encoder, ["what is the fee", "who earns more"])
    assert HybridModel.load(tmp_path).confidences(texts) == pytest.approx(model.confidences(texts), abs=1e-6)


def test_a_model_of_another_format_is_refused(model, tmp_path):
    model.save(tmp_path)
    names = tmp_path / "intents.json"
    written = names.read_text()
    assert f'"format": {FORMAT}' in written
    names.write_text(written.replace(f'"format": {FORMAT}', '"format": 1'))
    with pytest.raises(ValueError, match="train again"):
        HybridModel.load(tmp_path)


def test_one_intent_is_no_choice(encoder):
    with pytest.raises(ValueError, match="at least two intents"):
        HybridModel.fit(sentences(encoder, ["a", "b"]), ["same", "same"])


def test_fitting_twice_gives_the_same_model(data, encoder, model):
    again = HybridModel.fit(*data)
    texts = sentences(encoder, ["what is the fee"])
    assert again.confidences(texts) == pytest.approx(model.confidences(texts))


def test_calibration_puts_the_threshold_at_one_half(data):
    measured = calibrate(*data)
    assert measured.apply(np.array([measured.threshold], dtype=np.float32))[0] == pytest.approx(0.5, abs=1e-3)
    assert measured.apply(np.array([0.0, 1.0], dtype=np.float32)) == pytest.approx([0, 1])
    assert measured.quantiles["0.05"] == pytest.approx(0.5, abs=1e-3)
    assert measured.examples == 24


def test_refusals_do_not_move_the_threshold(data):
    texts, intents = data
    relabelled = [{"compare": "out_of_scope_method"}.get(intent, intent) for intent in intents]
    groups = paraphrase_groups(texts.vectors, relabelled)
    best, _ = out_of_fold(texts, relabelled, groups)
    in_scope = np.array([intent != "out_of_scope_method" for intent in relabelled])
    assert calibrate(texts, relabelled).threshold == pytest.approx(np.quantile(best[in_scope], 0.05))


def test_refusals_alone_cannot_be_calibrated(encoder):
    texts = sentences(encoder, ["rain", "snow"])
    with pytest.raises(ValueError, match="nothing to calibrate on"):
        calibrate(texts, ["out_of_scope_unrelated", "out_of_scope_method"])


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
    _, guesses = out_of_fold(asked, labels, groups)
    assert groups[0] == groups[1]
    assert "odd" not in guesses[:2]


def test_a_stored_calibration_is_the_same(tmp_path):
    measured = Calibration(0.3, {"0.05": 0.5}, 10, 9, 0.8, 0.7)
    measured.save(tmp_path / "calibration.json")
    assert Calibration.load(tmp_path / "calibration.json") == measured


def test_paraphrases_of_one_intent_share_a_group(encoder):
    vectors = encoder.encode_all(
        ["what does it cost", "what does it cost ", "who are you", "what does it cost"]
    )
    groups = paraphrase_groups(vectors, ["cost", "cost", "cost", "other"])
    assert groups[0] == groups[1] != groups[2]
    assert groups[3] != groups[0]


def test_signs_tell_kinds_and_directions_apart():
    role = {"entity": "role", "value": "pmo", "role": "from"}
    goal = {"entity": "role", "value": "project_manager", "role": "to"}
    paper = {"entity": "credential", "value": "pmp"}
    assert signs([]).sum() == 1
    assert signs([role]).tolist() != signs([goal]).tolist()
    assert not np.array_equal(signs([role, goal]), signs([role, paper]))
    assert np.array_equal(signs([paper]), signs([{"entity": "credential", "value": "capm"}]))
