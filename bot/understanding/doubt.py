"""What to ask back when it is not clear enough what was meant."""

from __future__ import annotations

from bot.answer_id import AnswerId
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import about, kind_of_aspect
from bot.understanding.context import Context
from bot.understanding.intents import answer_for
from bot.understanding.question import Question, Resolution

CLARIFY = AnswerId("clarify")
NO_QUESTION = ("out_of_scope_", "smalltalk_")
MOST_OPTIONS = 3
# What to offer when a question needs a credential and none was named: the three that people ask for most.
COMMON_CREDENTIALS = ("pmp", "capm", "prince2")
# Of unsure answers whose second reading is this close, every second one was wrong on held-apart questions.
TIE, UNSURE = 0.05, 0.6
_FEWEST_OPTIONS = 2
# An answer less sure than this was wrong once in six on held-apart questions, and two times in three its
# second or third reading was the one meant; one surer than this was wrong once in thirty.
SURE = 0.85
# Unsure answers show so many other readings, very unsure ones one more.
_OTHERS = 2
# How likely a question must be to stand beside a refusal.
_BESIDE_REFUSAL = 0.25
_LEAST = 0.15
_GENERAL = ("which_certification", "career_ladder", "what_is_project_management")


def missing_subject(intent: str, confidence: float, knowledge: Knowledge) -> Resolution:
    """Ask which credential is meant, or what to know, when the question needs a subject and has none."""
    reason = f"intent {intent} without a subject"
    if kind_of_aspect(intent) == "credential":
        names = [name for name in COMMON_CREDENTIALS if name in knowledge.credentials]
        options = tuple(about(name, intent, knowledge) for name in names)
        return Resolution(CLARIFY, confidence, reason, options, aspect=intent)
    return Resolution(CLARIFY, confidence, reason, _general(knowledge))


def is_tie(question: Question) -> bool:
    """Tell whether the second reading, a question too, is about as likely as the first."""
    if len(question.intents) < 2:  # noqa: PLR2004 - two readings
        return False
    (_, best), (second, next_best) = question.intents[:2]
    return best < UNSURE and best - next_best < TIE and not second.startswith(NO_QUESTION)


def likely_answers(question: Question, context: Context, knowledge: Knowledge) -> tuple[AnswerId, ...]:
    """Return the two or three likeliest answers of substance, best first; none when nothing is likely."""
    options: list[AnswerId] = []
    for intent, likelihood in question.intents:
        if intent.startswith(NO_QUESTION) or intent == "tell_more":
            continue
        enough = likelihood >= _LEAST or question.subjects or (options and len(options) < _FEWEST_OPTIONS)
        if len(options) == MOST_OPTIONS or not enough:
            break
        answer = answer_for(intent, question, context, knowledge)
        if answer is not None and answer not in options and knowledge.can_answer(answer):
            options.append(answer)
    return tuple(options)


def other_readings(
    found: Resolution, question: Question, context: Context, knowledge: Knowledge
) -> tuple[AnswerId, ...]:
    """Return what an unsure question may mean instead of what was ``found``, best first."""
    if found.confidence >= SURE or found.id.kind in ("clarify", "smalltalk"):
        return ()
    refused = found.id.kind == "out_of_scope"
    most = _OTHERS + (found.confidence < UNSURE)
    readings: dict[AnswerId, None] = {}
    for intent, likelihood in question.intents:
        if intent.startswith(NO_QUESTION) or intent == "tell_more":
            continue
        if len(readings) == most or (refused and likelihood < _BESIDE_REFUSAL):
            break
        answer = answer_for(intent, question, context, knowledge)
        if answer is not None and answer != found.id and knowledge.can_answer(answer):
            readings[answer] = None
    return tuple(readings)


def _general(knowledge: Knowledge) -> tuple[AnswerId, ...]:
    return tuple(AnswerId("topic", (name,)) for name in _GENERAL if name in knowledge.topics)
