"""The career map in words: for people who do not see the picture, and drawn with letters for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from bot.answers.wording import span
from bot.careermap.layout import LANES, Lane
from bot.careermap.view import View, near_moves, role_name, subtitle, time_of_path, title, view_of
from bot.knowledge.base import OUTSIDE, Knowledge

TEXT_WIDTH = 72
# Columns of the level and of each lane; with the bars between them they fill the width.
_LEVEL, _CELLS = 3, (17, 24, 19)
_HERE = "**"


def alt_text(
    knowledge: Knowledge, place: str | None = None, goal: str | None = None, path: Sequence[str] = ()
) -> str:
    """Return in words what the picture with these marks shows: place, goal and path, or all the roles."""
    view = view_of(knowledge, place, goal, path)
    return " ".join((_opening(knowledge), *_marks(view, knowledge), *_rest(view, knowledge)))


def text_map(
    knowledge: Knowledge, place: str | None = None, goal: str | None = None, path: Sequence[str] = ()
) -> str:
    """Return the map drawn with letters, at most 72 columns wide, with the path written out under it."""
    view = view_of(knowledge, place, goal, path)
    head = [title(view, knowledge), subtitle(view, knowledge), ""]
    lines = [_row("", [lane.heading for lane in LANES]), "-" * TEXT_WIDTH]
    for level, roles in _levels(knowledge, reverse=True):
        cells = [
            [_cell(role, view, knowledge) for role in _in_lane(roles, lane, knowledge)] for lane in LANES
        ]
        for number, row in enumerate(zip_longest(*cells, fillvalue="")):
            lines.append(_row("" if number else str(level), row))
    return "\n".join(line.rstrip() for line in (*head, *lines, "", *_key(view, knowledge))).rstrip()


def _opening(knowledge: Knowledge) -> str:
    levels = {role.level for role in knowledge.roles.values()}
    size = f"{len(knowledge.roles)} roles on {len(levels)} levels"
    return f"Career map of {size}; higher up means more responsibility."


def _marks(view: View, knowledge: Knowledge) -> Iterator[str]:
    if view.place:
        yield f"You are here: {_with_level(view.place, knowledge)}."
    if view.goal and view.goal != view.place:
        yield f"Your goal: {_with_level(view.goal, knowledge)}."
    if view.steps:
        steps = "; ".join(f"{number}. {step}" for number, step in enumerate(_steps(view, knowledge), start=1))
        yield f"Your path takes {time_of_path(view, knowledge)} by our estimate: {steps}."


def _rest(view: View, knowledge: Knowledge) -> Iterator[str]:
    """Tell the moves near the person or, on a map without marks, the roles from the bottom up."""
    near = near_moves(view, knowledge)
    if near:
        words = [f"{role_name(start, knowledge)} to {role_name(goal, knowledge)}" for start, goal in near]
        yield f"Moves {'up from there' if view.place else 'that lead to it'}: {', '.join(words)}."
    if not (view.place or view.goal):
        for level, roles in _levels(knowledge):
            yield f"Level {level}: {', '.join(role_name(role, knowledge) for role in roles)}."


def _steps(view: View, knowledge: Knowledge) -> Iterator[str]:
    for start, goal in view.steps:
        months = knowledge.transitions[start, goal].months
        yield f"{role_name(goal, knowledge)}, {span(months.least, months.most)}"


def _with_level(role: str, knowledge: Knowledge) -> str:
    name = role_name(role, knowledge)
    return (
        "another job, below the map" if role == OUTSIDE else f"{name} (level {knowledge.roles[role].level})"
    )


def _levels(knowledge: Knowledge, *, reverse: bool = False) -> Iterator[tuple[int, list[str]]]:
    ordered = sorted(knowledge.roles, key=lambda name: knowledge.roles[name].level, reverse=reverse)
    for level, roles in groupby(ordered, key=lambda name: knowledge.roles[name].level):
        yield level, list(roles)


def _in_lane(roles: list[str], lane: Lane, knowledge: Knowledge) -> list[str]:
    return [role for role in roles if knowledge.roles[role].family in lane.families]


def _cell(role: str, view: View, knowledge: Knowledge) -> str:
    return f"{_sign(role, view)} {role_name(role, knowledge)}".strip()


def _sign(role: str, view: View) -> str:
    """Return the mark of a role: two stars for the place, its number for a stop of the path."""
    if role == view.place:
        return _HERE
    if role in view.path:
        return f"{view.path.index(role)})"
    return "=>" if role == view.goal else ""


def _row(level: str, cells: Sequence[str]) -> str:
    widths = zip(cells, _CELLS, strict=True)
    shown = [cell if len(cell) <= width else f"{cell[: width - 3]}..." for cell, width in widths]
    padded = [cell.ljust(width) for cell, width in zip(shown, _CELLS, strict=True)]
    return " | ".join((level.rjust(_LEVEL - 1), *padded))


def _key(view: View, knowledge: Knowledge) -> Iterator[str]:
    """Explain the marks and write the path out."""
    if view.place:
        yield f"{_HERE} {role_name(view.place, knowledge)}: you are here"
    for number, step in enumerate(_steps(view, knowledge), start=1):
        yield f"{number}) {step}" + (": your goal" if number == len(view.steps) else "")
    if view.goal and view.goal not in view.path and view.goal != view.place:
        yield f"=> {role_name(view.goal, knowledge)}: your goal"
    for start, goal in near_moves(view, knowledge):
        verdict = knowledge.transitions[start, goal].verdict
        yield f"{verdict}: {role_name(start, knowledge)} -> {role_name(goal, knowledge)}"
