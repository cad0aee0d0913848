"""From an intent and the names in a question to an answer id, with the talk filling what was not said."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId, Kind, compare
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.understanding.aspects import ASPECTS, about, fitting_subjects, kind_of_aspect
from bot.understanding.context import Context
from bot.understanding.question import Question
from bot.understanding.wording import (
    angle,
    compares_the_last_two,
    is_against,
    is_comparison,
    is_move,
    ordinal,
)

DEFAULT_ROLE = "project_manager"
# What to offer when a question needs a credential and none was named: the three that people ask for most.
COMMON_CREDENTIALS = ("pmp", "capm", "prince2")

# Aspects under which a question with a start and a goal asks for the way between them.
_WAYS = frozenset(
    ("transition", "entry", "next_steps", "skills", "eligibility", "overview", "outlook", "how_to_get",
     "topic_time_to_become_pm", "topic_career_change", "topic_career_ladder")
)  # fmt: skip

_FIELD = re.compile(r"\b(?:to|into|in|towards)\s+project\s+management\b", re.IGNORECASE)
_SMALLTALK = "smalltalk_"
_PLAIN: tuple[tuple[str, Kind], ...] = (("topic_", "topic"), ("out_of_scope_", "out_of_scope"))


def answer_for(intent: str, question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the id that ``intent`` means for this question, or None when a subject is missing."""
    if intent.startswith(_SMALLTALK):
        return _small_talk(intent.removeprefix(_SMALLTALK), context)
    way = _way(question) if intent in _WAYS else None
    if way is not None or intent == "transition":
        return way or _transition(question, context)
    for prefix, kind in _PLAIN:
        if intent.startswith(prefix):
            return AnswerId(kind, (intent.removeprefix(prefix),))
    if intent == "tell_more":
        return context.last_id
    if intent == "compare":
        return _compare(question, context, knowledge)
    return _aspect(intent, question, context, knowledge) if intent in ASPECTS else None


def _small_talk(kind: str, context: Context) -> AnswerId:
    if kind == "affirm" and context.offered:
        return AnswerId.parse(context.offered[0])
    return AnswerId("smalltalk", (kind,))


def _way(question: Question) -> AnswerId | None:
    """Return the transition when the words give both ends of it."""
    start, goal = question.named("from"), _goal(question)
    if start and goal and start != goal:
        return AnswerId("transition", (start, goal))
    profession = next((m for m in question.mentions if m.kind == "profession" and m.direction != "to"), None)
    if profession and goal and not start:
        return AnswerId("transition", (OUTSIDE, goal))
    return None


def _goal(question: Question) -> str | None:
    """Return the role that is wanted; "into project management" wants to be a project manager."""
    named = question.named("to")
    return named or (DEFAULT_ROLE if _FIELD.search(question.text) else None)


def _transition(question: Question, context: Context) -> AnswerId:
    roles = tuple(dict.fromkeys(m.name for m in question.mentions if m.kind == "role"))
    start, goal = question.named("from"), _goal(question)
    if len(roles) > 1:
        return AnswerId("transition", roles[:2])
    if question.profession:
        return AnswerId("transition", (OUTSIDE, roles[0] if roles else DEFAULT_ROLE))
    if not roles and not context.profession:
        return _transition_of_talk(context) or AnswerId("topic", ("career_change",))
    if context.profession and not start:
        return AnswerId("transition", (OUTSIDE, roles[0] if roles else DEFAULT_ROLE))
    return AnswerId("role", (roles[0], "next_steps" if start and not goal else "entry"))


def _transition_of_talk(context: Context) -> AnswerId | None:
    last = context.last_id
    if last is None:
        return None
    if last.kind == "transition":
        return last
    return AnswerId("role", (last.parts[0], "entry")) if last.kind == "role" else None


