"""Messages that only the talk before explains, whatever the classifier says of them."""

from __future__ import annotations

from dataclasses import replace

from bot.answer_id import AnswerId
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import ASPECTS, about, aspect_of
from bot.understanding.bare import bare_answer, is_bare, is_loosely_bare
from bot.understanding.context import Context
from bot.understanding.corrections import corrected_comparison, turned_move
from bot.understanding.levels import only_a_level
from bot.understanding.mention import Mention
from bot.understanding.moves import from_there
from bot.understanding.pointing import only_points, pointed, points_at_all
from bot.understanding.question import Question, Resolution
from bot.understanding.returning import aspect_returned_to, is_return, returned_to
from bot.understanding.settled import settled


def explained_by_talk(
    question: Question, spoken: tuple[Mention, ...], context: Context, knowledge: Knowledge
) -> Resolution | None:
    """Return the answer to a message that leans on the talk, else None.

    It turns the last move round, goes back to something, points at what was listed, or holds names alone.
    ``spoken`` are all names in the text, also those that ``question`` leaves out as held or taken back.
    """
    turned = turned_move(question, context)
    if turned is not None:
        return Resolution(turned, 1.0, "the other way round", aspect=aspect_of(turned))
    earlier = returned_to(question, context)
    if earlier is not None:
        return settled(earlier, 1.0, "back to it", question, context)
    aspect = aspect_returned_to(question.text)
    if aspect is not None and len(question.subjects) == 1:
        return _about_named(about(question.subjects[0], aspect, knowledge), "back to that", question.subjects)
    if only_a_level(question, context):
        last = context.answered or ""
        return settled(AnswerId.parse(last), 1.0, "another level of the same", question, context)
    start = from_there(question, context)
    if start is not None:
        return settled(start, 1.0, "from there to what the talk is about", question, context)
    return _pointing(question, context, knowledge) or _names_alone(question, spoken, context, knowledge)


def _pointing(question: Question, context: Context, knowledge: Knowledge) -> Resolution | None:
    """Return the answer about what "the first one" or "all three" stands for."""
    if question.subjects or not context.listed:
        return None
    intent = question.intents[0][0] if question.intents and not only_points(question.text) else ""
    asked = intent if intent in ASPECTS else context.aspect
    aspect = str(asked) if asked in ASPECTS else "overview"
    if points_at_all(question.text):
        first, *rest = (about(name, aspect, knowledge) for name in context.listed)
        return replace(_about_named(first, "all of them", context.listed), others=tuple(rest))
    name = pointed(question.text, context.listed, context.subjects[-1] if context.subjects else None)
    if name is None or intent in ("compare", "transition"):
        return None
    return _about_named(about(name, aspect, knowledge), "the one pointed at", context.listed)


def _names_alone(
    question: Question, spoken: tuple[Mention, ...], context: Context, knowledge: Knowledge
) -> Resolution | None:
    """Return the answer to names with nothing that asks; a soft start such as "what about" needs a talk."""
    loosely = context.answered is not None and is_loosely_bare(question.text, spoken)
    if not question.subjects or not (loosely or is_bare(question.text, spoken)):
        return None
    corrected = corrected_comparison(question, spoken, context)
    if corrected is not None and knowledge.can_answer(corrected):
        named = (*(name for name in corrected.parts if name not in question.subjects), *question.subjects)
        return _about_named(corrected, "one of two corrected", named)
    if is_return(question.text):
        context = replace(context, answered=None, aspect=None)
    answer = bare_answer(question, context, knowledge)
    return Resolution(answer, 1.0, "names only", aspect=aspect_of(answer)) if answer is not None else None


def _about_named(answer: AnswerId, reason: str, named: tuple[str, ...]) -> Resolution:
    return Resolution(answer, 1.0, reason, aspect=aspect_of(answer), named=named)
