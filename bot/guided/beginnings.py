"""What starts a guided talk: a button, a wish in words, "am i eligible", facts told under the rules."""

from __future__ import annotations

from dataclasses import replace

from bot.eligibility.levels import named_level
from bot.guided import about_me
from bot.guided.ends import credential_of, ends_of, goal_of
from bot.guided.moment import Moment
from bot.guided.signs import asks_for_check
from bot.guided.state import Guided
from bot.guided.talks import Talks
from bot.guided.turn import Turn
from bot.profile.person import Person
from bot.profile.replies import is_question
from bot.understanding.question import Question

_NOTHING_SAID = Question("")


class Beginnings:
    """Starts guided talks. Holds no state of a talk."""

    def __init__(self, talks: Talks) -> None:
        self._talks = talks

    def by_id(self, answer_id: str, moment: Moment) -> Turn | None:
        """Return the first turn of the tool that an id names, None for another id.

        The words of the message do not count: it was a button, or a mere "yes".
        """
        tool, subject = _tool_in(answer_id)
        silent = replace(moment, question=_NOTHING_SAID)
        if tool == "plan":
            return self.plan(silent)
        if tool == "map":
            return self.map(silent)
        if tool == "profile":
            return about_me.told(moment.person, self._talks.knowledge)
        if tool == "eligibility" and self._talks.checking.can_check(subject):
            return self._talks.checking.step(_same_or_new(moment, subject), moment.person, moment.today)
        return None

    def talk_of(self, answer_id: str, moment: Moment) -> Guided | None:
        """Return the guided talk that a button which says words belongs to.

        It is the one that runs, not paused any more, or an older check, taken up where it stands by now.
        """
        guided = moment.guided
        if guided is not None and guided.id == answer_id:
            return replace(guided, paused=False)
        tool, subject = _tool_in(answer_id)
        if tool == "eligibility" and self._talks.checking.can_check(subject):
            check = Guided("eligibility", subject)
            return self._talks.checking.step(check, moment.person, moment.today).guided
        return guided

    def plan(self, moment: Moment) -> Turn:
        """Return the first turn of a plan to the goal that is named, was told, or is talked about."""
        state = Guided("plan", goal_of(moment.question, moment.context))
        return self._talks.planner.step(state, moment.person_after(), moment.today)

    def map(self, moment: Moment) -> Turn:
        """Return the map, with the place and the goal that are named or known."""
        place, goal = ends_of(moment.question, moment.context, self._talks.knowledge)
        return self._talks.mapping.shown(moment.person_after(), place, goal)

    def check(self, moment: Moment) -> Turn | None:
        """Return the first turn of a check that the message asks for, or goes on into by telling facts."""
        told = replace(moment.read(), role=None, goal=None, country=None) != Person()
        if asks_for_check(moment.text, tells_facts=told):
            return self._asked_for(moment)
        return self._under_the_rules(moment)

    def _asked_for(self, moment: Moment) -> Turn | None:
        credential = credential_of(moment.question, moment.context, self._talks.knowledge)
        if credential is None or not self._talks.checking.can_check(credential):
            return None
        level = named_level(moment.text, credential, self._talks.knowledge)
        state = Guided("eligibility", credential, level)
        return self._talks.checking.step(state, moment.person_after(), moment.today)

    def _under_the_rules(self, moment: Moment) -> Turn | None:
        """Return the check of the credential whose rules were told last, when only facts follow."""
        last = moment.context.last_id
        if last is None or last.kind != "credential" or last.parts[1] != "eligibility":
            return None
        if moment.question.subjects or "?" in moment.text or is_question(moment.text.lower()):
            return None
        facts, credential = moment.read("education"), last.parts[0]
        if facts == Person() or not self._talks.checking.can_check(credential):
            return None
        state = Guided("eligibility", credential)
        return self._talks.checking.step(state, moment.person.merged(facts), moment.today)


def _tool_in(answer_id: str) -> tuple[str, str]:
    """Return the tool and the subject that an id names, both empty when it is none of a tool."""
    kind, _, rest = answer_id.partition("/")
    tool, _, subject = rest.partition("/")
    return (tool, subject) if kind == "tool" else ("", "")


def _same_or_new(moment: Moment, subject: str) -> Guided:
    """Return the check that runs when it is of ``subject``, with its level, or else a new one."""
    guided = moment.guided
    if guided is not None and guided.tool == "eligibility" and guided.subject == subject:
        return guided
    return Guided("eligibility", subject)
