from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.examples import Examples
from bot.nlu.hybrid import FORMAT, HybridModel
from bot.nlu.space import Sentences
from tests.nlu.sentences import sentences


@pytest.fixture(scope="module")
def model(examples):
    return HybridModel.fit(examples)[0]


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
    again = HybridModel.load(tmp_path)
    # The examples are stored with half the digits; whatever is stored once stays as it is.
    assert again.confidences(texts) == pytest.approx(model.confidences(texts), abs=1e-4)
    again.save(tmp_path)
    assert HybridModel.load(tmp_path).confidences(texts) == pytest.approx(again.confidences(texts), abs=1e-7)


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
        HybridModel.fit(Examples.of(sentences(encoder, ["the same fee", "the same exam"]), ["same", "same"]))


def test_fitting_twice_gives_the_same_model(data, encoder, model):
    again, _ = HybridModel.fit(Examples.of(*data))
    texts = sentences(encoder, ["what is the fee"])
    assert again.confidences(texts) == pytest.approx(model.confidences(texts))


def test_a_fit_may_begin_where_one_on_fewer_examples_ended(examples, data, model):
    most = np.array([place for place in range(len(data[1])) if place % 5])
    _, start = HybridModel.fit(examples.rows(most))
    onward, _ = HybridModel.fit(examples, start)
    assert onward.confidences(data[0]) == pytest.approx(model.confidences(data[0]), abs=0.02)
