"""From an intent and the names in a question to an answer id, with the talk filling what was not said."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId, Kind, compare
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.understanding.aspects import ASPECTS, about, fitting_subjects, kind_of_aspect
from bot.understanding.context import Context
from bot.understanding.continuation import topic_of_others
from bot.understanding.pointing import pointed
from bot.understanding.question import Question
from bot.understanding.wording import (
    angle,
    compares_the_last_two,
    is_against,
    is_comparison,
    is_move,
)

DEFAULT_ROLE = "project_manager"
# What to offer when a question needs a credential and none was named: the three that people ask for most.
COMMON_CREDENTIALS = ("pmp", "capm", "prince2")

# Aspects under which a question with a start and a goal asks for the way between them.
_WAYS = frozenset(
    ("transition", "entry", "next_steps", "skills", "eligibility", "overview", "outlook", "how_to_get",
     "topic_time_to_become_pm", "topic_career_change", "topic_career_ladder")
)  # fmt: skip

# In a message of so many words a profession that is named is the person's own.
_SHORT = 20
_FIELD = re.compile(r"\b(?:to|into|in|towards)\s+project\s+management\b", re.IGNORECASE)
# Aspects of credentials that make sense of a role too: "do i need a degree for it" asks for the way in.
_OF_ROLES_TOO = ("eligibility", "how_to_get")
_FROM_TO = re.compile(r"\bfrom the (?:first|former|second|latter|last)\b.* to the\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|that|this)\b", re.IGNORECASE)
_FROM_THERE = re.compile(r"\bfrom (?:it|there|that|this)\b|\binstead\b", re.IGNORECASE)
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
            answer = AnswerId(kind, (intent.removeprefix(prefix),))
            return _of_named_role(answer, question, knowledge) or answer
    if intent == "tell_more":
        return context.last_id
    if intent == "compare":
        return _compare(question, context, knowledge)
    return _aspect(intent, question, context, knowledge) if intent in ASPECTS else None


def _of_named_role(answer: AnswerId, question: Question, knowledge: Knowledge) -> AnswerId | None:
    """Return what a topic about one role asks when another role is named: "how long to become a PMO director"."""
    topic = knowledge.topics.get(answer.parts[0])
    roles = [name for name in question.subjects if name in knowledge.roles]
    if (
        topic is None
        or topic.about is None
        or topic.of_role is None
        or len(roles) != 1
        or roles[0] == topic.about
    ):
        return None
    return about(roles[0], topic.of_role, knowledge)


def _small_talk(kind: str, context: Context) -> AnswerId:
    if kind == "affirm" and context.offered and (not context.unsure or len(context.offered) == 1):
        return AnswerId.parse(context.offered[0])
    return AnswerId("smalltalk", (kind,))


def _way(question: Question) -> AnswerId | None:
    """Return the transition when the words give both ends of it."""
    start, goal = question.named("from"), _goal(question)
    if start and goal and start != goal:
        return AnswerId("transition", (start, goal))
    if goal and not start and _comes_from_outside(question):
        return AnswerId("transition", (OUTSIDE, goal))
    return None


def _comes_from_outside(question: Question) -> bool:
    """Tell whether a profession is named as where somebody comes from, not somewhere in a long story."""
    short = len(question.text.split()) <= _SHORT
    named = [
        mention for mention in question.mentions if mention.kind == "profession" and mention.direction != "to"
    ]
    return any(short or mention.direction == "from" for mention in named)


def _goal(question: Question) -> str | None:
    """Return the role that is wanted; "into project management" wants to be a project manager."""
    named = question.named("to")
    return named or (DEFAULT_ROLE if _FIELD.search(question.text) else None)


def _transition(question: Question, context: Context) -> AnswerId:
    roles = tuple(dict.fromkeys(m.name for m in question.mentions if m.kind == "role"))
    start, goal = question.named("from"), _goal(question)
    if len(roles) > 1:
        return AnswerId("transition", roles[:2])
    if not roles and len(context.listed) > 1 and _FROM_TO.search(question.text):
        return AnswerId("transition", _in_order(question.text, context))
    if question.profession:
        return AnswerId("transition", (OUTSIDE, roles[0] if roles else DEFAULT_ROLE))
    if not roles and not context.profession:
        return _transition_of_talk(context) or AnswerId("topic", ("career_change",))
    before = _start_in_talk(question, context)
    if roles and goal == roles[0] and before is not None and before != goal:
        return AnswerId("transition", (before, goal))
    if context.profession and not start:
        return AnswerId("transition", (OUTSIDE, roles[0] if roles else DEFAULT_ROLE))
    return AnswerId("role", (roles[0], "next_steps" if start and not goal else "entry"))


def _start_in_talk(question: Question, context: Context) -> str | None:
    """Return where a move begins whose start is not named: where the last move began, or "there"."""
    last = context.last_id
    if last is None:
        return None
    if last.kind == "transition" and last.parts[0] != OUTSIDE:
        return last.parts[0]
    return last.parts[0] if last.kind == "role" and _FROM_THERE.search(question.text) else None


def _in_order(text: str, context: Context) -> tuple[str, ...]:
    first, second = context.listed[:2]
    return (
        (second, first)
        if pointed(text.lower().partition(" to ")[0], context.listed) == second
        else (first, second)
    )


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
        implied = _implied_credential(aspect, subjects[0], question, context, knowledge)
        return about(implied or subjects[0], aspect, knowledge)
    last = context.last_id
    if last is not None and last.kind == "transition" and aspect == "study_time":
        return last
    subject = _subject_of_talk(aspect, question, context, knowledge)
    if subject is not None:
        return about(subject, aspect, knowledge)
    if kind_of_aspect(aspect) == "role":
        return AnswerId("role", (DEFAULT_ROLE, aspect))
    return AnswerId("topic", ("which_certification",)) if aspect == "need" else None


def _implied_credential(
    aspect: str, subject: str, question: Question, context: Context, knowledge: Knowledge
) -> str | None:
    """Return the credential meant beside a role that is named.

    It is the best known of an issuer that is named ("will PMI audit a team lead"), or the one of the talk when a
    pronoun stands for it ("do i need it for a pmo job").
    """
    if kind_of_aspect(aspect) != "credential" or subject not in knowledge.roles:
        return None
    pronoun = _PRONOUN.search(question.text) is not None
    return _flagship(question.text, knowledge) or (context.newest(knowledge.credentials) if pronoun else None)


def _flagship(text: str, knowledge: Knowledge) -> str | None:
    lowered = text.lower()
    for name, credential in knowledge.credentials.items():
        if any(re.search(rf"\b{re.escape(issuer.lower())}\b", lowered) for issuer in credential.flagship_of):
            return name
    return None


def _subject_of_talk(aspect: str, question: Question, context: Context, knowledge: Knowledge) -> str | None:
    named = pointed(question.text, context.listed, context.subjects[-1] if context.subjects else None)
    if named is not None:
        return named
    kind = kind_of_aspect(aspect)
    if kind == "credential":
        known = _flagship(question.text, knowledge) or context.newest(knowledge.credentials)
        return known or (context.newest(knowledge.roles) if aspect in _OF_ROLES_TOO else None)
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
    if (
        pair is not None
        and not question.subjects
        and _FROM_TO.search(question.text)
        and pair[0] in knowledge.roles
    ):
        return AnswerId("transition", _in_order(question.text, context))
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
    aspect = context.aspect if context.aspect in ASPECTS else None
    if aspect is None and last is not None and last.kind == "topic":
        return topic_of_others(subject, context, knowledge) or about(subject, "overview", knowledge)
    return about(subject, aspect or "overview", knowledge)


def comparison_angle(question: Question) -> str | None:
    """Return what a comparison is asked for, if the words say so."""
    return angle(question.text)
