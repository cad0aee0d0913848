"""Messages that hold little more than names: "and capm?", "no, programme manager", "vs the pmi-acp"."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.understanding.aspects import ASPECTS, about
from bot.understanding.comparing import comparison_asked, is_against
from bot.understanding.context import Context
from bot.understanding.mention import Mention
from bot.understanding.moves import way
from bot.understanding.question import Question
from bot.understanding.small_words import WITHOUT_ASPECT
from bot.understanding.topics import topic_of_others

_FEW_WORDS = 4
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_WHAT_IS = re.compile(r"^\W*(?:and |ok |so )?what(?:'?s| is| are)\b(?! about)", re.IGNORECASE)
_SOFT_START = re.compile(
    r"^\W*(?:(?:and|n|or|ok|so|hm+)\W+)*(?:what about|how about|same for|(?:and|n|with|or)\b)", re.IGNORECASE
)


def is_bare(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether the text holds nothing but names and words without an aspect: "and capm?"."""
    if _WHAT_IS.match(text):
        return False
    position, rest = 0, []
    for mention in mentions:
        rest.append(text[position : mention.start])
        position = mention.end
    rest.append(text[position:])
    words = [word.lower() for piece in rest for word in _WORD.findall(piece)]
    return all(word in WITHOUT_ASPECT for word in words)


def is_loosely_bare(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether the text is little more than "what about X": a soft start, names, a few other words."""
    if not _SOFT_START.match(text):
        return False
    words = len(_WORD.findall(text)) - sum(
        len(_WORD.findall(m.text or text[m.start : m.end])) for m in mentions
    )
    return words <= _FEW_WORDS


def bare_answer(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the id for a message that is nothing but names; None when it names no role and no credential.

    The aspect of the last answer is kept; without one, the overview or the comparison is meant. A profession
    beside a credential alone means nothing.
    """
    subjects = question.subjects
    if len(subjects) > 1:
        return way(question) or comparison_asked(question, context, knowledge)
    if not subjects:
        return None
    subject = subjects[0]
    if question.profession:
        is_role = subject in knowledge.roles
        return (way(question) or AnswerId("transition", (OUTSIDE, subject))) if is_role else None
    return (
        _move_with_another_end(subject, question, context, knowledge)
        or _set_against(subject, question, context, knowledge)
        or _with_the_aspect_kept(subject, context, knowledge)
    )


def _move_with_another_end(
    subject: str, question: Question, context: Context, knowledge: Knowledge
) -> AnswerId | None:
    """Return the last move with the named role as its goal, or as its start where the words say so."""
    last = context.last_id
    if last is None or last.kind != "transition" or subject not in knowledge.roles or subject in last.parts:
        return None
    start, goal = last.parts
    return AnswerId("transition", (subject, goal) if question.named("from") else (start, subject))


def _set_against(subject: str, question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return the comparison with what the talk is about, after a comparison or a word such as "versus"."""
    last = context.last_id
    if last is None or subject in last.parts:
        return None
    against = last.kind == "compare" or is_against(question.text)
    return comparison_asked(question, context, knowledge) if against else None


def _with_the_aspect_kept(subject: str, context: Context, knowledge: Knowledge) -> AnswerId:
    """Return the aspect of the last answer, or what the last topic means for the subject."""
    if context.aspect in ASPECTS:
        return about(subject, str(context.aspect), knowledge)
    return topic_of_others(subject, context, knowledge) or about(subject, "overview", knowledge)
