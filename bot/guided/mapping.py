"""The career map as an answer: the picture, the same in words, and the way in a sentence."""

from __future__ import annotations

from urllib.parse import urlencode

from bot.answer_id import AnswerId
from bot.answers.answer import Answer, Choice, Picture
from bot.answers.wording import question as worded
from bot.answers.wording import span
from bot.careermap.maps import Maps
from bot.guided.turn import Turn
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.knowledge.graph import CareerGraph
from bot.profile.person import Person

ID = "tool/map"
_ASK_FOR_A_WAY = 'Ask for a way, such as "path from PMO analyst to COO".'


class Mapping:
    """Shows the map with a person's place, goal and way on it. Holds no state of a talk."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._maps = Maps(knowledge)
        self._graph = CareerGraph(knowledge)

    def shown(self, person: Person, place: str | None, goal: str | None) -> Turn:
        """Return the map; ``place`` and ``goal`` are roles, ``outside``, or None."""
        picture = Picture(
            url=_address(place, goal, "light"),
            dark_url=_address(place, goal, "dark"),
            alt=self._maps.alt_text(place, goal),
            text=self._maps.text(place, goal),
        )
        choices = self._choices(place, goal)
        topic = tuple(name for name in (place, goal) if name in self._knowledge.roles)
        answer = Answer(ID, self._text(place, goal), picture=picture, follow_ups=tuple(choices))
        return Turn(answer, person, None, topic)

    def _text(self, place: str | None, goal: str | None) -> str:
        if place and goal and place != goal:
            return self._way(place, goal)
        known = place or goal
        if known is None:
            return (
                f"Here is the career map: entry jobs at the bottom, executives at the top. {_ASK_FOR_A_WAY}"
            )
        return (
            f"Here is the career map, with {self._name(known)} marked. "
            f"Jobs higher up carry more responsibility. {_ASK_FOR_A_WAY}"
        )

    def _way(self, place: str, goal: str) -> str:
        stops = self._maps.path(place, goal)
        if len(stops) <= 1:
            names = f"{self._name(place)} to {self._name(goal)}"
            return f"I know of no usual way from {names}, but here are both on the map."
        path = self._graph.path(place, goal)
        time = f", about {span(*path.months)} in all" if path else ""
        names = " \u2192 ".join(self._name(stop) for stop in stops)
        return f"The usual way is {names}{time}. The map shows it, with the other jobs around it."

    def _choices(self, place: str | None, goal: str | None) -> list[Choice]:
        choices = [Choice("Make me a plan", "tool/plan", self._plan_words(goal))]
        if place and goal and place != goal:
            choices.append(Choice("Tell me about this way", f"transition/{place}/{goal}"))
        if goal and goal in self._knowledge.roles:
            answer = AnswerId("role", (goal, "overview"))
            choices.append(Choice(worded(answer, self._knowledge), str(answer)))
        choices.append(Choice("What does the career ladder look like?", "topic/career_ladder"))
        return choices

    def _plan_words(self, goal: str | None) -> str | None:
        return f"make me a plan to become a {self._name(goal)}" if goal else None

    def _name(self, role: str) -> str:
        return "another job" if role == OUTSIDE else str(self._knowledge.roles[role].name)


def _address(place: str | None, goal: str | None, theme: str) -> str:
    marks = {"place": place, "goal": goal, "theme": theme}
    return f"/chat/map.png?{urlencode({name: value for name, value in marks.items() if value})}"
