"""What the words of a question show by themselves, whatever the classifier says."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId, compare
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import about
from bot.understanding.comparing import (
    compares_the_last_two,
    comparison_in_words,
    goes_on_comparing,
    is_less_or_more,
    with_the_talk,
)
from bot.understanding.context import Context
from bot.understanding.moves import is_move, move_pointed_at, way
from bot.understanding.question import Question

_DO_I_NEED = (
    r"(?<!\bhow )(?<!\bwhere )(?<!\bwhen )"
    r"\b(?:do|does|would|will|should|must) (?:i|you|we|one|someone|people|they)"
    r" (?:really |even |actually |still )*(?:need|have to (?:have|get|hold|sit)|get|bother with) "
)
_NEED = re.compile(_DO_I_NEED + r"(?:the |a |an |my )?$", re.IGNORECASE)
_NEED_IT = re.compile(_DO_I_NEED + r"(?:it|that|this)\b(?! one)", re.IGNORECASE)
_SETS_BACK = re.compile(r"\bsets? (?:me|us|you|one|them|people) back\b", re.IGNORECASE)
_MAKES = re.compile(
    r"\b(?:what|how much) (?:does|do|would|can) .{2,50}\b(?:make|get paid|take home)\W*"
    r"(?:(?:these days|now|today|on average|a year|an hour|per \w+|there|in \w+|annually)\W*)*$",
    re.IGNORECASE,
)


def evident_answer(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the id of a move, a comparison or a pay that is plain from the words alone.

    "can a PMO become a PM" names both ends and a verb of moving; "PMP or PRINCE2 in Germany" joins two
    credentials; "which pays more" compares the two that the talk was about; "what does a planner make" asks
    for pay. None when nothing is so plain.
    """
    found = None if question.subjects else _of_the_pair(question, context, knowledge)
    if found is None and is_move(question.text):
        found = way(question)
    if found is not None:
        return found
    compared = comparison_in_words(question)
    if compared is not None and knowledge.can_answer(compared):
        return compared
    if is_less_or_more(question):
        against = with_the_talk(question.subjects[0], question, context, knowledge)
        return against if against.kind == "compare" and knowledge.can_answer(against) else None
    return (
        _pay(question, knowledge)
        or _need(question, knowledge)
        or _price(question, context, knowledge)
        or _need_of_it(question, context, knowledge)
    )


def _need(question: Question, knowledge: Knowledge) -> AnswerId | None:
    """Return whether the one credential named right after "do i need" is needed."""
    named = [mention for mention in question.mentions if mention.kind == "credential"]
    if len(named) != 1 or _NEED.search(question.text[: named[0].start]) is None:
        return None
    return about(named[0].name, "need", knowledge)


def _need_of_it(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return whether the credential of the last answer is needed: "do i need it for a pmo job"."""
    last = context.last_id
    if (
        last is None
        or last.kind != "credential"
        or any(name in knowledge.credentials for name in question.subjects)
    ):
        return None
    return about(last.parts[0], "need", knowledge) if _NEED_IT.search(question.text) else None


def _price(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the cost of the one credential that is said to set somebody back."""
    if _SETS_BACK.search(question.text) is None:
        return None
    named = question.subjects or context.subjects[-1:]
    alone = len(named) == 1 and named[0] in knowledge.credentials
    return about(named[0], "cost", knowledge) if alone else None


def _pay(question: Question, knowledge: Knowledge) -> AnswerId | None:
    """Return the pay of the one role named in "what does a coordinator make these days"."""
    roles = [name for name in question.subjects if name in knowledge.roles]
    asked = len(roles) == len(question.subjects) == 1 and _MAKES.search(question.text) is not None
    return about(roles[0], "salary", knowledge) if asked else None


def _of_the_pair(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return what is said of the two things of the talk: compared, or a move between two roles."""
    pair = context.pair(knowledge)
    if pair is None:
        return None
    last = context.last_id
    if last is not None and last.kind == "compare" and goes_on_comparing(question.text):
        return last
    if compares_the_last_two(question.text):
        return compare(*pair)
    return move_pointed_at(question, context, knowledge) if pair[0] in knowledge.roles else None
