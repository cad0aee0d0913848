"""The Rasa component that ranks the intents of a message."""

from __future__ import annotations

from typing import Any

import numpy as np
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
from bot.nlu.clauses import question_at_the_end, questions_only
from bot.nlu.examples import Examples
from bot.nlu.featurizer import CLAUSES, READING, SentenceEmbeddingFeaturizer
from bot.nlu.fingerprint import code_of
from bot.nlu.hybrid import HybridModel
from bot.nlu.masking import within
from bot.nlu.reading import Reading
from bot.nlu.space import Sentences

RANKING = 10
CLAUSE_RANKING = 3
# From this difference of confidence on the last clause decides. With less the story before it helps more than
# it harms.
MUCH_CLEARER = 0.25
# A part of several questions that is as clear as that is one that was asked.
CLEAR = 0.7
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
        return code_of(
            *("calibration", "examples", "hybrid", "neighbours", "ngram_counts", "ngrams", "regression"),
            *("signs", "space"),
        )

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model and its calibration, and write both."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        intents = [str(example.get(INTENT)) for example in examples]
        sentences = sentences_of([example.get(READING) for example in examples])
        known = Examples.of(sentences, intents)
        self._calibration, most_of_it = calibrate(known)
        self._model, _ = HybridModel.fit(known, start=most_of_it)
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
        """Return the training examples as they are: no later component asks for their ranking."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking of the messages that have a text, and the rankings of their clauses."""
        for message in messages:
            if message.get(TEXT):
                ranking = self._ranking(message)
                best = ranking[0] if ranking else UNREADABLE
                message.set(INTENT, best, add_to_output=True)
                message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
                message.set("clauses", self._clauses(message), add_to_output=True)
        return messages

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        """Return the ranking of a message: of a clause where that is clear and the whole is not.

        That is the last one after a story, and of several questions the first that is clear when they are
        taken together for something that none of them asks.
        """
        whole, read = self._rank(message.get(READING)), message.get(CLAUSES) or []
        parts = [clause for clause, _ in read]
        if whole and question_at_the_end(parts):
            last = self._rank(read[-1][1])
            if last and _first(last) >= _first(whole) + MUCH_CLEARER:
                return last
        if whole and questions_only(parts):
            asked = [ranking for _, reading in read if (ranking := self._rank(reading))]
            if all(ranking[0][INTENT_NAME_KEY] != whole[0][INTENT_NAME_KEY] for ranking in asked):
                return next((one for one in asked if _first(one) >= max(CLEAR, _first(whole))), whole)
        return whole

    def _clauses(self, message: Message) -> list[dict[str, Any]]:
        """Return each clause of a message as a parse of its own: text, ranking, entities."""
        entities = message.get(ENTITIES) or []
        return [
            {
                TEXT: clause.text,
                INTENT_RANKING_KEY: self._rank(reading)[:CLAUSE_RANKING],
                ENTITIES: list(within(entities, clause.start, clause.end)),
            }
            for clause, reading in message.get(CLAUSES) or []
        ]

    def _rank(self, reading: Reading) -> list[dict[str, Any]]:
        if self._model is None or self._calibration is None or not reading.vector.any():
            return []
        confidences = self._calibration.apply(self._model.confidences(sentences_of([reading]))[0])
        best = np.argsort(-confidences)[:RANKING]
        return [
            {INTENT_NAME_KEY: self._model.intents[i], PREDICTED_CONFIDENCE_KEY: float(confidences[i])}
            for i in best
        ]


def _first(ranking: list[dict[str, Any]]) -> float:
    """Return the confidence of the first intent."""
    return float(ranking[0][PREDICTED_CONFIDENCE_KEY])


def sentences_of(readings: list[Reading]) -> Sentences:
    """Return what the intent model takes of several readings."""
    return Sentences(
        vectors=np.stack([reading.vector for reading in readings]),
        texts=[reading.text for reading in readings],
        signs=np.stack([reading.signs for reading in readings]),
    )
