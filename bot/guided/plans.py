"""The plan as a talk: where from and where to, then the plan, and what changes with another pace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.answer_id import AnswerId
from bot.answers.answer import Answer, Choice, Download
from bot.answers.wording import capitalised, subject_name
from bot.answers.wording import question as worded
from bot.guided.state import Guided
from bot.guided.turn import Turn, joined
from bot.knowledge.base import Knowledge
from bot.planning.make import make_plan
from bot.planning.plan import Plan
from bot.planning.ticket import PlanRequest
from bot.planning.what_if import difference
from bot.planning.wording import in_chat, side_by_side, sources, taken_for_granted
from bot.profile.person import Person

ID = "tool/plan"
Sign = Callable[[PlanRequest], str]
_PLACES = ("pmo_analyst", "project_coordinator", "project_manager", "business_analyst", "scrum_master")
_GOALS = ("project_manager", "program_manager", "pmo_manager", "product_owner", "chief_operating_officer")
_OTHER_PACES = (5, 10, 15)
_WHERE_TO = "Where would you like to get to? Name a job or a certificate."
_WHERE_FROM = "Where are you now? Name your present job in a few words; any job will do."
_WHY = "The way, and the time that it takes, depend on where you start and where you want to get to."


@dataclass(frozen=True)
class Planner:
    """Makes plans in a talk. ``sign`` makes the ticket of a plan's files; without it no files are offered."""

    knowledge: Knowledge
    sign: Sign | None = None

    def step(self, guided: Guided, person: Person, today: date, before: str = "") -> Turn:
        """Return the next question, or the plan when place and goal are known."""
        goal = guided.subject or person.goal
        if goal is None:
            return self._ask(Guided("plan", asking="goal"), person, joined(before, _WHERE_TO), _GOALS)
        if not _knows_place(person):
            state = Guided("plan", goal, guided.level, "role")
            return self._ask(state, person, joined(before, _WHERE_FROM), _PLACES)
        return self._plan(Guided("plan", goal, guided.level), person, today, before)

    def paced(self, guided: Guided, person: Person, paced: Person, today: date) -> Turn:
        """Return the plan at another pace of study, and what that changes."""
        goal = guided.subject or paced.goal
        if goal is None or not _knows_place(paced):
            return self.step(guided, paced, today)
        before = make_plan(person, goal, self.knowledge, today, guided.level)
        after = make_plan(paced, goal, self.knowledge, today, guided.level)
        return self._told(guided, paced, after, difference(before, after, self.knowledge))

    def reason(self, guided: Guided, person: Person, today: date) -> Turn:
        """Return why the open question is asked, and the question again."""
        return self.step(guided, person, today, _WHY)

    def _ask(self, state: Guided, person: Person, text: str, places: tuple[str, ...]) -> Turn:
        """Return a question for a job, with some jobs to choose from."""
        known = [name for name in places if name in self.knowledge.roles and name != state.subject]
        names = [str(self.knowledge.roles[name].name) for name in known]
        choices = [Choice(capitalised(name), ID, name) for name in names]
        if state.asking == "role":
            choices.append(Choice("Another job", ID, "prefer not to say"))
        return Turn(Answer(ID, text, follow_ups=tuple(choices)), person, state)

    def _plan(self, guided: Guided, person: Person, today: date, before: str) -> Turn:
        plan = make_plan(person, str(guided.subject), self.knowledge, today, guided.level)
        return self._told(guided, person, plan, before)

    def _told(self, guided: Guided, person: Person, plan: Plan, before: str) -> Turn:
        answer = Answer(
            ID,
            joined(before, in_chat(plan, self.knowledge)),
            more=taken_for_granted(plan) or None,
            table=side_by_side(plan, self.knowledge),
            downloads=self._files(plan, person, guided),
            sources=sources(plan, self.knowledge),
            follow_ups=tuple(self._next(plan, person)),
        )
        topic = tuple(name for name in (plan.start, plan.goal) if self.knowledge.is_subject(name))
        return Turn(answer, person, Guided("plan", guided.subject, guided.level), topic)

    def _next(self, plan: Plan, person: Person) -> Iterator[Choice]:
        """Yield what makes sense under a plan: another pace, its first certificate, the map, the goal."""
        if not plan.obstacle:
            pace = _other_pace(plan, person)
            wanted = f"What if I study {pace} hours a week"
            yield Choice(f"{wanted}?", ID, wanted.lower())
            for name in [name for way in plan.alternatives for name in way.credentials][:1]:
                yield Choice(
                    f"Can I take the {subject_name(name, self.knowledge)}?", f"tool/eligibility/{name}"
                )
        yield Choice("Show me the map", "tool/map")
        kind = "role" if plan.goal in self.knowledge.roles else "credential"
        answer = AnswerId.parse(f"{kind}/{plan.goal}/overview")
        yield Choice(worded(answer, self.knowledge), str(answer))

    def _files(self, plan: Plan, person: Person, guided: Guided) -> tuple[Download, ...]:
        if self.sign is None or plan.obstacle:
            return ()
        ticket = self.sign(PlanRequest(person, str(guided.subject), guided.level, plan.made_on))
        return (
            Download("The plan as text (Markdown)", f"/chat/plan/{ticket}.md"),
            Download("The steps for your calendar (iCalendar)", f"/chat/plan/{ticket}.ics"),
        )


def _knows_place(person: Person) -> bool:
    """Tell whether nothing is left to ask of where a person is: it was told, or they would not say."""
    return person.role is not None or "role" in (*person.declined, *person.unsure)


def _other_pace(plan: Plan, person: Person) -> int:
    """Return the hours a week to ask "what if" of: the first of some that is more than now."""
    more = (hours for hours in _OTHER_PACES if hours > plan.weekly_hours and hours != person.weekly_hours)
    return next(more, int(plan.weekly_hours) + _OTHER_PACES[0])
