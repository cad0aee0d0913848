"""Questions about a move from one role to another; the talk fills the end that is missing."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.understanding.aspects import DEFAULT_ROLE
from bot.understanding.context import Context
from bot.understanding.pointing import pointed
from bot.understanding.question import Question

# In a message of so many words a profession that is named is the person's own.
_SHORT = 20
_FIELD = re.compile(r"\b(?:to|into|in|towards)\s+project\s+management\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrom the (?:first|former|second|latter|last)\b.* to the\b", re.IGNORECASE)
_FROM_THERE = re.compile(r"\bfrom (?:it|there|that|this)\b|\binstead\b", re.IGNORECASE)
_FROM_END = re.compile(r"^\W*(?:\w+\W+){0,4}(?:from|coming from|as)(?: a| an| being a| my)? $", re.IGNORECASE)
_NO_MOVE = re.compile(r"\b(?:where|what|next|which|differ\w*|apart|far|away|tell)\b", re.IGNORECASE)
_MOVING = re.compile(
    r"\b(?:becom\w*|becam\w*|turn(?:ed|ing)?|mov(?:e|ed|ing)|switch\w*|transition\w*|transform\w*|progress\w*"
    r"|promot\w*|jump|shift|end up|grow|get(?:ting)? (?:in)?to|go(?:ing)? (?:from|to|into|back)|from .+ to)\b"
    r"|->|=>|\u2192"
)


def is_move(text: str) -> bool:
    """Tell whether the words speak of going from one role to another."""
    return _MOVING.search(text.lower()) is not None


def way(question: Question) -> AnswerId | None:
    """Return the move whose two ends the words give, else None. "From teaching" is an end, too."""
    start, goal = question.named("from"), _goal(question)
    if start and goal and start != goal:
        return AnswerId("transition", (start, goal))
    if goal and not start and _comes_from_outside(question):
        return AnswerId("transition", (OUTSIDE, goal))
    return None


def from_there(question: Question, context: Context) -> AnswerId | None:
    """Return the move to the role of the last answer from the one just named, else None.

    After an answer about the COO, "realistic from project manager?" asks for that move.
    """
    last = context.last_id
    if last is None or len(question.roles) != 1 or len(question.subjects) != 1:
        return None
    start = next(mention for mention in question.mentions if mention.kind == "role")
    if last.kind not in ("role", "transition"):
        return None
    goal = last.parts[0] if last.kind == "role" else last.parts[1]
    before, after = question.text[: start.start], question.text[start.end :]
    asks = _FROM_END.search(before) and not after.strip(" ?.!") and not _NO_MOVE.search(before)
    return AnswerId("transition", (start.name, goal)) if asks and goal != start.name else None


def move_pointed_at(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the move "from the first to the second" of two roles that stood side by side last, else None."""
    roles = [name for name in context.listed[:2] if name in knowledge.roles]
    if len(roles) < 2 or not _FROM_TO.search(question.text):  # noqa: PLR2004 - a pair
        return None
    first, second = roles
    start = pointed(question.text.lower().partition(" to ")[0], context.listed)
    return AnswerId("transition", (second, first) if start == second else (first, second))


def move_asked(question: Question, context: Context, knowledge: Knowledge) -> AnswerId:
    """Return what a question about a move asks: the move, or of one role alone the way in or the way on."""
    if len(question.roles) > 1:
        return AnswerId("transition", question.roles[:2])
    if question.roles:
        return _move_with_one_end(question.roles[0], question, context, knowledge)
    pointed_at = move_pointed_at(question, context, knowledge)
    if pointed_at is not None:
        return pointed_at
    if question.profession or context.profession:
        return AnswerId("transition", (OUTSIDE, DEFAULT_ROLE))
    return _move_of_talk(context) or AnswerId("topic", ("career_change",))


def _move_with_one_end(role: str, question: Question, context: Context, knowledge: Knowledge) -> AnswerId:
    """Return what is asked of a move of which ``role`` is named alone."""
    starts, goal = question.named("from") is not None, _goal(question)
    if question.profession:
        return AnswerId("transition", (OUTSIDE, role))
    before = _start_in_talk(question, context, knowledge)
    before = before or context.person.role
    wanted = goal or (None if starts else role)
    if wanted == role and before is not None and before != role:
        return AnswerId("transition", (before, role))
    if context.profession and not starts:
        return AnswerId("transition", (OUTSIDE, role))
    return AnswerId("role", (role, "next_steps" if starts and not goal else "entry"))


def _goal(question: Question) -> str | None:
    """Return the role that is wanted; "into project management" wants to be a project manager."""
    named = question.named("to")
    return named or (DEFAULT_ROLE if _FIELD.search(question.text) else None)


def _comes_from_outside(question: Question) -> bool:
    """Tell whether a profession is named as where somebody comes from, not somewhere in a long story."""
    short = len(question.text.split()) <= _SHORT
    professions = (m for m in question.mentions if m.kind == "profession" and m.direction != "to")
    return any(short or mention.direction == "from" for mention in professions)


def _start_in_talk(question: Question, context: Context, knowledge: Knowledge) -> str | None:
    """Return where a move begins whose start is not named: where the last move began, or "there"."""
    last = context.last_id
    if last is None:
        return None
    if last.kind == "transition" and last.parts[0] != OUTSIDE:
        return last.parts[0]
    if not _FROM_THERE.search(question.text):
        return None
    if last.kind == "topic":
        return context.newest(knowledge.roles)
    return last.parts[0] if last.kind == "role" else None


def _move_of_talk(context: Context) -> AnswerId | None:
    """Return what "how do i do that" asks: the last move, or the way into the last role."""
    last = context.last_id
    if last is None:
        return None
    if last.kind == "transition":
        return last
    return AnswerId("role", (last.parts[0], "entry")) if last.kind == "role" else None
