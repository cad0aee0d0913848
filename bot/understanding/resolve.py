"""Decides which answer a message gets, or that it is better to ask back or to decline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answer_id import AnswerId, compare
from bot.answers.wording import question as worded
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import ASPECTS, about
from bot.understanding.context import Context
from bot.understanding.continuation import refers_back, returned_to, topic_of_talk
from bot.understanding.doubt import CLARIFY, NO_QUESTION, is_tie, likely_answers, missing_subject
from bot.understanding.foreign_distress import is_foreign_distress
from bot.understanding.language import language_of, likely_language_of
from bot.understanding.loose_names import LooseNames
from bot.understanding.mention import Mention
from bot.understanding.pointing import only_points, picked, picks_from_talk, pointed, points_at_all
from bot.understanding.question import Question, Resolution
from bot.understanding.subjects import answer_for, bare_answer, comparison_angle, evident_answer
from bot.understanding.wording import (
    asked_mentions,
    asks,
    has_letters,
    is_bare,
    is_distress,
    is_foreign_script,
    is_loosely_bare,
    is_return,
    is_reversal,
    speaks_of_oneself,
    taken_back,
)

# Confidences are calibrated in training: 5 % of real questions fall below 0.5. Below it the person is asked
# what was meant, and below DECLINE nothing in the ranking is worth offering.
ANSWER = 0.5
DECLINE = 0.3
# A name that we know is evidence by itself, and so is a message that leans on the talk: less confidence is enough.
ANSWER_WITH_SUPPORT = 0.4
# A second question in a message is offered when its own reading is this sure.
OFFER = 0.5

# Questions about the assistant itself, which "what does it ask of me" may be mistaken for in the middle of a talk.
_ABOUT_THE_ASSISTANT = ("smalltalk_help", "smalltalk_bot_identity", "smalltalk_privacy", "smalltalk_human_handoff")
SURE_SMALL_TALK, LIKELY_QUESTION = 0.65, 0.2
_OTHER_CAREER = "out_of_scope_other_career"
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
        chosen = self._chosen(question.text, context)
        if chosen is not None:
            return self._pressed(chosen)
        plain = self._plain(question)
        if plain is not None:
            return plain
        spoken = self._loose_names.add(question.text, question.mentions, context.kind(self._knowledge))
        question = replace(question, mentions=asked_mentions(question.text, spoken))
        found = self._leaning(question, spoken, context) or self._ranked(question, context)
        if found.id == _OTHER_LANGUAGE:
            return replace(found, language=likely_language_of(question.text, question.places))
        named = found.named or question.subjects
        others = dict.fromkeys((*found.others, *self._further(found.id, question, context)))
        return replace(found, named=named, others=tuple(other for other in others if other != found.id))

    def _chosen(self, text: str, context: Context) -> str | None:
        """Return the offered answer that a text picks by its place or by its own words."""
        place = picked(text, len(context.offered))
        if place is not None and (context.unsure or len(context.listed) < 2 or not picks_from_talk(text)):  # noqa: PLR2004 - of two
            return context.offered[place]
        said = _plainly(text)
        return next((item for item in context.offered if said == _plainly(self._worded(item))), None)

    def _worded(self, item: str) -> str:
        answer = AnswerId.parse(item)
        return worded(answer, self._knowledge) if self._knowledge.can_answer(answer) else item

    def _plain(self, question: Question) -> Resolution | None:
        """Return the answer to what can be told without a classifier."""
        text = question.text
        if is_distress(text) or is_foreign_distress(text):
            return Resolution(_ADVICE, 1.0, "someone may be in danger", urgent=True)
        if not has_letters(text):
            return Resolution(_GIBBERISH, 1.0, "no letters")
        language = language_of(text, question.places)
        if language is not None or is_foreign_script(text):
            return Resolution(_OTHER_LANGUAGE, 1.0, "another language", language=language)
        return None

    def _pressed(self, text: str) -> Resolution:
        try:
            answer = AnswerId.parse(text)
        except ValueError:
            return Resolution(_GIBBERISH, 1.0, "a button with an unreadable id")
        if not self._knowledge.can_answer(answer):
            return Resolution(_UNRELATED, 1.0, "a button that leads nowhere")
        return Resolution(answer, 1.0, "button", aspect=_aspect_of(answer))

    def _leaning(
        self, question: Question, spoken: tuple[Mention, ...], context: Context
    ) -> Resolution | None:
        """Return the answer to a message that only the talk before explains."""
        last = context.last_id
        turns = last is not None and last.kind == "transition" and is_reversal(question.text)
        if last is not None and turns and len(question.subjects) < 2:  # noqa: PLR2004 - both ends named
            turned = AnswerId("transition", (last.parts[1], last.parts[0]))
            return Resolution(turned, 1.0, "the other way round", aspect="transition")
        earlier = returned_to(question, context)
        if earlier is not None:
            return self._found(earlier, 1.0, "back to it", question, context)
        return self._pointing(question, context) or self._bare(question, spoken, context)

    def _pointing(self, question: Question, context: Context) -> Resolution | None:
        """Return the answer about what "the first one" or "all three" stands for."""
        if question.subjects or not context.listed:
            return None
        intent = question.intents[0][0] if question.intents and not only_points(question.text) else ""
        asked = intent if intent in ASPECTS else context.aspect
        aspect = asked if asked in ASPECTS else "overview"
        if points_at_all(question.text):
            first, *rest = (about(name, str(aspect), self._knowledge) for name in context.listed)
            return replace(self._named(first, "all of them", context.listed), others=tuple(rest))
        name = pointed(question.text, context.listed, context.subjects[-1] if context.subjects else None)
        if name is None or intent in ("compare", "transition"):
            return None
        return self._named(about(name, str(aspect), self._knowledge), "the one pointed at", context.listed)

    def _named(self, answer: AnswerId, reason: str, named: tuple[str, ...]) -> Resolution:
        return Resolution(answer, 1.0, reason, aspect=_aspect_of(answer), named=named)

    def _bare(self, question: Question, spoken: tuple[Mention, ...], context: Context) -> Resolution | None:
        bare = is_bare(question.text, spoken)
        loosely = context.answered is not None and is_loosely_bare(question.text, spoken)
        if not question.subjects or not (bare or loosely):
            return None
        against = [mention.name for mention in taken_back(question.text, spoken)]
        corrected = _corrected(context, against, question.subjects)
        if corrected is not None and self._knowledge.can_answer(corrected):
            return self._named(corrected, "one of two corrected", corrected.parts)
        if is_return(question.text):
            context = replace(context, answered=None, aspect=None)
        answer = bare_answer(question, context, self._knowledge)
        if answer is None:
            return None
        return Resolution(answer, 1.0, "names only", aspect=_aspect_of(answer))

    def _ranked(self, question: Question, context: Context) -> Resolution:
        if not question.intents:
            return Resolution(_GIBBERISH, 1.0, "no intent")
        question = _beside_small_talk(question, context)
        intent, confidence = question.intents[0]
        evident = self._evident(intent, confidence, question, context)
        if evident is not None:
            return self._found(evident, max(confidence, ANSWER), "the words themselves", question, context)
        topic = topic_of_talk(question, context, self._knowledge)
        if topic is not None:
            return self._found(topic, max(confidence, ANSWER), "goes on with the topic", question, context)
        if intent == _OTHER_CAREER and self._tells_of_oneself(question, context):
            intent = "transition"
        subject = bool(question.subjects)
        if intent.startswith("out_of_scope_") and subject and confidence < ANSWER:
            return self._doubtful(question, context)
        supported = subject or (context.answered is not None and refers_back(question.text))
        if confidence < (ANSWER_WITH_SUPPORT if supported else ANSWER):
            return self._doubtful(question, context)
        answer = answer_for(intent, question, context, self._knowledge)
        if answer is None:
            return missing_subject(intent, confidence, self._knowledge)
        alone = context.answered is None and not question.clauses
        if alone and is_tie(question) and answer.kind not in ("smalltalk", "out_of_scope"):
            options = likely_answers(question, context, self._knowledge)
            if len(options) > 1:
                return Resolution(CLARIFY, confidence, "two readings are as likely", options)
        return self._found(answer, confidence, f"intent {intent}", question, context)

    def _evident(
        self, intent: str, confidence: float, question: Question, context: Context
    ) -> AnswerId | None:
        """Return what the words show by themselves, unless the intent says that nothing is asked of us."""
        if intent.startswith(NO_QUESTION) and intent != _OTHER_CAREER:
            return None
        found = evident_answer(question, context, self._knowledge)
        if intent == _OTHER_CAREER and found is not None and found.kind == "compare" and confidence >= ANSWER:
            return None
        return found

    def _tells_of_oneself(self, question: Question, context: Context) -> bool:
        """Tell whether someone says which profession they come from, and asks nothing about that profession."""
        in_talk = context.answered is not None or not asks(question.text)
        return in_talk and question.profession is not None and speaks_of_oneself(question.text)

    def _further(self, found: AnswerId, question: Question, context: Context) -> Iterator[AnswerId]:
        """Yield what a message asks besides: the same of other subjects, and its other clauses."""
        if found.kind in ("role", "credential") and found.parts[1] in ASPECTS:
            names = self._knowledge.roles if found.kind == "role" else self._knowledge.credentials
            asked = (name for name in question.subjects if name in names and name != found.parts[0])
            yield from (about(name, found.parts[1], self._knowledge) for name in asked)
        elif found.kind == "compare":
            left = (name for name in question.subjects if name not in found.parts)
            same = (name for name in left if self._knowledge.can_answer(compare(found.parts[0], name)))
            yield from (compare(found.parts[0], name) for name in same)
        for clause in question.clauses:
            yield from self._asked_in(clause, found, question, context)

    def _asked_in(
        self, clause: Question, found: AnswerId, question: Question, context: Context
    ) -> Iterator[AnswerId]:
        """Yield the answer to one clause of a longer message, when it is clear by itself."""
        if not clause.intents or clause.intents[0][1] < OFFER or clause.intents[0][0].startswith(NO_QUESTION):
            return
        talk = context.after(found, _aspect_of(found), (), question.subjects)
        answer = answer_for(clause.intents[0][0], clause, talk, self._knowledge)
        if answer is not None and self._knowledge.can_answer(answer):
            yield answer

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

    def _doubtful(self, question: Question, context: Context) -> Resolution:
        """Offer the likeliest readings, or decline when there is none worth offering."""
        intent, confidence = question.intents[0]
        named = bool(question.subjects)
        if intent.startswith(NO_QUESTION) and not named and confidence >= DECLINE:
            answer = answer_for(intent, question, context, self._knowledge) or _UNRELATED
            return Resolution(answer, confidence, f"intent {intent}, with some doubt")
        options = likely_answers(question, context, self._knowledge)
        if options and (named or confidence >= DECLINE):
            return Resolution(CLARIFY, confidence, "in doubt", options)
        return Resolution(_UNRELATED, confidence, "nothing likely enough")


def _corrected(context: Context, against: list[str], subjects: tuple[str, ...]) -> AnswerId | None:
    """Return the last comparison with the name that was taken back replaced: "not msp, agilepm"."""
    last = context.last_id
    if last is None or last.kind != "compare" or len(subjects) != 1 or not set(against) & set(last.parts):
        return None
    return compare(next(name for name in last.parts if name not in against), subjects[0])


def _beside_small_talk(question: Question, context: Context) -> Question:
    """Leave out small talk about the assistant that is not sure, in a talk where a question is likely enough."""
    intent, confidence = question.intents[0]
    unsure = intent in _ABOUT_THE_ASSISTANT and confidence < SURE_SMALL_TALK and context.answered is not None
    if not unsure or len(question.intents) == 1 or question.intents[1][1] < LIKELY_QUESTION:
        return question
    return question if question.intents[1][0].startswith(NO_QUESTION) else replace(question, intents=question.intents[1:])


def _plainly(text: str) -> str:
    """Return ``text`` as it is compared: without case, spaces around it and closing marks."""
    return text.casefold().strip().rstrip("?!. ")


def _aspect_of(answer: AnswerId) -> str | None:
    """Return the intent under which a name alone would continue this answer."""
    if answer.kind in ("role", "credential"):
        return answer.parts[1] if answer.parts[1] in ASPECTS else None
    return answer.kind if answer.kind in ("transition", "compare") else None
