"""Answers of a talk, each with why it was chosen and where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answer_id import AnswerId
from bot.answers.answer import Answer
from bot.conversation import Guide
from bot.knowledge.base import Knowledge
from bot.understanding.context import Context
from bot.understanding.mention import Mention
from bot.understanding.question import Question
from bot.understanding.resolve import Resolver

MOST_INTENTS = 3


@dataclass(frozen=True)
class Explained:
    """One turn: what was asked, its answer, and what led to it.

    ``reason`` is why the answer was chosen. ``place`` is the file and line in which it is written, None for
    one that is computed. ``context`` is the talk before the turn.
    """

    question: Question
    answer: Answer
    reason: str
    place: str | None
    context: Context

    def to_dict(self) -> dict[str, Any]:
        """Return the turn as plain data, for programs."""
        return {
            "asked": self.question.pressed or self.question.text,
            "answer": self.answer.to_dict(),
            "reason": self.reason,
            "written_in": self.place,
            "intents": [
                {"name": name, "confidence": round(share, 3)} for name, share in self.question.intents
            ],
            "names": [_name(mention) for mention in self.question.mentions],
            "talk": {"answered": self.context.answered, "subjects": list(self.context.subjects)},
        }


class Explainer:
    """Holds one talk with ``knowledge``; turns build on one another."""

    def __init__(self, knowledge: Knowledge, today: date) -> None:
        self._knowledge = knowledge
        self._guide = Guide(knowledge)
        self._resolver = Resolver(knowledge)
        self._today = today
        self._context = Context()

    def ask(self, question: Question) -> Explained:
        """Answer ``question`` as the service does in a talk of the turns before."""
        before = self._context
        resolution = self._resolver.resolve(question, before)
        answer, self._context = self._guide.reply(question, before, self._today)
        same = answer.id == str(resolution.id)
        reason = resolution.reason if same else "a guided talk took it"
        return Explained(question, answer, reason, place_of(answer.id, self._knowledge), before)


def place_of(answer: str, knowledge: Knowledge) -> str | None:
    """Return file and line in which ``answer`` is written, such as ``knowledge/topics/masters.yml:12``."""
    parsed = AnswerId.parse(answer)
    located = knowledge.passage(parsed)
    if located is not None:
        home, key = located.home, located.key
    elif answer in knowledge.phrases:
        home, key = ("smalltalk" if parsed.kind == "smalltalk" else "refusals"), (answer,)
    else:
        return None
    return f"knowledge/{home}.yml:{knowledge.files[home].line(key)}"


def lines(turn: Explained) -> list[str]:
    """Return what led to the answer as lines for a terminal."""
    ranked = ", ".join(f"{name} {share:.2f}" for name, share in turn.question.intents[:MOST_INTENTS])
    names = ", ".join(f"{mention.name} ({mention.kind})" for mention in turn.question.mentions)
    talk = [f"answered {turn.context.answered}"] if turn.context.answered else []
    talk += [f"about {', '.join(turn.context.subjects)}"] if turn.context.subjects else []
    return [
        f"answer      {turn.answer.id}  (confidence {turn.answer.confidence:.2f})",
        f"because     {turn.reason}",
        f"written in  {turn.place or _unwritten(turn.answer.id)}",
        f"intents     {ranked or 'none: a button'}",
        f"names       {names or 'none found'}",
        f"talk        {'; '.join(talk) or 'just begun'}",
    ]


def _unwritten(answer: str) -> str:
    """Return why no file holds ``answer``, and where an editor would write it."""
    kind, *parts = answer.split("/")
    if kind in ("role", "credential"):
        return f"nowhere yet: it would be '{parts[1]}' in knowledge/{kind}s/{parts[0]}.yml"
    return "nowhere: it is put together from other entries"


def _name(mention: Mention) -> dict[str, Any]:
    return {"kind": mention.kind, "name": mention.name, "start": mention.start, "end": mention.end}
