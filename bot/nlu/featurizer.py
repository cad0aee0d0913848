"""The Rasa component that turns a message into one sentence vector."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.encoder import Encoder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEmbeddingFeaturizer(GraphComponent):
    """Adds the encoder's vector of the text as a dense sentence feature. Has no settings."""

    def __init__(self, encoder: Encoder, name: str) -> None:
        self._encoder = encoder
        self._name = name

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the default configuration."""
        return {}

    @staticmethod
    def required_packages() -> list[str]:
        """Return the packages that must be installed."""
        return ["onnxruntime", "tokenizers"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,  # noqa: ARG003 - Rasa's signature
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,
    ) -> SentenceEmbeddingFeaturizer:
        """Load the encoder; ``EncoderMissingError`` when set-up has not built it."""
        return cls(Encoder(), str(config.get(FEATURIZER_CLASS_ALIAS) or execution_context.node_name))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return the encoder's hash: vectors of another encoder need another training."""
        del config
        return Encoder().fingerprint

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the feature to the training examples."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the feature to the messages that have a text."""
        for message in messages:
            if text := message.get(TEXT):
                vector = self._encoder.encode(text)[None]
                message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, self._name))
        return messages
