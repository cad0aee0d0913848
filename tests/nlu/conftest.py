"""The encoder, and the few sentences read by it."""

from __future__ import annotations

import pytest

from bot.nlu.encoder import Encoder
from tests.nlu.sentences import INTENTS, TEXTS, sentences


@pytest.fixture(scope="session")
def encoder():
    return Encoder()


@pytest.fixture(scope="session")
def data(encoder):
    """The sentences and their intents."""
    return sentences(encoder, TEXTS), INTENTS
