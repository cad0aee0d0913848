"""Composes the reply for a resolution."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.answer_id import AnswerId
from bot.answers.answer import Answer, Choice
from bot.answers.comparisons import comparison_draft
from bot.answers.draft import Draft, written
from bot.answers.follow_ups import follow_ups
from bot.answers.moves import move_draft
from bot.answers.sources import overdue_note, source_lines
from bot.answers.wording import question, subject_name
from bot.knowledge.base import Knowledge
from bot.knowledge.fields import LanguageCode
from bot.knowledge.graph import CareerGraph
from bot.understanding.question import Resolution

MOST_SOURCES = 6
_BESIDE_OPTIONS = 3
_MEANT = "I meant: {}"
# Before an answer in English to a question in another language.
_IN_ENGLISH = {"de": "Ich kann nur auf Englisch antworten:"}
_HUMAN = "smalltalk/human_handoff"
_ASK_BACK = "I am not sure which of these you mean. Is it one of them?"
_ASK_ONE = "I am not sure that I understood. Do you mean this?"
_ASK_SUBJECT = "Which one do you mean? Choose one, or name another."
_STILL_UNSURE = (
    "I am sorry, I still do not see what you mean. Try a role or a certificate and one thing about it, such "
    'as "PMP cost" or "PMO analyst pay", or choose one of these.'
)


class Composer:
    """Builds answers from the knowledge. Holds no state of a talk."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._graph = CareerGraph(knowledge)

    def compose(
        self, resolution: Resolution, today: date, answered: Iterable[str] = (), unsure: int = 0
    ) -> Answer:
        """Return the reply.

        ``today`` decides which facts are past review; ``answered`` lists ids that are not to be offered
        again; ``unsure`` counts the doubtful turns just before this one.
        """
        answer = resolution.id
        if answer.kind == "clarify":
            return self._clarify(resolution, unsure)
        if answer.kind in ("smalltalk", "out_of_scope"):
            return self._phrase(resolution, answered, unsure)
        draft = self._draft(resolution)
        text = draft.more if resolution.more and draft.more else draft.text
        if resolution.language in _IN_ENGLISH:
            text = f"{_IN_ENGLISH[resolution.language]} {text}"
        note = overdue_note(draft.facts, today)
        return Answer(
            id=str(answer),
            text=f"{text}\n\n{note}" if note else text,
            more=None if resolution.more else draft.more,
            table=draft.table,
            sources=source_lines(draft.facts, self._knowledge)[:MOST_SOURCES],
            follow_ups=self._follow_ups(resolution, draft, answered),
            options=self._perhaps_meant(resolution),
            confidence=round(resolution.confidence, 3),
        )

    def _follow_ups(
        self, resolution: Resolution, draft: Draft, answered: Iterable[str]
    ) -> tuple[Choice, ...]:
        """Return what to ask next; less of it where other readings are to choose from."""
        listed = [*map(str, resolution.others), *draft.listed]
        left_out = {*answered, *map(str, resolution.options)}
        found = follow_ups(resolution.id, listed, self._knowledge, left_out)
        return found[:_BESIDE_OPTIONS] if resolution.options else found

    def _perhaps_meant(self, resolution: Resolution) -> tuple[Choice, ...]:
        return tuple(
            Choice(_MEANT.format(question(option, self._knowledge)), str(option))
            for option in resolution.options
        )

    def _draft(self, resolution: Resolution) -> Draft:
        answer, knowledge = resolution.id, self._knowledge
        if answer.kind == "transition":
            return move_draft(answer, resolution.profession, knowledge, self._graph)
        if answer.kind == "compare":
            return comparison_draft(answer, resolution.angle, knowledge)
        located = knowledge.passage(answer)
        return written(located, knowledge) if located is not None else self._not_yet(answer)

    def _not_yet(self, answer: AnswerId) -> Draft:
        """Say plainly that there is no checked answer, and what is known instead."""
        knowledge = self._knowledge
        if answer.kind in ("role", "credential") and knowledge.is_subject(answer.parts[0]):
            located = knowledge.passage(AnswerId(answer.kind, (answer.parts[0], "overview")))
            if located is not None:
                draft = written(located, knowledge)
                name = subject_name(answer.parts[0], knowledge)
                draft.text = (
                    f"I have no checked answer to that about {name} yet. What I do know: {draft.text}"
                )
                return draft
        return Draft("I have no checked answer to that yet, and I would rather say so than guess.")

    def _phrase(self, resolution: Resolution, answered: Iterable[str], unsure: int) -> Answer:
        answer = resolution.id
        phrase = self._knowledge.phrases[str(answer)]
        if resolution.urgent and phrase.urgent:
            return Answer(id=str(answer), text=phrase.urgent, confidence=resolution.confidence)
        text = phrase.languages.get(LanguageCode(resolution.language or ""), phrase.answer)
        places = "\n".join(f"- [{place.name}]({place.url})" for place in phrase.places)
        listed = [_HUMAN, *phrase.follow_ups] if unsure else phrase.follow_ups
        return Answer(
            id=str(answer),
            text=f"{text}\n\n{places}" if places else text,
            more=phrase.more,
            follow_ups=follow_ups(answer, map(str, listed), self._knowledge, answered),
            options=self._perhaps_meant(resolution),
            confidence=round(resolution.confidence, 3),
        )

    def _clarify(self, resolution: Resolution, unsure: int) -> Answer:
        options = tuple(
            Choice(question(option, self._knowledge), str(option)) for option in resolution.options
        )
        if unsure:
            text = _STILL_UNSURE
            options = (*options, Choice(question(AnswerId.parse(_HUMAN), self._knowledge), _HUMAN))
        else:
            text = _ASK_SUBJECT if "without a subject" in resolution.reason else _ASK_BACK
            text = text if len(options) > 1 else _ASK_ONE
        return Answer(
            id="clarify",
            text=text,
            options=options,
            follow_ups=options,
            confidence=round(resolution.confidence, 3),
        )
