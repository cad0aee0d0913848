"""What an intent means in a question: an answer id, from the names in it and the talk so far."""

from __future__ import annotations

from bot.answer_id import AnswerId, Kind
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import ASPECTS
from bot.understanding.comparing import comparison_asked
from bot.understanding.context import Context
from bot.understanding.moves import move_asked, way
from bot.understanding.question import Question
from bot.understanding.subjects import aspect_asked
from bot.understanding.topics import of_named_role

# Intents under which a question with a start and a goal asks for the way between them.
_WAYS = frozenset(
    ("transition", "entry", "next_steps", "skills", "eligibility", "overview", "outlook", "how_to_get",
     "topic_time_to_become_pm", "topic_career_change", "topic_career_ladder")
)  # fmt: skip
_SMALLTALK = "smalltalk_"
# From this confidence on a "yes" is one; "haha" may be less than that.
_CLEAR = 0.6
_PLAIN: tuple[tuple[str, Kind], ...] = (("topic_", "topic"), ("out_of_scope_", "out_of_scope"))


def answer_for(intent: str, question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the id that ``intent`` means for this question, or None when a subject is missing."""
    if intent.startswith(_SMALLTALK):
        return _small_talk(intent.removeprefix(_SMALLTALK), question, context)
    found = way(question) if intent in _WAYS else None
    if found is not None or intent == "transition":
        return found or move_asked(question, context, knowledge)
    for prefix, kind in _PLAIN:
        if intent.startswith(prefix):
            name = intent.removeprefix(prefix)
            return of_named_role(name, question, knowledge) or AnswerId(kind, (name,))
    if intent == "tell_more":
        return context.last_id
    if intent == "compare":
        return comparison_asked(question, context, knowledge)
    return aspect_asked(intent, question, context, knowledge) if intent in ASPECTS else None


def _small_talk(kind: str, question: Question, context: Context) -> AnswerId:
    """Return the small talk, or for a clear "yes" the follow-up that was offered first."""
    if dict(question.intents).get(f"{_SMALLTALK}{kind}", 0.0) < _CLEAR:
        return AnswerId("smalltalk", (kind,))
    if kind == "affirm" and context.offered and (not context.unsure or len(context.offered) == 1):
        return AnswerId.parse(context.offered[0])
    return AnswerId("smalltalk", (kind,))
