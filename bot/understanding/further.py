"""What a message asks besides the question that is answered: these are offered under the answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer_id import AnswerId, compare
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import ASPECTS, about, aspect_of
from bot.understanding.context import Context
from bot.understanding.doubt import NO_QUESTION
from bot.understanding.intents import answer_for
from bot.understanding.question import Question

# A clause is offered when its own reading is this sure.
OFFER = 0.5


def further_questions(
    found: AnswerId, question: Question, context: Context, knowledge: Knowledge
) -> Iterator[AnswerId]:
    """Yield what a message asks besides ``found``: the same of other subjects, and its other clauses.

    ``found`` itself may be among them.
    """
    yield from _same_of_others(found, question, knowledge)
    talk = context.after(found, aspect_of(found), (), question.subjects)
    for clause in question.clauses:
        answer = _asked_in(clause, talk, knowledge)
        if answer is not None:
            yield answer


def _same_of_others(found: AnswerId, question: Question, knowledge: Knowledge) -> Iterator[AnswerId]:
    """Yield the same aspect of the other subjects, or the comparison of the first with a third."""
    if found.kind in ("role", "credential") and found.parts[1] in ASPECTS:
        names = knowledge.roles if found.kind == "role" else knowledge.credentials
        asked = (name for name in question.subjects if name in names and name != found.parts[0])
        yield from (about(name, found.parts[1], knowledge) for name in asked)
    elif found.kind == "compare":
        others = (compare(found.parts[0], name) for name in question.subjects if name not in found.parts)
        yield from (answer for answer in others if knowledge.can_answer(answer))


def _asked_in(clause: Question, talk: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the answer to one clause of a longer message, when it is clear by itself."""
    if not clause.intents:
        return None
    intent, confidence = clause.intents[0]
    if confidence < OFFER or intent.startswith(NO_QUESTION):
        return None
    answer = answer_for(intent, clause, talk, knowledge)
    return answer if answer is not None and knowledge.can_answer(answer) else None
