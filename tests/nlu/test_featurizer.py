from __future__ import annotations

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.featurizer import (
    CLAUSES,
    DIMENSIONS,
    READING,
    OutdatedModelError,
    SentenceEmbeddingFeaturizer,
)
from bot.nlu.masking import EXTRACTOR

RESOURCE = Resource("featurizer")
CONTEXT = ExecutionContext(GraphSchema({}), node_name="featurizer")
TRAINING = ["what does the certification cost", "the certification please", "is a certification needed"]


@pytest.fixture
def storage(tmp_path):
    return LocalModelStorage(tmp_path)


@pytest.fixture
def trained(storage):
    featurizer = SentenceEmbeddingFeaturizer.create({}, storage, RESOURCE, CONTEXT)
    featurizer.train(TrainingData([Message({TEXT: text, INTENT: "cost"}) for text in TRAINING]))
    return SentenceEmbeddingFeaturizer.load({}, storage, RESOURCE, CONTEXT)


def read(featurizer, text, name=None):
    entities = []
    if name:
        start = text.index(name)
        entity = {"entity": "credential", "value": "x", "start": start, "end": start + len(name)}
        entities = [{**entity, "confidence_entity": 1.0, "extractor": EXTRACTOR}]
    (message,) = featurizer.process([Message({TEXT: text, ENTITIES: entities})])
    return message.get_dense_features(TEXT, [])[1].features[0], message.get(READING).text


def test_a_vector_has_the_promised_size_and_length_one(trained):
    vector, _ = read(trained, "what does it cost")
    assert vector.shape == (DIMENSIONS,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)


def test_a_misspelt_word_reads_as_the_word_itself(trained):
    vector, text = read(trained, "what does the certifcation cost")
    assert text == "what does the certification cost"
    assert np.array_equal(vector, read(trained, text)[0])


def test_with_the_names_masked_two_credentials_read_alike(trained):
    half = DIMENSIONS // 2
    first, _ = read(trained, "how much is the PMP", "PMP")
    second, _ = read(trained, "how much is the CAPM", "CAPM")
    assert np.array_equal(first[half:], second[half:])
    assert not np.array_equal(first[:half], second[:half])


def test_a_name_is_not_taken_for_a_misspelt_word(trained):
    assert read(trained, "is certifxcation hard", "certifxcation")[1] == "is certifxcation hard"


def test_training_examples_get_the_same_features_as_messages(trained):
    data = TrainingData([Message({TEXT: text, INTENT: "cost"}) for text in TRAINING])
    for example in trained.process_training_data(data).training_examples:
        vector, _ = read(trained, example.get(TEXT))
        assert np.array_equal(example.get_dense_features(TEXT, [])[1].features[0], vector)


def test_the_feature_is_the_vector_of_the_reading(trained):
    (message,) = trained.process([Message({TEXT: "what does it cost"})])
    feature = message.get_dense_features(TEXT, [])[1].features[0]
    assert np.array_equal(feature, message.get(READING).vector)


def test_each_clause_is_read_by_itself(trained):
    (message,) = trained.process([Message({TEXT: "what does it cost and is a certifcation needed"})])
    parts = message.get(CLAUSES)
    assert [(clause.text, reading.text) for clause, reading in parts] == [
        ("what does it cost", "what does it cost"),
        ("is a certifcation needed", "is a certification needed"),
    ]
    alone, _ = read(trained, "is a certification needed")
    assert np.array_equal(parts[1][1].vector, alone)


def test_a_single_question_has_no_clauses(trained):
    (message,) = trained.process([Message({TEXT: "what does it cost"})])
    assert message.get(CLAUSES) == []


def test_what_is_taken_back_is_not_read(trained):
    assert read(trained, "not the price, is a certification needed")[1] == "is a certification needed"


def test_messages_without_a_text_are_passed_on(trained):
    (message,) = trained.process([Message({INTENT: "cost"})])
    assert message.get_dense_features(TEXT, [])[1] is None


def test_a_model_of_another_encoder_is_refused(trained, storage):
    with storage.write_to(RESOURCE) as directory:
        (directory / "encoder.sha256").write_text("0" * 64)
    with pytest.raises(OutdatedModelError, match="make train"):
        SentenceEmbeddingFeaturizer.load({}, storage, RESOURCE, CONTEXT)
