"""Decides which answer a message gets, or that it is better to ask back or to decline."""

from __future__ import annotations

from dataclasses import replace

from bot.answer_id import AnswerId
from bot.knowledge.base import Knowledge
from bot.understanding.asked_names import asked_mentions
from bot.understanding.aspects import aspect_of
from bot.understanding.choices import chosen
from bot.understanding.context import Context
from bot.understanding.continuation import refers_back, topic_of_talk
from bot.understanding.doubt import (
    CLARIFY,
    NO_QUESTION,
    TIE,
    UNSURE,
    is_tie,
    likely_answers,
    missing_subject,
    other_readings,
)
from bot.understanding.evident import evident_answer
from bot.understanding.further import further_questions
from bot.understanding.intents import answer_for
from bot.understanding.language import likely_language_of
from bot.understanding.leaning import explained_by_talk
from bot.understanding.loose_names import LooseNames
from bot.understanding.oneself import tells_profession
from bot.understanding.question import Question, Resolution
from bot.understanding.refusals import GIBBERISH, OTHER_LANGUAGE, UNRELATED, refused
from bot.understanding.settled import settled

# Confidences are calibrated in training: 5 % of real questions fall below 0.5. Below it the person is asked
# what was meant, and below DECLINE nothing in the ranking is worth offering.
ANSWER = 0.5
DECLINE = 0.3
# A name that we know is evidence by itself, and so is a message that leans on the talk: then less is enough.
ANSWER_WITH_SUPPORT = 0.4

_REFUSAL = "out_of_scope_"
# Questions about the assistant, which "what does it ask of me" may be mistaken for in the middle of a talk.
_ABOUT_THE_ASSISTANT = (
    "smalltalk_help",
    "smalltalk_bot_identity",
    "smalltalk_privacy",
    "smalltalk_human_handoff",
)
SURE_SMALL_TALK, LIKELY_QUESTION = 0.65, 0.2
_OTHER_CAREER = "out_of_scope_other_career"


