"""Messages that lean on the answer before: "do they pay you", "so how long", "and in Germany?"."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import ASPECTS, about
from bot.understanding.context import Context
from bot.understanding.question import Question

_TOPIC = "topic_"
# How far the topic of the talk may stand behind the first choice and still be meant, and the least it needs.
_BEHIND = 0.35
_LEAST = 0.2
_FEW_WORDS = 3
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_REFERS = re.compile(
    r"\b(?:it|its|they|them|their|theirs|that|this|those|these|one|ones|there|the same|then|instead|either|both)\b"
    r"|^\W*(?:and|but|so|or|ok|okay|then|also|what about|how about)\b",
    re.IGNORECASE,
)


def refers_back(text: str) -> bool:
    """Tell whether a text leans on what was said before: a pronoun, "and ...", or a few words alone."""
    return len(_WORD.findall(text)) <= _FEW_WORDS or _REFERS.search(text) is not None


def topic_of_talk(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the topic of the last answer when this message goes on with it, else None.

    It does when it names nothing, refers back, and the topic's intent is not far behind the first choice; or
    when it asks an aspect ("do they pay you") and the topic is about no role that the aspect could belong to.
    """
    last = context.last_id
    if last is None or last.kind != "topic" or question.subjects or not question.intents:
        return None
    first, confidence = question.intents[0]
    own = dict(question.intents).get(_TOPIC + last.parts[0], 0.0)
    if own >= _LEAST and own >= confidence - _BEHIND and refers_back(question.text):
        return last
    topic = knowledge.topics.get(last.parts[0])
    if first in ASPECTS and topic is not None and refers_back(question.text):
        return about(topic.about, first, knowledge) if topic.about else last
    return None
