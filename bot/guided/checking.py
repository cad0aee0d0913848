"""The eligibility check as a talk: one short question at a time, then the verdict with its working."""

from __future__ import annotations

from datetime import date

from bot.answer_id import AnswerId
from bot.answers.answer import Choice
from bot.answers.wording import question as worded
from bot.eligibility.asking import ask, why
from bot.eligibility.assess import assess
from bot.eligibility.questions import next_question
from bot.eligibility.verdict import Question, Verdict
from bot.eligibility.wording import name_of, verdict_sources, verdict_text
from bot.guided.state import Guided
from bot.guided.turn import Turn, reply
from bot.knowledge.base import Knowledge
from bot.profile.person import Person

_MOST_CHOICES = 8
_SKIP = Choice("Skip", "", "prefer not to say")


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

    def again(self, guided: Guided, person: Person, today: date, before: str) -> Turn:
        """Return the question that is open once more, after ``before``."""
        return self.step(guided, person, today, before)

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
        choices = [Choice(button.title, state.id, button.value) for button in asked.buttons[:_MOST_CHOICES]]
        if all(choice.say != "not sure" for choice in choices):
            choices.append(Choice(_SKIP.title, state.id, _SKIP.say))
        text = f"{before}\n\n{asked.text}" if before else asked.text
        return Turn(reply(state.id, text, choices), person, state, (str(state.subject),))

    def _verdict(self, guided: Guided, person: Person, today: date, before: str) -> Turn:
        verdict = assess(str(guided.subject), person, self._knowledge, today, guided.level)
        text = verdict_text(verdict, self._knowledge)
        state = Guided("eligibility", guided.subject, guided.level)
        answer = reply(
            state.id,
            f"{before}\n\n{text}" if before else text,
            self._next(verdict, state),
            sources=verdict_sources(verdict),
        )
        return Turn(answer, person, state, (str(guided.subject),))

    def _next(self, verdict: Verdict, state: Guided) -> list[Choice]:
        """Return what makes sense after a verdict: how to go on, or what is open instead."""
        choices = []
        if verdict.is_yes:
            aspects = ("application", "cost", "exam")
        else:
            choices.append(
                Choice(
                    "Make me a plan for it", "tool/plan", f"make me a plan to get the {verdict.credential}"
                )
            )
            aspects = ("eligibility", "cost")
        if verdict.nearest is not None:
            choices.append(self._choice("credential", verdict.nearest, "overview"))
        choices += [self._choice("credential", verdict.credential, aspect) for aspect in aspects]
        choices += [
            Choice(f"Check {level}", state.id, f"check {level}") for level in verdict.other_levels[:2]
        ]
        known = [
            choice
            for choice in choices
            if choice.say or self._knowledge.can_answer(AnswerId.parse(choice.id))
        ]
        return known[:5]

    def _choice(self, kind: str, name: str, aspect: str) -> Choice:
        answer = AnswerId.parse(f"{kind}/{name}/{aspect}")
        return Choice(worded(answer, self._knowledge), str(answer))