class Resolver:
    """Resolves questions against the knowledge. Holds no state of a talk."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._loose_names = LooseNames(knowledge)

    def resolve(self, question: Question, context: Context) -> Resolution:
        """Return the answer for ``question`` in a talk that stands at ``context``. Never fails."""
        pressed = question.pressed
        if pressed is None:
            pressed = chosen(question.text, context, self._knowledge)
        if pressed is not None:
            return self._pressed(pressed)
        return refused(question) or self._understood(question, context)

    def _pressed(self, text: str) -> Resolution:
        try:
            answer = AnswerId.parse(text)
        except ValueError:
            return Resolution(GIBBERISH, 1.0, "a button with an unreadable id")
        if not self._knowledge.can_answer(answer):
            return Resolution(UNRELATED, 1.0, "a button that leads nowhere")
        return Resolution(answer, 1.0, "button", aspect=aspect_of(answer))

    def _understood(self, question: Question, context: Context) -> Resolution:
        """Return the answer to words: from the talk, else from the ranking, with what they ask besides."""
        kind = context.kind(self._knowledge)
        spoken = self._loose_names.add(question.text, question.mentions, kind)
        question = replace(question, mentions=asked_mentions(question.text, spoken))
        leaning = explained_by_talk(question, spoken, context, self._knowledge)
        found = leaning or self._ranked(question, context)
        if found.id == OTHER_LANGUAGE:
            return replace(found, language=likely_language_of(question.text, question.places))
        besides = (*found.others, *further_questions(found.id, question, context, self._knowledge))
        others = tuple(other for other in dict.fromkeys(besides) if other != found.id)
        options = found.options or other_readings(found, question, context, self._knowledge)
        return replace(found, named=found.named or question.subjects, others=others, options=options)

    def _ranked(self, question: Question, context: Context) -> Resolution:
        if not question.intents:
            return Resolution(GIBBERISH, 1.0, "no intent")
        question = _beside_refusal(_beside_small_talk(question, context))
        return self._by_words(question, context) or self._by_intent(question, context)

    def _by_words(self, question: Question, context: Context) -> Resolution | None:
        """Return what is plain beside the ranking: the words themselves, or that the topic goes on."""
        confidence = max(question.intents[0][1], ANSWER)
        evident = self._evident(question, context)
        if evident is not None:
            return settled(evident, confidence, "the words themselves", question, context)
        topic = topic_of_talk(question, context, self._knowledge)
        if topic is not None:
            return settled(topic, confidence, "goes on with the topic", question, context)
        return None

    def _evident(self, question: Question, context: Context) -> AnswerId | None:
        """Return what the words show by themselves, unless the intent says that nothing is asked of us."""
        intent, confidence = question.intents[0]
        if intent.startswith(NO_QUESTION) and intent != _OTHER_CAREER:
            return None
        found = evident_answer(question, context, self._knowledge)
        if intent == _OTHER_CAREER and found is not None and found.kind == "compare" and confidence >= ANSWER:
            return None
        return found

    def _by_intent(self, question: Question, context: Context) -> Resolution:
        """Return the answer that the first intent means, or ask back when it is not sure or not alone."""
        intent, confidence = question.intents[0]
        if intent == _OTHER_CAREER and tells_profession(question, context):
            intent = "transition"
        if confidence < _enough(intent, question, context):
            return self._doubtful(question, context)
        answer = answer_for(intent, question, context, self._knowledge)
        if answer is None:
            return missing_subject(intent, confidence, self._knowledge)
        found = settled(answer, confidence, f"intent {intent}", question, context)
        return self._tied(answer, question, context) or replace(found, more=intent == "tell_more")

    def _tied(self, answer: AnswerId, question: Question, context: Context) -> Resolution | None:
        """Ask back when a first message reads two ways that are about as likely, else None."""
        alone = context.answered is None and not question.clauses
        if not alone or not is_tie(question) or answer.kind in ("smalltalk", "out_of_scope"):
            return None
        options = likely_answers(question, context, self._knowledge)
        if len(options) < 2:  # noqa: PLR2004 - two readings
            return None
        return Resolution(CLARIFY, question.intents[0][1], "two readings are as likely", options)

    def _doubtful(self, question: Question, context: Context) -> Resolution:
        """Offer the likeliest readings, or decline when there is none worth offering."""
        intent, confidence = question.intents[0]
        named = bool(question.subjects)
        if intent.startswith(NO_QUESTION) and not named and confidence >= DECLINE:
            answer = answer_for(intent, question, context, self._knowledge) or UNRELATED
            return Resolution(answer, confidence, f"intent {intent}, with some doubt")
        options = likely_answers(question, context, self._knowledge)
        if options and (named or confidence >= DECLINE):
            return Resolution(CLARIFY, confidence, "in doubt", options)
        return Resolution(UNRELATED, confidence, "nothing likely enough")


def _enough(intent: str, question: Question, context: Context) -> float:
    """Return the confidence from which a first intent is answered."""
    named = bool(question.subjects)
    if intent.startswith(_REFUSAL) and named:
        return ANSWER
    supported = named or (context.answered is not None and refers_back(question.text))
    return ANSWER_WITH_SUPPORT if supported else ANSWER


def _beside_small_talk(question: Question, context: Context) -> Question:
    """Leave out unsure small talk about the assistant, in a talk where a question is likely enough."""
    intent, confidence = question.intents[0]
    unsure = intent in _ABOUT_THE_ASSISTANT and confidence < SURE_SMALL_TALK and context.answered is not None
    if not unsure or len(question.intents) == 1 or question.intents[1][1] < LIKELY_QUESTION:
        return question
    rest = question.intents[1:]
    return question if rest[0][0].startswith(NO_QUESTION) else replace(question, intents=rest)


def _beside_refusal(question: Question) -> Question:
    """Leave out "another career" where it is unsure and a question for us is about as likely."""
    if len(question.intents) < 2 or question.profession is not None:  # noqa: PLR2004 - two readings
        return question
    (intent, confidence), (second, next_best) = question.intents[:2]
    unsure = intent == _OTHER_CAREER and confidence < UNSURE and confidence - next_best < TIE
    if not unsure or second.startswith(NO_QUESTION):
        return question
    return replace(question, intents=((second, confidence), *question.intents[2:]))
