"""Where a check, a plan or a map leads, and where it starts: what is named, was told, or is talked about."""

from __future__ import annotations

from bot.knowledge.base import OUTSIDE, Knowledge
from bot.understanding.context import Context
from bot.understanding.question import Question


def credential_of(question: Question, context: Context, knowledge: Knowledge) -> str | None:
    """Return the credential that is named, or else the one talked about last."""
    named = [name for name in question.subjects if name in knowledge.credentials]
    return named[0] if named else context.newest(knowledge.credentials)


def goal_of(question: Question, context: Context) -> str | None:
    """Return where a plan leads: the role or credential that is named, was told, or is talked about."""
    start = question.named("from")
    named = next((name for name in question.subjects if name != start), None)
    return question.named("to") or named or context.person.goal or _move(context)[1]


def ends_of(question: Question, context: Context, knowledge: Knowledge) -> tuple[str | None, str | None]:
    """Return the place and the goal that a map marks, both roles; the place may be ``outside``.

    Roles named in the message come first, then what the person told, then the move talked about last.
    """
    roles, start = question.roles, question.named("from")
    if len(roles) > 1:
        place = start or roles[0]
        return place, question.named("to") or next(name for name in roles if name != place)
    if roles:
        return _with_one(roles[0], context, named_as_place=start == roles[0], knowledge=knowledge)
    person, move = context.person, _move(context)
    if person.goal is None:
        return person.role or move[0], move[1]
    return person.role, _role(person.goal, knowledge)


def _with_one(
    role: str, context: Context, *, named_as_place: bool, knowledge: Knowledge
) -> tuple[str | None, str | None]:
    if named_as_place:
        return role, _role(context.person.goal, knowledge)
    return context.person.role, role


def _move(context: Context) -> tuple[str | None, str | None]:
    """Return both ends of the move that was talked about last; its goal only if it is a role."""
    move = context.last_of("transition")
    if move is None:
        return None, None
    return move.parts[0], move.parts[1] if move.parts[1] != OUTSIDE else None


def _role(name: str | None, knowledge: Knowledge) -> str | None:
    """Return a role; a credential, or a job that nobody wrote of, stands on no map."""
    return name if name in knowledge.roles else None
