"""The tools that a guided talk can be about, and one step of whichever it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.guided.checking import Checking
from bot.guided.mapping import Mapping
from bot.guided.plans import Planner, Sign
from bot.guided.state import Guided
from bot.guided.turn import Turn
from bot.knowledge.base import Knowledge
from bot.profile.person import Person


@dataclass(frozen=True)
class Talks:
    """The check, the plan and the map over one knowledge."""

    knowledge: Knowledge
    checking: Checking
    planner: Planner
    mapping: Mapping

    @classmethod
    def over(cls, knowledge: Knowledge, sign: Sign | None) -> Talks:
        """Return the tools over ``knowledge``; without ``sign`` a plan has no files."""
        return cls(knowledge, Checking(knowledge), Planner(knowledge, sign), Mapping(knowledge))

    def step(self, guided: Guided, person: Person, today: date, before: str = "") -> Turn:
        """Return the next question of a talk, or its result. ``before`` is said first; a pause ends."""
        going_on = replace(guided, paused=False)
        talk = self.planner if guided.tool == "plan" else self.checking
        return talk.step(going_on, person, today, before)

    def reason(self, guided: Guided, person: Person, today: date) -> Turn:
        """Return why the open question of a talk is asked, and the question again."""
        talk = self.planner if guided.tool == "plan" else self.checking
        return talk.reason(guided, person, today)
