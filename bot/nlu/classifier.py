"""The Rasa component that ranks the intents of a message."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.calibration import Calibration, calibrate
from bot.nlu.featurizer import DIMENSIONS, READ_TEXT, SentenceEmbeddingFeaturizer
from bot.nlu.fingerprint import code_of
from bot.nlu.hybrid import HybridModel, Sentences
from bot.nlu.ngrams import NgramSpace
from bot.nlu.signs import signs

RANKING = 10
# Rasa's own name for what no intent fits; there is a rule for it, so that a reply follows.
UNREADABLE = {INTENT_NAME_KEY: "nlu_fallback", PREDICTED_CONFIDENCE_KEY: 0.0}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class HybridIntentClassifier(IntentClassifier, GraphComponent):
    """Ranks intents with calibrated confidences: one real question in twenty falls below 0.5.

    Needs the sentence feature of ``SentenceEmbeddingFeaturizer`` before it in the pipeline.
    """

    def __init__(
        self,
        model_storage: ModelStorage,
        resource: Resource,
        model: HybridModel | None = None,
        calibration: Calibration | None = None,
    ) -> None:
        self._storage = model_storage
        self._resource = resource
        self._model = model
        self._calibration = calibration

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the default configuration: there is nothing to set."""
        return {}

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what must stand before this in the pipeline."""
        return [SentenceEmbeddingFeaturizer]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],  # noqa: ARG003 - Rasa's signature
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> HybridIntentClassifier:
        """Return a classifier that is still to be trained."""
        return cls(model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return the code of the intent model: with another, training starts anew."""
        del config
        return code_of("calibration", "hybrid", "ngrams", "signs")

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model and its calibration, and write both."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        intents = [str(example.get(INTENT)) for example in examples]
        sentences = sentences_of(examples)
        ngrams = NgramSpace.fit(sentences.texts)
        self._model = HybridModel.fit(sentences, intents, ngrams)
        self._calibration = calibrate(sentences, intents, ngrams)
        with self._storage.write_to(self._resource) as directory:
            self._model.save(directory)
            self._calibration.save(directory / "calibration.json")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],  # noqa: ARG003 - Rasa's signature
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
        **kwargs: Any,  # noqa: ARG003, ANN401
    ) -> HybridIntentClassifier:
        """Return the classifier that :meth:`train` wrote."""
        with model_storage.read_from(resource) as directory:
            model = HybridModel.load(directory)
            calibration = Calibration.load(directory / "calibration.json")
        return cls(model_storage, resource, model, calibration)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Rank the training examples, as Rasa's later components may ask for it."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and the ranking of the messages that have a text."""
        for message in messages:
            if message.get(TEXT):
                ranking = self._rank(message)
                best = ranking[0] if ranking else UNREADABLE
                message.set(INTENT, best, add_to_output=True)
                message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _rank(self, message: Message) -> list[dict[str, Any]]:
        sentence = sentences_of([message])
        if self._model is None or self._calibration is None or not sentence.vectors.any():
            return []
        confidences = self._calibration.apply(self._model.confidences(sentence)[0])
        best = np.argsort(-confidences)[:RANKING]
        return [
            {INTENT_NAME_KEY: self._model.intents[i], PREDICTED_CONFIDENCE_KEY: float(confidences[i])}
            for i in best
        ]


def sentences_of(messages: list[Message]) -> Sentences:
    """Return what the intent model takes, read from messages that went through the pipeline before it."""
    return Sentences(
        vectors=np.stack([_vector(message) for message in messages]),
        texts=[str(message.get(READ_TEXT)) for message in messages],
        signs=np.stack([signs(message.get(ENTITIES, [])) for message in messages]),
    )


def _vector(message: Message) -> NDArray[np.float32]:
    feature = message.get_dense_features(TEXT, [])[1]
    if feature is None:
        return np.zeros(DIMENSIONS, dtype=np.float32)
    vector: NDArray[np.float32] = feature.features[0]
    return vector
