"""Decides which answer a message gets, or that it is better to ask back or to decline."""

from __future__ import annotations

from dataclasses import replace

from bot.answer_id import AnswerId
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import ASPECTS, about, kind_of_aspect
from bot.understanding.context import Context
from bot.understanding.continuation import refers_back, topic_of_talk
from bot.understanding.loose_names import LooseNames
from bot.understanding.mention import Mention
from bot.understanding.question import Question, Resolution
from bot.understanding.subjects import (
    COMMON_CREDENTIALS,
    answer_for,
    bare_answer,
    comparison_angle,
    evident_answer,
)
from bot.understanding.wording import (
    asked_mentions,
    has_letters,
    is_bare,
    is_distress,
    is_foreign_script,
    is_loosely_bare,
    is_return,
    is_reversal,
    picked,
)

# Confidences are calibrated in training: 5 % of real questions fall below 0.5. Below it the person is asked
# what was meant, and below DECLINE nothing in the ranking is worth offering.
ANSWER = 0.5
DECLINE = 0.3
# A name that we know is evidence by itself: with one, a lower confidence is enough.
ANSWER_WITH_SUBJECT = 0.4
LEAST_OPTION = 0.15
MOST_OPTIONS = 3

CLARIFY = AnswerId("clarify")
_NO_QUESTION = ("out_of_scope_", "smalltalk_")
_UNRELATED = AnswerId("out_of_scope", ("unrelated",))
_GIBBERISH = AnswerId("out_of_scope", ("gibberish",))
_ADVICE = AnswerId("out_of_scope", ("advice",))
_OTHER_LANGUAGE = AnswerId("out_of_scope", ("other_language",))


