"""Of whom or what an aspect is asked: of what is named, else of what is implied or was talked about."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId, compare
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import DEFAULT_ROLE, about, fitting_subjects, kind_of_aspect
from bot.understanding.context import Context
from bot.understanding.issuers import flagship
from bot.understanding.pointing import pointed
from bot.understanding.question import Question

# Aspects of credentials that make sense of a role too: "do i need a degree for it" asks for the way in.
_OF_ROLES_TOO = ("eligibility", "how_to_get")
_PRONOUN = re.compile(r"\b(?:it|that|this)\b", re.IGNORECASE)


def aspect_asked(aspect: str, question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the id that answers ``aspect`` of what the question is about, or None when that is not clear.

    Two subjects that can be compared are compared.
    """
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
    return about(subject, aspect, knowledge) if subject is not None else _without_subject(aspect)


def _implied_credential(
    aspect: str, subject: str, question: Question, context: Context, knowledge: Knowledge
) -> str | None:
    """Return the credential meant beside a role that is named.

    It is the best known of an issuer that is named ("will PMI audit a team lead"), or the one of the talk
    when a pronoun stands for it ("do i need it for a pmo job").
    """
    if kind_of_aspect(aspect) != "credential" or subject not in knowledge.roles:
        return None
    pronoun = _PRONOUN.search(question.text) is not None
    return flagship(question.text, knowledge) or (context.newest(knowledge.credentials) if pronoun else None)


def _subject_of_talk(aspect: str, question: Question, context: Context, knowledge: Knowledge) -> str | None:
    """Return what a question that names nothing is about: what it points at, or the newest that fits."""
    named = pointed(question.text, context.listed, context.subjects[-1] if context.subjects else None)
    if named is not None:
        return named
    kind = kind_of_aspect(aspect)
    if kind == "credential":
        known = flagship(question.text, knowledge) or context.newest(knowledge.credentials)
        return known or (context.newest(knowledge.roles) if aspect in _OF_ROLES_TOO else None)
    if kind == "role":
        return context.newest(knowledge.roles)
    return context.subjects[-1] if context.subjects else None


def _without_subject(aspect: str) -> AnswerId | None:
    if kind_of_aspect(aspect) == "role":
        return AnswerId("role", (DEFAULT_ROLE, aspect))
    return AnswerId("topic", ("which_certification",)) if aspect == "need" else None
