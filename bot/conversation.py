"""One turn of a talk: question and context in, answer and new context out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.answers.answer import Answer
from bot.answers.compose import Composer
from bot.knowledge.base import Knowledge
from bot.knowledge.loader import DEFAULT_ROOT, load
from bot.understanding.context import Context
from bot.understanding.question import Question
from bot.understanding.resolve import Resolver

# After being asked back, such a reply leaves the assistant as unsure as before.
_NO_WISER = ("out_of_scope/gibberish", "out_of_scope/unrelated", "smalltalk/deny")


class Guide:
    """The assistant without any framework: resolves a question and composes the reply."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._resolver = Resolver(knowledge)
        self._composer = Composer(knowledge)

    @classmethod
    def from_files(cls, root: Path = DEFAULT_ROOT) -> Guide:
        """Load the knowledge below ``root``. Raises ``KnowledgeError`` when it has faults."""
        return cls(load(root))

    def reply(self, question: Question, context: Context, today: date) -> tuple[Answer, Context]:
        """Return the reply to ``question`` and the context after it."""
        resolution = self._resolver.resolve(question, context)
        answered = (context.answered,) if context.answered else ()
        answer = self._composer.compose(resolution, today, answered, context.unsure)
        offered = tuple(choice.id for choice in answer.options or answer.follow_ups)
        after = context.after(resolution.id, resolution.aspect, offered, resolution.named)
        doubtful = resolution.id.kind == "clarify" or (context.unsure and str(resolution.id) in _NO_WISER)
        unsure = context.unsure + 1 if doubtful else 0
        profession = question.profession or context.profession
        return answer, replace(after, unsure=unsure, profession=profession)
