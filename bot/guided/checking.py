"""The eligibility check as a talk: one short question at a time, then the verdict with its working."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.answer_id import AnswerId
from bot.answers.answer import Answer, Choice
from bot.answers.wording import capitalised
from bot.answers.wording import question as worded
from bot.eligibility.asking import ask, why
from bot.eligibility.assess import assess
from bot.eligibility.questions import next_question
from bot.eligibility.verdict import Question, Verdict
from bot.eligibility.wording import name_of, verdict_sources, verdict_text
from bot.guided.state import Guided
from bot.guided.turn import Turn, joined
from bot.knowledge.base import Knowledge
from bot.profile.person import Person

_MOST_ANSWERS = 8
_MOST_NEXT = 5
_MOST_LEVELS = 2
_AFTER_YES = ("application", "cost", "exam")
_AFTER_NO = ("eligibility", "cost")


class Checking:
    """Runs checks against the rules in the knowledge. Holds no state of a talk."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def can_check(self, credential: str) -> bool:
        """Tell whether the knowledge has rules for ``credential``."""
        known = self._knowledge.credentials.get(credential)
        return known is not None and bool(known.eligibility_paths)

    def step(self, guided: Guided, person: Person, today: date, before: str = "") -> Turn:
        """Return the next question, or the verdict when nothing is left to ask. ``before`` is said first."""
        credential = str(guided.subject)
        question = next_question(credential, person, self._knowledge, today, guided.level)
        if question is None:
            return self._verdict(guided, person, today, before)
        state = Guided("eligibility", credential, guided.level, question.name)
        intro = before or self._intro(guided)
        return self._asked(state, question, person, intro)

    def which_unit(self, guided: Guided, person: Person, number: float) -> Turn:
        """Return the question whether a bare ``number`` counts months or years; what was asked stays open."""
        units = [f"{number:g} months", f"{number:g} years"]
        choices = (*(Choice(capitalised(unit), guided.id, unit) for unit in units), self._skip(guided))
        answer = Answer(guided.id, f"Do you mean {' or '.join(units)}?", follow_ups=choices)
        return Turn(answer, person, replace(guided, paused=False), (str(guided.subject),))

    def reason(self, guided: Guided, person: Person, today: date) -> Turn:
        """Return why the open question is asked, and the question again."""
        question = next_question(str(guided.subject), person, self._knowledge, today, guided.level)
        if question is None:
            return self._verdict(guided, person, today, "")
        return self._asked(guided, question, person, why(question, self._knowledge))

    def _intro(self, guided: Guided) -> str:
        if guided.asking is not None:
            return ""
        name = name_of(str(guided.subject), guided.level, self._knowledge)
        return f'Let us check the {name} against its rules. Say "skip" or "stop" whenever you like.'

    def _asked(self, state: Guided, question: Question, person: Person, before: str) -> Turn:
        asked = ask(question, self._knowledge)
        choices = [Choice(button.title, state.id, button.value) for button in asked.buttons[:_MOST_ANSWERS]]
        if all(choice.say != "not sure" for choice in choices):
            choices.append(self._skip(state))
        answer = Answer(state.id, joined(before, asked.text), follow_ups=tuple(choices))
        return Turn(answer, person, state, (str(state.subject),))

    def _skip(self, state: Guided) -> Choice:
        return Choice("Skip", state.id, "prefer not to say")

    def _verdict(self, guided: Guided, person: Person, today: date, before: str) -> Turn:
        verdict = assess(str(guided.subject), person, self._knowledge, today, guided.level)
        state = Guided("eligibility", guided.subject, guided.level)
        answer = Answer(
            state.id,
            joined(before, verdict_text(verdict, self._knowledge)),
            sources=verdict_sources(verdict),
            follow_ups=tuple(self._next(verdict, state))[:_MOST_NEXT],
        )
        return Turn(answer, person, state, (str(guided.subject),))

    def _next(self, verdict: Verdict, state: Guided) -> Iterator[Choice]:
        """Yield what makes sense after a verdict: how to go on, or what is open instead."""
        if not verdict.is_yes:
            wanted = f"make me a plan to get the {verdict.credential}"
            yield Choice("Make me a plan for it", "tool/plan", wanted)
        ids = [AnswerId("credential", (verdict.nearest, "overview"))] if verdict.nearest else []
        aspects = _AFTER_YES if verdict.is_yes else _AFTER_NO
        ids += [AnswerId("credential", (verdict.credential, aspect)) for aspect in aspects]
        for answer in filter(self._knowledge.can_answer, ids):
            yield Choice(worded(answer, self._knowledge), str(answer))
        for level in verdict.other_levels[:_MOST_LEVELS]:
            yield Choice(f"Check {level}", state.id, f"check {level}")
