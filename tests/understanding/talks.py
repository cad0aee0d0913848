"""Talks so far, built from the ids of their answers."""

from __future__ import annotations

from bot.answer_id import AnswerId
from bot.understanding.context import Context


def after(answer, aspect=None, offered=(), context=None):
    """The talk after an answer, which was the first one or follows ``context``."""
    return (context or Context()).after(AnswerId.parse(answer), aspect, offered)


def talk(*answers):
    """The talk after several answers, each asked for by the aspect in its id."""
    context = Context()
    for text in answers:
        answer = AnswerId.parse(text)
        aspect = answer.parts[1] if answer.kind in ("role", "credential") else answer.kind
        context = context.after(answer, None if answer.kind == "topic" else aspect, ())
    return context
