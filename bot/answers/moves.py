"""Answers about moves between roles: written ones, and paths computed from them."""

from __future__ import annotations

from itertools import pairwise

from bot.answer_id import AnswerId
from bot.answers.draft import Draft, bullets, written
from bot.answers.sources import cited, filled
from bot.answers.wording import article, capitalised, span
from bot.knowledge.base import OUTSIDE, Knowledge, Located, references
from bot.knowledge.graph import CareerGraph, Path
from bot.knowledge.moves import Transition


def move_draft(answer: AnswerId, profession: str | None, knowledge: Knowledge, graph: CareerGraph) -> Draft:
    """Return the draft for ``transition/<start>/<goal>``.

    A written move is told as it is written. Otherwise the best path over written moves is told step by step,
    and called a computed one. ``profession`` is what a person from outside does, when they said so.
    """
    start, goal = answer.parts
    if goal == OUTSIDE:
        return _leaving(start, knowledge)
    located = knowledge.passage(answer)
    if located is not None:
        draft = _written_move(located, knowledge)
    else:
        draft = _computed_move(graph.path(start, goal), start, goal, knowledge)
    if start == OUTSIDE and profession in knowledge.professions:
        return _for_profession(draft, str(profession), goal, knowledge)
    return draft


def _written_move(located: Located, knowledge: Knowledge) -> Draft:
    draft, move = written(located, knowledge), located.passage
    assert isinstance(move, Transition)
    home = located.home
    steps = bullets("First steps", [filled(step, home, knowledge) for step in move.steps])
    basis = filled(move.months.basis, home, knowledge).rstrip(".")
    time = f"Typical time: {span(move.months.least, move.months.most)}{_ground(basis)}"
    draft.more = "\n\n".join(part for part in (draft.more, steps, time) if part)
    return draft


def _ground(basis: str) -> str:
    """Return the ground of a time as the end of its sentence; an estimate is called one in a sentence."""
    kind, _, reason = basis.partition(":")
    if kind == "estimate" and reason:
        return f". This is our estimate:{reason}."
    return f" ({basis})."


def _computed_move(path: Path | None, start: str, goal: str, knowledge: Knowledge) -> Draft:
    if path is None:
        return _no_way(start, goal, knowledge)
    stops = [_name(stop, knowledge) for stop in path.stops]
    pairs = list(zip(path.stops[:-1], path.moves, strict=True))
    facts = [
        fact for stop, move in pairs for fact in cited(references(move), f"transitions/{stop}", knowledge)
    ]
    text = (
        f"Yes, but usually not in one step: a sensible way is {' → '.join(stops)}. "
        f"Added up, such a way takes {span(*path.months)}. I worked this path out from the single moves that "
        f"I have checked facts on; nobody wrote it down as a whole, so take it as a sketch."
    )
    legs = [
        f"To {_name(end, knowledge)} ({span(move.months.least, move.months.most)}): "
        f"{filled(move.gaps[0], f'transitions/{begin}', knowledge)}"
        for (begin, move), end in zip(pairs, path.stops[1:], strict=True)
    ]
    listed = [f"transition/{begin}/{end}" for begin, end in pairwise(path.stops)]
    return Draft(text, bullets("What each step asks of you", legs), facts=facts, listed=listed)


def _leaving(start: str, knowledge: Knowledge) -> Draft:
    """Tell a person who wants to leave project work what is known: the next steps near it."""
    located = knowledge.passage(AnswerId("role", (start, "next_steps")))
    draft = written(located, knowledge) if located else Draft("")
    draft.text = (
        f"Yes, people leave {_name(start, knowledge)} for other fields, but those are beyond what I know: a "
        f"national careers service describes them. Nearer by, this is where people go. {draft.text}"
    )
    return draft


def _no_way(start: str, goal: str, knowledge: Knowledge) -> Draft:
    overview = knowledge.passage(AnswerId("role", (goal, "entry")))
    draft = written(overview, knowledge) if overview else Draft("")
    draft.text = (
        f"I know no usual way from {_name(start, knowledge)} to {_name(goal, knowledge)}. "
        f"What I do know is how people get into the second job. {draft.text}"
    )
    return draft


def _for_profession(draft: Draft, profession: str, goal: str, knowledge: Knowledge) -> Draft:
    """Put what is written for a profession in front, and the general move behind "more"."""
    entry, home = knowledge.professions[profession], f"transitions/{OUTSIDE}"
    if entry.answer is None:
        return draft
    carries = bullets("What you bring", [filled(item, home, knowledge) for item in entry.carries_over])
    gaps = bullets("What to add", [filled(item, home, knowledge) for item in entry.gaps])
    general = f"In general: {draft.text}"
    name = _name(goal, knowledge)
    first = [f"transition/{OUTSIDE}/{role}" for role in entry.best_first_roles if role != goal]
    return Draft(
        text=filled(entry.answer, home, knowledge),
        more="\n\n".join(
            (carries, gaps, capitalised(f"{article(name)} {name}: ") + general, draft.more or "")
        ).strip(),
        facts=[*cited(entry.references(), home, knowledge), *draft.facts],
        listed=[f"role/{goal}/entry", *first, *draft.listed],
    )


def _name(role: str, knowledge: Knowledge) -> str:
    return "your present job" if role == OUTSIDE else knowledge.roles[role].name