class Resolver:
    """Resolves questions against the knowledge. Holds no state of a talk."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._loose_names = LooseNames(knowledge)

    def resolve(self, question: Question, context: Context) -> Resolution:
        """Return the answer for ``question`` in a talk that stands at ``context``. Never fails."""
        if question.pressed is not None:
            return self._pressed(question.pressed)
        place = picked(question.text)
        if place is not None and place < len(context.offered):
            return self._pressed(context.offered[place])
        plain = self._plain(question.text)
        if plain is not None:
            return plain
        spoken = self._loose_names.add(question.text, question.mentions, context.kind(self._knowledge))
        question = replace(question, mentions=asked_mentions(question.text, spoken))
        found = self._bare(question, spoken, context) or self._ranked(question, context)
        return replace(found, named=question.subjects)

    def _plain(self, text: str) -> Resolution | None:
        """Return the answer to what can be told without a classifier."""
        if is_distress(text):
            return Resolution(_ADVICE, 1.0, "someone may be in danger", urgent=True)
        if not has_letters(text):
            return Resolution(_GIBBERISH, 1.0, "no letters")
        if is_foreign_script(text):
            return Resolution(_OTHER_LANGUAGE, 1.0, "another script")
        return None

    def _pressed(self, text: str) -> Resolution:
        try:
            answer = AnswerId.parse(text)
        except ValueError:
            return Resolution(_GIBBERISH, 1.0, "a button with an unreadable id")
        if not self._knowledge.can_answer(answer):
            return Resolution(_UNRELATED, 1.0, "a button that leads nowhere")
        return Resolution(answer, 1.0, "button", aspect=_aspect_of(answer))

    def _bare(self, question: Question, spoken: tuple[Mention, ...], context: Context) -> Resolution | None:
        last = context.last_id
        if last is not None and last.kind == "transition" and is_reversal(question.text):
            turned = AnswerId("transition", (last.parts[1], last.parts[0]))
            return Resolution(turned, 1.0, "the other way round", aspect="transition")
        bare = is_bare(question.text, spoken)
        loosely = context.aspect is not None and is_loosely_bare(question.text, spoken)
        if not question.subjects or not (bare or loosely):
            return None
        if is_return(question.text):
            context = replace(context, answered=None, aspect=None)
        answer = bare_answer(question, context, self._knowledge)
        if answer is None:
            return None
        return Resolution(answer, 1.0, "names only", aspect=_aspect_of(answer))

    def _ranked(self, question: Question, context: Context) -> Resolution:
        if not question.intents:
            return Resolution(_GIBBERISH, 1.0, "no intent")
        intent, confidence = question.intents[0]
        evident = (
            None if intent.startswith(_NO_QUESTION) else evident_answer(question, context, self._knowledge)
        )
        if evident is not None:
            return self._found(evident, max(confidence, ANSWER), "the words themselves", question, context)
        topic = topic_of_talk(question, context, self._knowledge)
        if topic is not None:
            return self._found(topic, max(confidence, ANSWER), "goes on with the topic", question, context)
        subject = bool(question.subjects)
        if intent.startswith("out_of_scope_") and subject and confidence < ANSWER:
            return self._doubtful(question, context)
        supported = subject or (context.answered is not None and refers_back(question.text))
        if confidence < (ANSWER_WITH_SUBJECT if supported else ANSWER):
            return self._doubtful(question, context)
        answer = answer_for(intent, question, context, self._knowledge)
        if answer is None:
            return self._missing_subject(intent, confidence)
        return self._found(answer, confidence, f"intent {intent}", question, context)

    def _found(
        self, answer: AnswerId, confidence: float, reason: str, question: Question, context: Context
    ) -> Resolution:
        return Resolution(
            id=answer,
            confidence=confidence,
            reason=reason,
            angle=comparison_angle(question) if answer.kind == "compare" else None,
            profession=question.profession or context.profession,
            more=reason == "intent tell_more",
            aspect=_aspect_of(answer),
        )

    def _missing_subject(self, intent: str, confidence: float) -> Resolution:
        """Ask which credential is meant, or what to know, when the question needs a subject and has none."""
        if kind_of_aspect(intent) == "credential":
            options = tuple(
                about(name, intent, self._knowledge)
                for name in COMMON_CREDENTIALS
                if name in self._knowledge.credentials
            )
            return Resolution(CLARIFY, confidence, f"intent {intent} without a subject", options)
        options = tuple(
            AnswerId("topic", (name,))
            for name in ("which_certification", "career_ladder", "what_is_project_management")
            if name in self._knowledge.topics
        )
        return Resolution(CLARIFY, confidence, f"intent {intent} without a subject", options)

    def _doubtful(self, question: Question, context: Context) -> Resolution:
        """Offer the likeliest readings, or decline when there is none worth offering."""
        intent, confidence = question.intents[0]
        named = bool(question.subjects)
        if intent.startswith(_NO_QUESTION) and not named and confidence >= DECLINE:
            answer = answer_for(intent, question, context, self._knowledge) or _UNRELATED
            return Resolution(answer, confidence, f"intent {intent}, with some doubt")
        options = self._options(question, context)
        if options and (named or confidence >= DECLINE):
            return Resolution(CLARIFY, confidence, "in doubt", options)
        return Resolution(_UNRELATED, confidence, "nothing likely enough")

    def _options(self, question: Question, context: Context) -> tuple[AnswerId, ...]:
        """Return the likeliest answers of substance, best first."""
        options: list[AnswerId] = []
        for intent, likelihood in question.intents:
            if intent.startswith(_NO_QUESTION) or intent == "tell_more":
                continue
            if len(options) == MOST_OPTIONS or (likelihood < LEAST_OPTION and not question.subjects):
                break
            answer = answer_for(intent, question, context, self._knowledge)
            if answer is not None and answer not in options and self._knowledge.can_answer(answer):
                options.append(answer)
        return tuple(options)


def _aspect_of(answer: AnswerId) -> str | None:
    """Return the intent under which a name alone would continue this answer."""
    if answer.kind in ("role", "credential"):
        return answer.parts[1] if answer.parts[1] in ASPECTS else None
    return answer.kind if answer.kind in ("transition", "compare") else None
