"""Asks about each training sentence a model that has not seen it, nor a paraphrase of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.knowledge.checks.training import Example
from bot.nlu.calibration import out_of_fold, paraphrase_groups
from bot.nlu.classifier import sentences_of
from bot.nlu.examples import Examples
from bot.nlu.extractor import SubjectEntityExtractor
from bot.nlu.featurizer import READING, SentenceEmbeddingFeaturizer

_NAME = "cross_validation"


def cross_validated(examples: Iterable[Example]) -> tuple[list[str], list[str]]:
    """Return the intents of ``examples``, in their order, and what they were taken for.

    Each was judged by a model that had not seen it. All sentences of one group of paraphrases are kept in
    one fold, as in calibration.
    """
    messages = _read(examples)
    labels = [str(message.get(INTENT)) for message in messages]
    sentences = sentences_of([message.get(READING) for message in messages])
    groups = paraphrase_groups(sentences.vectors, labels)
    asked, _, guesses, _ = out_of_fold(Examples.of(sentences, labels), groups)
    guessed = dict(zip(asked.tolist(), guesses.tolist(), strict=True))
    return labels, [guessed[place] for place in range(len(labels))]


def _read(examples: Iterable[Example]) -> list[Message]:
    """Return the examples as the intent model gets them in training: read by the components before it."""
    data = TrainingData([Message({TEXT: example.text, INTENT: example.intent}) for example in examples])
    context = ExecutionContext(GraphSchema({}), node_name=_NAME)
    with tempfile.TemporaryDirectory() as folder:
        place = LocalModelStorage(Path(folder)), Resource(_NAME)
        extractor = SubjectEntityExtractor.create(
            SubjectEntityExtractor.get_default_config(), *place, context
        )
        featurizer = SentenceEmbeddingFeaturizer.create({}, *place, context)
        featurizer.train(data)
    extractor.process_training_data(data)
    featurizer.process_training_data(data)
    return list(data.training_examples)
