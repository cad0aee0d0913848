"""A talk with the thinking alone: no Rasa, no model; what a message means is given where it matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation import Guide
from bot.resume.codes import Codes
from bot.understanding.context import Context
from bot.understanding.mentions import MentionFinder
from bot.understanding.question import Question

TODAY = date(2026, 11, 26)
UNCLEAR = (("out_of_scope_gibberish", 0.6),)


class Talk:
    """Says things to a guide and keeps the context."""

    def __init__(self, guide, finder):
        self._guide, self._finder = guide, finder
        self.context, self.last = Context(), None

    def _reply(self, question):
        self.last, self.context = self._guide.reply(question, self.context, TODAY, "talk")
        self.context = Context.from_slot(self.context.to_slot())
        return self.last

    def say(self, text, intent=None):
        intents = ((intent, 0.9),) if intent else UNCLEAR
        return self._reply(Question(text, intents, tuple(self._finder.find(text))))

    def ask(self, text, intent=None):
        return self.say(text, intent).id

    def press(self, title):
        choice = next(choice for choice in self.last.follow_ups if choice.title == title)
        return self._reply(Question(choice.say or "", pressed=choice.id))

    @property
    def titles(self):
        return [choice.title for choice in self.last.follow_ups]


@pytest.fixture(scope="session")
def parts(knowledge, tmp_path_factory):
    codes = Codes(f"sqlite:///{tmp_path_factory.mktemp('codes')}/codes.db")
    return Guide(knowledge, codes, lambda request: f"ticket-{request.goal}"), MentionFinder.from_knowledge(
        knowledge
    )


@pytest.fixture
def talk(parts):
    return Talk(*parts)


@pytest.fixture
def another_talk(parts):
    return Talk(*parts)


def with_person(talk, person):
    talk.context = replace(talk.context, person=person)
    return talk
