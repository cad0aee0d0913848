"""Messages that go on with the topic of the answer before: "do they pay you"."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import ASPECTS, DEFAULT_ROLE, about, kind_of_aspect
from bot.understanding.context import Context
from bot.understanding.question import Question
from bot.understanding.topics import last_topic

_TOPIC = "topic_"
# How far the topic of the talk may stand behind the first choice and still be meant, and the least it needs.
_BEHIND = 0.35
_LEAST = 0.2
# Small talk in the middle of a topic counts from this confidence on.
_SURE_SMALLTALK = 0.65
_FEW_WORDS = 3
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_REFERS = re.compile(
    r"\b(?:it|its|they|them|their|theirs|that|this|those|these|ones?|there|the same|then|instead"
    r"|either|both|each)\b|^\W*(?:and|but|so|or|ok|okay|then|also|what about|how about)\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(r"\bhow (?:long|many (?:years|yrs|months))\b", re.IGNORECASE)


def refers_back(text: str) -> bool:
    """Tell whether a text leans on what was said before: a pronoun, "and ...", or a few words alone."""
    return len(_WORD.findall(text)) <= _FEW_WORDS or _REFERS.search(text) is not None


def topic_of_talk(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return what a message that names nothing asks when it goes on with the topic of the last answer.

    It stays with the topic when the topic's intent is not far behind the first choice, or when the topic
    covers the aspect that is asked; an aspect that it does not cover is asked of the role that the topic is
    about.
    """
    topic, last = last_topic(context, knowledge), context.last_id
    if topic is None or last is None or question.subjects or not question.intents:
        return None
    if not refers_back(question.text):
        return None
    first, confidence = _first_question(question)
    own = dict(question.intents).get(_TOPIC + last.parts[0], 0.0)
    near = own >= _LEAST and own >= confidence - _BEHIND
    asks_time = "study_time" in topic.covers and _HOW_LONG.search(question.text) is not None
    if near or asks_time or first in topic.covers:
        return last
    if first in ASPECTS and first != "overview" and kind_of_aspect(first) != "credential":
        return about(_role_meant(topic.about, context, knowledge), first, knowledge) if topic.about else last
    return None


def _role_meant(role: str, context: Context, knowledge: Knowledge) -> str:
    """Return the role of a topic, or for any project manager the one that the talk was about."""
    return (context.newest(knowledge.roles) or role) if role == DEFAULT_ROLE else role


def _first_question(question: Question) -> tuple[str, float]:
    """Return the likeliest intent, leaving out small talk that is not sure."""
    first = question.intents[0]
    if not first[0].startswith("smalltalk_") or first[1] >= _SURE_SMALLTALK:
        return first
    return next((item for item in question.intents if not item[0].startswith("smalltalk_")), first)
