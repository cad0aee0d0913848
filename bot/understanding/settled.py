"""The resolution of a question whose answer is settled."""

from __future__ import annotations

from bot.answer_id import AnswerId
from bot.understanding.aspects import aspect_of
from bot.understanding.comparing import angle
from bot.understanding.context import Context
from bot.understanding.question import Question, Resolution


def settled(
    answer: AnswerId, confidence: float, reason: str, question: Question, context: Context
) -> Resolution:
    """Return the resolution with what the composer wants to know besides: angle, profession, aspect."""
    return Resolution(
        id=answer,
        confidence=confidence,
        reason=reason,
        angle=angle(question.text) if answer.kind == "compare" else None,
        profession=question.profession or context.profession,
        aspect=aspect_of(answer),
    )
