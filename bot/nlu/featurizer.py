"""The Rasa component that turns a message into the numbers that the intent model takes."""

from __future__ import annotations

import os
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.shared.nlu.constants import ENTITIES, FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import encoder as sentence_encoder
from bot.nlu.clauses import clauses, start_of_question
from bot.nlu.encoder import Encoder, english_words
from bot.nlu.extractor import SubjectEntityExtractor
from bot.nlu.fingerprint import code_of
from bot.nlu.masking import Entities, within
from bot.nlu.reading import Reader, Reading
from bot.nlu.spelling import SpellingCorrector

# Where the readings stand on a message, for the classifier.
READING, CLAUSES = "reading", "clause_readings"
# The message in right spelling, where it was misspelt: text and entities, in the parse.
PUT_RIGHT = "put_right"
DIMENSIONS = 2 * sentence_encoder.DIMENSIONS


class OutdatedModelError(RuntimeError):
    """The model was trained with another sentence encoder; the message names the cure."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEmbeddingFeaturizer(GraphComponent):
    """Adds the vectors of a message, as it is and with its names masked, as one dense sentence feature.

    Together they have length one. Both are read with the spelling corrected; training learns the words for
    that. Needs ``SubjectEntityExtractor`` before it.
    """

    def __init__(
        self,
        encoder: Encoder,
        name: str,
        storage: ModelStorage,
        resource: Resource,
        corrector: SpellingCorrector | None = None,
    ) -> None:
        self._encoder = encoder
        self._name = name
        self._storage = storage
        self._resource = resource
        self._reader = Reader(encoder, corrector or SpellingCorrector((), ()))

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the default configuration: there is nothing to set."""
        return {}

    @staticmethod
    def required_packages() -> list[str]:
        """Return the packages that must be installed."""
        return ["onnxruntime", "tokenizers"]

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what must stand before this in the pipeline."""
        return [SubjectEntityExtractor]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEmbeddingFeaturizer:
        """Load the encoder; ``EncoderMissingError`` when set-up has not built it."""
        return cls(Encoder(), _name(config, execution_context), model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return a hash of the encoder and of the code: with another of either, training starts anew."""
        del config
        return Encoder().fingerprint + code_of(
            "clauses", "encoder", "masking", "reading", "signs", "spelling"
        )

    def train(self, training_data: TrainingData) -> Resource:
        """Learn which words are spelt right, and write them with the encoder's hash."""
        texts = [str(example.get(TEXT)) for example in training_data.intent_examples if example.get(TEXT)]
        corrector = SpellingCorrector.learn(texts, english_words())
        self._reader = Reader(self._encoder, corrector)
        with self._storage.write_to(self._resource) as directory:
            corrector.save(directory / "spelling.json")
            (directory / "encoder.sha256").write_text(self._encoder.fingerprint)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,  # noqa: ARG003, ANN401 - Rasa's signature
    ) -> SentenceEmbeddingFeaturizer:
        """Return the featurizer that :meth:`train` wrote.

        Raises :class:`OutdatedModelError` if the encoder is not the one it was trained with.
        """
        encoder = Encoder()
        with model_storage.read_from(resource) as directory:
            corrector = SpellingCorrector.load(directory / "spelling.json")
            trained_with = (directory / "encoder.sha256").read_text()
        if trained_with != encoder.fingerprint:
            raise OutdatedModelError("the model was trained with another sentence encoder: run `make train`")
        return cls(encoder, _name(config, execution_context), model_storage, resource, corrector)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the feature to the training examples."""
        examples = [message for message in training_data.training_examples if message.get(TEXT)]
        readings = self._reader.read_all([_question_of(message) for message in examples], _cores())
        for message, reading in zip(examples, readings, strict=True):
            self._add(message, reading)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the readings of the messages that have a text, and of their clauses where there are several."""
        for message in messages:
            if text := message.get(TEXT):
                entities = message.get(ENTITIES) or []
                start = start_of_question(text)
                self._add(message, self._reader.read(text, entities, start=start))
                message.set(PUT_RIGHT, self._put_right(text, entities), add_to_output=True)
                parts = clauses(text)
                message.set(
                    CLAUSES,
                    [(part, self._reader.read(text, entities, part.start, part.end)) for part in parts],
                )
        return messages

    def _put_right(self, text: str, entities: Entities) -> dict[str, Any] | None:
        found = self._reader.put_right(text, entities)
        return {TEXT: found[0], ENTITIES: found[1]} if found is not None else None

    def _add(self, message: Message, reading: Reading) -> None:
        message.add_features(Features(reading.vector[None], FEATURE_TYPE_SENTENCE, TEXT, self._name))
        message.set(READING, reading)


def _question_of(message: Message) -> tuple[str, Entities]:
    """Return a message from where its question starts, with the entities in it."""
    text = message.get(TEXT)
    start = start_of_question(text)
    return text[start:], within(message.get(ENTITIES) or [], start, len(text))


def _cores() -> int:
    """Return how many cores this process may use: two threads on one core take a third longer than one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _name(config: dict[str, Any], context: ExecutionContext) -> str:
    return str(config.get(FEATURIZER_CLASS_ALIAS) or context.node_name)
