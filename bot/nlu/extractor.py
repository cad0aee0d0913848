"""The Rasa component that names the subjects of a question: roles, credentials and professions."""

from __future__ import annotations

import hashlib
import inspect
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import load
from bot.nlu.encoder import english_words
from bot.nlu.entities import to_entity
from bot.understanding import (
    direction,
    lookalikes,
    mention,
    mentions,
    misspelt,
    name_words,
    names,
    small_words,
    words,
)
from bot.understanding.mentions import MentionFinder

ROOT = Path(__file__).resolve().parents[2]
_KIND = DefaultV1Recipe.ComponentType
# All that decides which names are found; bot/service/model.py lists the same files.
_MATCHING = (direction, lookalikes, mention, mentions, misspelt, name_words, names, small_words, words)


@DefaultV1Recipe.register([_KIND.MESSAGE_FEATURIZER, _KIND.ENTITY_EXTRACTOR], is_trainable=False)
class SubjectEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds an entity for each role, credential and profession named in a message.

    Names come from the knowledge, so nothing is trained: a new alias is found when the server starts again.
    Registered as a featurizer too, because Rasa runs only tokenizers and featurizers over the training
    examples, and the intent model wants to know there who is named.

    Config: ``knowledge``, the folder of the knowledge files, from the project's root.
    """

    def __init__(self, finder: MentionFinder) -> None:
        self._finder = finder

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the default configuration."""
        return {"knowledge": "knowledge"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,  # noqa: ARG003 - Rasa's signature
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> SubjectEntityExtractor:
        """Build the finder from the knowledge; ``KnowledgeError`` if that has faults."""
        finder = MentionFinder.from_knowledge(_knowledge(config["knowledge"]), english_words())
        _knowledge.cache_clear()  # the server has one of its own, of 12 MB
        return cls(finder)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return a hash of all names and of the matching code: training depends on both."""
        knowledge = _knowledge({**cls.get_default_config(), **config}["knowledge"])
        code = [inspect.getsource(module) for module in _MATCHING]
        return hashlib.sha256(json.dumps([_names(knowledge), code]).encode()).hexdigest()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add entities to the training examples."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add entities to the messages that have a text."""
        for message in messages:
            if text := message.get(TEXT):
                found = self.add_extractor_name([to_entity(mention) for mention in self._finder.find(text)])
                message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages


@lru_cache(maxsize=1)
def _knowledge(folder: str) -> Knowledge:
    return load(ROOT / folder)


def _names(knowledge: Knowledge) -> dict[str, Any]:
    named = {**knowledge.roles, **knowledge.credentials, **knowledge.professions}
    return {slug: thing.dict(include={"name", "short", "aliases"}) for slug, thing in sorted(named.items())}
