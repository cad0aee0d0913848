"""The plan as a talk: where from and where to, then the plan, and what changes with another pace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.answer_id import AnswerId
from bot.answers.answer import Choice, Download
from bot.answers.wording import capitalised, subject_name
from bot.answers.wording import question as worded
from bot.guided.state import Guided
from bot.guided.turn import Turn, reply
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
_OTHER_PACES = (5, 10)


@dataclass(frozen=True)
class Planner:
    """Makes plans in a talk. ``sign`` makes the ticket under which a plan's files are fetched; None without."""

    knowledge: Knowledge
    sign: Sign | None = None

    def step(self, guided: Guided, person: Person, today: date, before: str = "") -> Turn:
        """Return the next question, or the plan when place and goal are known."""
        goal = guided.subject or person.goal
        if goal is None:
            return self._ask(
                guided,
                person,
                "goal",
                before,
                "Where would you like to get to? Name a job or a certificate.",
                _GOALS,
            )
        guided = Guided("plan", goal, guided.level)
        if person.role is None and "role" not in (*person.declined, *person.unsure):
            text = "Where are you now? Name your present job in a few words; any job will do."
            return self._ask(guided, person, "role", before, text, _PLACES)
        return self._plan(guided, person, today, before)

    def paced(self, guided: Guided, person: Person, paced: Person, today: date) -> Turn:
        """Return the plan at another pace of study, and what that changes."""
        goal = guided.subject or paced.goal
        if goal is None or (paced.role is None and "role" not in (*paced.declined, *paced.unsure)):
            return self.step(guided, paced, today)
        before = make_plan(person, goal, self.knowledge, today, guided.level)
        after = make_plan(paced, goal, self.knowledge, today, guided.level)
        return self._told(guided, paced, after, difference(before, after, self.knowledge))

    def reason(self, guided: Guided, person: Person, today: date) -> Turn:
        """Return why the open question is asked, and the question again."""
        told = "The way, and the time that it takes, depend on where you start and where you want to get to."
        return self.step(guided, person, today, told)

    def _ask(
        self, guided: Guided, person: Person, asking: str, before: str, text: str, names: tuple[str, ...]
    ) -> Turn:
        state = Guided("plan", guided.subject, guided.level, asking)
        known = [name for name in names if name in self.knowledge.roles and name != guided.subject]
        names = [str(self.knowledge.roles[name].name) for name in known]
        choices = [Choice(capitalised(name), ID, name) for name in names]
        if asking == "role":
            choices.append(Choice("Another job", ID, "prefer not to say"))
        return Turn(reply(ID, f"{before}\n\n{text}" if before else text, choices), person, state)

    def _plan(self, guided: Guided, person: Person, today: date, before: str) -> Turn:
        plan = make_plan(person, str(guided.subject), self.knowledge, today, guided.level)
        return self._told(guided, person, plan, before)

    def _told(self, guided: Guided, person: Person, plan: Plan, before: str) -> Turn:
        text = in_chat(plan, self.knowledge)
        answer = reply(
            ID,
            f"{before}\n\n{text}" if before else text,
            self._next(plan, person),
            table=side_by_side(plan, self.knowledge),
            sources=sources(plan, self.knowledge),
            downloads=self._files(plan, person, guided),
            more=taken_for_granted(plan) or None,
        )
        topic = tuple(name for name in (plan.start, plan.goal) if self.knowledge.is_subject(name))
        return Turn(answer, person, Guided("plan", guided.subject, guided.level), topic)

    def _next(self, plan: Plan, person: Person) -> list[Choice]:
        choices = []
        if not plan.obstacle:
            pace = next(
                hours
                for hours in (*_OTHER_PACES, 15)
                if hours != person.weekly_hours and hours > plan.weekly_hours
            )
            choices.append(
                Choice(f"What if I study {pace} hours a week?", ID, f"what if i study {pace} hours a week")
            )
            taken = [name for way in plan.alternatives for name in way.credentials]
            choices += [
                Choice(f"Can I take the {subject_name(name, self.knowledge)}?", f"tool/eligibility/{name}")
                for name in dict.fromkeys(taken)
            ][:1]
        choices.append(Choice("Show me the map", "tool/map"))
        goal = plan.goal
        kind = "role" if goal in self.knowledge.roles else "credential"
        answer = AnswerId.parse(f"{kind}/{goal}/overview")
        choices.append(Choice(worded(answer, self.knowledge), str(answer)))
        return choices

    def _files(self, plan: Plan, person: Person, guided: Guided) -> tuple[Download, ...]:
        if self.sign is None or plan.obstacle:
            return ()
        ticket = self.sign(PlanRequest(person, str(guided.subject), guided.level, plan.made_on))
        return (
            Download("The plan as text (Markdown)", f"/chat/plan/{ticket}.md"),
            Download("The steps for your calendar (iCalendar)", f"/chat/plan/{ticket}.ics"),
        )
