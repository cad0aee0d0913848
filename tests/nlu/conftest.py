"""The encoder, and the few sentences read by it."""

from __future__ import annotations

import pytest

from bot.nlu.encoder import Encoder
from bot.nlu.examples import Examples
from tests.nlu.sentences import INTENTS, TEXTS, sentences


@pytest.fixture(scope="session")
def encoder():
    return Encoder()


@pytest.fixture(scope="session")
def data(encoder):
    """The sentences and their intents."""
    return sentences(encoder, TEXTS), INTENTS


@pytest.fixture(scope="session")
def examples(data):
    """The sentences with their intents, in the space that was found for them."""
    return Examples.of(*data)