def _compare(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    for names in (knowledge.credentials, knowledge.roles):
        same = [name for name in question.subjects if name in names]
        if len(same) > 1:
            return compare(same[0], same[1])
    if not question.subjects:
        pair = context.pair(knowledge)
        return compare(*pair) if pair else None
    subject = question.subjects[0]
    names = knowledge.roles if subject in knowledge.roles else knowledge.credentials
    other = next((name for name in reversed(context.subjects) if name in names and name != subject), None)
    if other is not None:
        return compare(subject, other)
    asks_worth = subject in knowledge.credentials and angle(question.text) is not None
    return about(subject, "need" if asks_worth else "overview", knowledge)


def _aspect(aspect: str, question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    subjects = fitting_subjects(aspect, question.subjects, knowledge)
    if len(subjects) > 1 and knowledge.can_answer(compare(subjects[0], subjects[1])):
        return compare(subjects[0], subjects[1])
    if subjects:
        return about(subjects[0], aspect, knowledge)
    last = context.last_id
    if last is not None and last.kind == "transition" and aspect == "study_time":
        return last
    subject = _subject_of_talk(aspect, question, context, knowledge)
    if subject is not None:
        return about(subject, aspect, knowledge)
    if kind_of_aspect(aspect) == "role":
        return AnswerId("role", (DEFAULT_ROLE, aspect))
    return AnswerId("topic", ("which_certification",)) if aspect == "need" else None


def _subject_of_talk(aspect: str, question: Question, context: Context, knowledge: Knowledge) -> str | None:
    place = ordinal(question.text)
    pair = context.pair(knowledge)
    if place is not None and pair is not None:
        return pair[place]
    kind = kind_of_aspect(aspect)
    if kind == "credential":
        return context.newest(knowledge.credentials)
    if kind == "role":
        return context.newest(knowledge.roles)
    return context.subjects[-1] if context.subjects else None


def evident_answer(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the id that the words show by themselves, whatever the intent: a move, or two names compared.

    "can a PMO become a PM" names both ends and a verb of moving; "PMP or PRINCE2 in Germany" joins two
    credentials; "which pays more" compares the two that the talk was about. None when nothing is so plain.
    """
    pair = context.pair(knowledge)
    if pair is not None and not question.subjects and compares_the_last_two(question.text):
        return compare(*pair)
    way = _way(question) if is_move(question.text) else None
    if way is not None:
        return way
    for kind in ("credential", "role"):
        same = [mention for mention in question.mentions if mention.kind == kind]
        different = len({mention.name for mention in same}) == len(same) == 2  # noqa: PLR2004 - a pair
        if different and is_comparison(question.text, same[0], same[1]):
            answer = compare(same[0].name, same[1].name)
            return answer if knowledge.can_answer(answer) else None
    return None


def bare_answer(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the id for a message that is nothing but names: "and capm?", "no, programme manager", "pmp".

    The aspect of the last answer is kept; without one, the overview or the comparison is meant.
    """
    subjects = question.subjects
    if len(subjects) > 1:
        return _way(question) or _compare(question, context, knowledge)
    if not subjects:
        return None
    if question.profession:
        return (
            _way(question) or AnswerId("transition", (OUTSIDE, subjects[0]))
            if subjects[0] in knowledge.roles
            else None
        )
    subject, last = subjects[0], context.last_id
    if last is not None and last.kind == "transition" and subject in knowledge.roles:
        start, goal = last.parts
        if subject not in (start, goal):
            ends = (subject, goal) if question.named("from") else (start, subject)
            return AnswerId("transition", ends)
    against = is_against(question.text) or (last is not None and last.kind == "compare")
    if against and last is not None and subject not in last.parts:
        return _compare(question, context, knowledge)
    aspect = context.aspect if context.aspect in ASPECTS else "overview"
    return about(subject, aspect, knowledge)


def comparison_angle(question: Question) -> str | None:
    """Return what a comparison is asked for, if the words say so."""
    return angle(question.text)
