"""Questions asked of the resolver with the knowledge that is shipped, without Rasa."""

from __future__ import annotations

import pytest

from bot.understanding.context import Context
from bot.understanding.mentions import MentionFinder
from bot.understanding.question import Question
from bot.understanding.resolve import Resolver


@pytest.fixture(scope="session")
def finder(knowledge):
    return MentionFinder.from_knowledge(knowledge)


@pytest.fixture(scope="session")
def resolver(knowledge):
    return Resolver(knowledge)


@pytest.fixture(scope="session")
def read(finder):
    """Make a question of a text: its names as they are found, its intents as they are given."""

    def question(text, intent="overview", confidence=0.9, others=(), clauses=()):
        ranking = ((intent, confidence), *others)
        return Question(text, ranking, tuple(finder.find(text)), clauses=tuple(clauses))

    return question


@pytest.fixture(scope="session")
def ask(resolver, read):
    """Resolve a text in a talk; ``read`` says what may be given besides."""

    def resolve(text, intent="overview", confidence=0.9, context=None, **given):
        return resolver.resolve(read(text, intent, confidence, **given), context or Context())

    return resolve
