"""What a map is to show: a place, a goal, and the path between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answers.wording import capitalised, span, uncapitalised
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.knowledge.moves import Verdict

_LIKELY: tuple[Verdict, ...] = ("usual", "possible")


@dataclass(frozen=True)
class View:
    """The marks on a map. ``path`` holds role slugs in walking order, both ends included; it may be empty."""

    place: str | None = None
    goal: str | None = None
    path: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """Return the moves along the path, each as start and end."""
        return tuple(pairwise(self.path))

    @property
    def starts_outside(self) -> bool:
        """Tell whether the person comes from another profession, which is no role of the map."""
        return OUTSIDE in (self.place, *self.path[:1])


def view_of(
    knowledge: Knowledge, place: str | None = None, goal: str | None = None, path: Sequence[str] = ()
) -> View:
    """Return the view with those marks.

    Names that are no role (or ``outside``) leave no mark: a map of the rest is better than none. A path with
    such a name, or with a step that nobody wrote a move for, is left out as a whole. The ends of a path are
    place and goal where none are given.
    """
    known = {*knowledge.roles, OUTSIDE}
    whole = known.issuperset(path) and all(step in knowledge.transitions for step in pairwise(path))
    stops = tuple(path) if whole and len(path) > 1 else ()
    place = place if place in known else None
    goal = goal if goal in knowledge.roles else None
    return View(place or (stops[0] if stops else None), goal or (stops[-1] if stops else None), stops)


def role_name(role: str, knowledge: Knowledge) -> str:
    """Return the short name of a role as it stands on the map."""
    return "Another job" if role == OUTSIDE else str(knowledge.roles[role].short)


def moves_up(knowledge: Knowledge, verdict: Verdict = "usual") -> list[tuple[str, str]]:
    """Return the moves with that verdict that lead up; the usual ones are what the map shows to everyone."""
    levels = {name: role.level for name, role in knowledge.roles.items()} | {OUTSIDE: 0}
    moves = knowledge.transitions.items()
    return [pair for pair, move in moves if move.verdict == verdict and levels[pair[0]] < levels[pair[1]]]


def near_moves(view: View, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Return the moves to stress when there is no path: up from the place, or from below to the goal.

    They are the usual ones or, where there are none, those that are possible.
    """
    if view.steps or (view.place and view.goal):
        return []
    seen = {OUTSIDE: view.starts_outside}
    for verdict in _LIKELY:
        moves = [
            move for move in moves_up(knowledge, verdict) if view.place == move[0] or view.goal == move[1]
        ]
        if found := [move for move in moves if all(seen.get(role, True) for role in move)]:
            return found
    return []


def title(view: View, knowledge: Knowledge) -> str:
    """Return the heading of the map."""
    place = _within_sentence(view.place, knowledge) if view.place else ""
    goal = _within_sentence(view.goal, knowledge) if view.goal else ""
    if place and goal and place != goal:
        return f"From {place} to {goal}"
    if goal and not place:
        return f"Ways to {goal}"
    return f"From {place} on" if place else "The career map"


def time_of_path(view: View, knowledge: Knowledge) -> str | None:
    """Return the typical time of the whole path in words, or None without a path."""
    if not view.steps:
        return None
    months = [knowledge.transitions[step].months for step in view.steps]
    return span(sum(item.least for item in months), sum(item.most for item in months))


def subtitle(view: View, knowledge: Knowledge) -> str:
    """Return the line under the heading: how long the path takes, or how to read the map."""
    time = time_of_path(view, knowledge)
    if time is None:
        return "Higher up means more responsibility"
    steps = len(view.steps)
    return capitalised(f"{steps} step{'s' if steps != 1 else ''}, {time} by our estimate")


def _within_sentence(role: str, knowledge: Knowledge) -> str:
    return uncapitalised(role_name(role, knowledge))
