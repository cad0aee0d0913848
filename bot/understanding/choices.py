"""Typing what was offered instead of pressing its button."""

from __future__ import annotations

from bot.answer_id import AnswerId
from bot.answers.wording import question as worded
from bot.knowledge.base import Knowledge
from bot.understanding.context import Context
from bot.understanding.pointing import picked, picks_from_talk

_PAIR = 2


def chosen(text: str, context: Context, knowledge: Knowledge) -> str | None:
    """Return the offered answer that a text picks by its place ("the second one") or by its own words.

    After an answer that set several things side by side "and the first?" means one of those instead.
    """
    place = picked(text, len(context.offered))
    if place is not None and (context.unsure or len(context.listed) < _PAIR or not picks_from_talk(text)):
        return context.offered[place]
    said = _plainly(text)
    return next((item for item in context.offered if said == _plainly(_on_button(item, knowledge))), None)


def _on_button(item: str, knowledge: Knowledge) -> str:
    answer = AnswerId.parse(item)
    return worded(answer, knowledge) if knowledge.can_answer(answer) else item


def _plainly(text: str) -> str:
    """Return ``text`` as it is compared: without case, spaces around it and closing marks."""
    return text.casefold().strip().rstrip("?!. ")
