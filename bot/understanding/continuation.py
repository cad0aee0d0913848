"""Messages that lean on the answers before: "do they pay you", "and scrum masters?", "back to that move"."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId, compare
from bot.knowledge.base import Knowledge
from bot.knowledge.models import Topic
from bot.understanding.aspects import ASPECTS, about, kind_of_aspect
from bot.understanding.context import Context
from bot.understanding.question import Question
from bot.understanding.wording import is_return

_TOPIC = "topic_"
# How far the topic of the talk may stand behind the first choice and still be meant, and the least it needs.
_BEHIND = 0.35
_LEAST = 0.2
# Small talk in the middle of a topic counts from this confidence on.
_SURE_SMALLTALK = 0.65
_FEW_WORDS = 3
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_REFERS = re.compile(
    r"\b(?:it|its|they|them|their|theirs|that|this|those|these|ones?|there|the same|then|instead|either|both|each)\b"
    r"|^\W*(?:and|but|so|or|ok|okay|then|also|what about|how about)\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(r"\bhow (?:long|many (?:years|yrs|months))\b", re.IGNORECASE)
_THOSE_TWO = re.compile(r"\b(?:those|these|the) (?:two|both)\b|\bthe comparison\b")
_THE_MOVE = re.compile(r"\b(?:that|the) (?:move|switch|change|step|transition|jump|path|way)\b")


def refers_back(text: str) -> bool:
    """Tell whether a text leans on what was said before: a pronoun, "and ...", or a few words alone."""
    return len(_WORD.findall(text)) <= _FEW_WORDS or _REFERS.search(text) is not None


def topic_of_talk(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return what a message that names nothing asks when it goes on with the topic of the last answer.

    It stays with the topic when the topic's intent is not far behind the first choice, or when the topic covers
    the aspect that is asked; an aspect that it does not cover is asked of the role that the topic is about.
    """
    topic, last = _topic(context, knowledge), context.last_id
    if topic is None or last is None or question.subjects or not question.intents:
        return None
    if not refers_back(question.text):
        return None
    if "study_time" in topic.covers and _HOW_LONG.search(question.text):
        return last
    first, confidence = _first_question(question)
    own = dict(question.intents).get(_TOPIC + last.parts[0], 0.0)
    if (own >= _LEAST and own >= confidence - _BEHIND) or first in topic.covers:
        return last
    if first in ASPECTS and first != "overview" and kind_of_aspect(first) != "credential":
        return about(topic.about, first, knowledge) if topic.about else last
    return None


def _first_question(question: Question) -> tuple[str, float]:
    """Return the likeliest intent, leaving out small talk that is not sure."""
    first = question.intents[0]
    if not first[0].startswith("smalltalk_") or first[1] >= _SURE_SMALLTALK:
        return first
    return next((item for item in question.intents if not item[0].startswith("smalltalk_")), first)


def topic_of_others(subject: str, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return what "and scrum masters?" asks after a topic: the matching aspect, else the topic again."""
    topic, last = _topic(context, knowledge), context.last_id
    if topic is None:
        return None
    aspect = topic.of_role if subject in knowledge.roles else topic.of_credential
    if aspect is not None:
        return about(subject, aspect, knowledge)
    return last if subject in knowledge.roles and topic.about is None else None


def returned_to(question: Question, context: Context) -> AnswerId | None:
    """Return the earlier comparison or move that a text goes back to without naming it, else None."""
    lowered = question.text.lower()
    if not is_return(lowered):
        return None
    if _THOSE_TWO.search(lowered):
        last = context.last_of("compare")
        return compare(*last.parts) if last else None
    move = context.last_of("transition") if _THE_MOVE.search(lowered) else None
    return move if move is not None and set(question.subjects) <= set(move.parts) else None


def _topic(context: Context, knowledge: Knowledge) -> Topic | None:
    last = context.last_id
    return knowledge.topics.get(last.parts[0]) if last is not None and last.kind == "topic" else None
