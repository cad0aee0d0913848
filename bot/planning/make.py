"""Makes the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.answers.wording import article, subject_name
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.knowledge.graph import CareerGraph
from bot.planning.choose import Asker, Chosen, choose, options
from bot.planning.ladder import Ladder, Stage, ladder_to_experience, ladder_to_role
from bot.planning.needs import Needs, needs_of
from bot.planning.plan import Alternative, Name, Plan
from bot.planning.schedule import Task, timetables
from bot.planning.steps import steps_of
from bot.profile.kinds import called
from bot.profile.person import Person

# Hours of study a week when the person gave none: little enough to keep beside a job.
USUAL_HOURS = 5.0
MOST_HOURS = 60.0
_NAMES: tuple[Name, ...] = ("fastest", "cheapest")


def make_plan(person: Person, goal: str, knowledge: Knowledge, today: date, level: str | None = None) -> Plan:
    """Return a plan from where ``person`` is to ``goal``, the slug of a role or a credential.

    Pure. Moves follow the best path of the career graph. Before each move it takes one of the credentials
    that the knowledge names for it, if the person can be ready by then: the one soonest done, and the one
    with the lowest fees, side by side where they differ. A credential as the goal leads over the job that
    gives the experience it asks for. ``level`` is that of a credential, its first by default. Raises
    ``KeyError`` for a goal that is not known.
    """
    if not knowledge.is_subject(goal):
        raise KeyError(goal)
    start = person.role if person.role in knowledge.roles else None
    given = person.weekly_hours is not None and person.weekly_hours > 0
    hours = min(MOST_HOURS, float(person.weekly_hours or 0)) if given else USUAL_HOURS
    plan = Plan(start or OUTSIDE, goal, today, hours, assumed_hours=not given)
    asker = Asker(person, hours, knowledge, today)
    return _to_role(plan, asker) if goal in knowledge.roles else _to_credential(plan, asker, level)


def _to_role(plan: Plan, asker: Asker) -> Plan:
    goal = subject_name(plan.goal, asker.knowledge)
    if plan.start == plan.goal:
        return replace(plan, obstacle=f"You are {article(goal)} {goal} already.")
    path = CareerGraph(asker.knowledge).path(plan.start, plan.goal)
    if path is None:
        return replace(plan, obstacle=f"I know of no usual way from where you are to {goal}.")
    ladder = ladder_to_role(asker.person, path)
    offered = options(asker, ladder)
    return _planned(plan, asker, ladder, {name: choose(asker, ladder, offered, name) for name in _NAMES})


def _to_credential(plan: Plan, asker: Asker, level: str | None) -> Plan:
    name = subject_name(plan.goal, asker.knowledge)
    if level is None and plan.goal in asker.person.holds:
        return replace(plan, obstacle=f"You hold {name} already.")
    needs = needs_of(plan.goal, asker.person, asker.knowledge, asker.today, level)
    if needs is None:
        return replace(plan, obstacle=f"I know no rules for {name}, so I cannot plan it.")
    first = _entry(needs, asker)
    if needs.bar is not None or (needs.holds and first is None):
        wanted = (
            needs.bar or f"one of {', '.join(subject_name(slug, asker.knowledge) for slug in needs.holds)}"
        )
        return replace(plan, obstacle=f"{name} asks for {wanted}. Time and study alone do not meet that.")
    graph = CareerGraph(asker.knowledge)
    ladder = ladder_to_experience(asker.person, plan.start, needs.months, graph, asker.knowledge)
    task = asker.task(needs, ladder) if ladder else None
    if ladder is None or task is None:
        work = " and ".join(called(need.kind) for need in needs.months)
        return replace(plan, obstacle=f"{name} asks for {work}. I know of no usual way to a job with that.")
    chosen: Chosen = {len(ladder.stages) - 1: (first, task) if first else (task,)}
    return _planned(plan, asker, ladder, dict.fromkeys(_NAMES, chosen))


def _entry(needs: Needs, asker: Asker) -> Task | None:
    """Return the task of the credential to take first, None when none is needed or none is open at once.

    Its own lower level is what most people take; else the first that is open by the order of the rule.
    """
    own_first = sorted(needs.holds, key=lambda slug: slug != needs.credential)
    for slug in own_first:
        entry = needs_of(slug, asker.person, asker.knowledge, asker.today)
        if entry is not None and not (entry.bar or entry.holds or entry.months):
            return asker.task(entry, Ladder((Stage(OUTSIDE, frozenset()),)))
    return None


def _planned(plan: Plan, asker: Asker, ladder: Ladder, chosen: dict[Name, Chosen]) -> Plan:
    same = chosen["fastest"] == chosen["cheapest"]
    groups = [(_NAMES, chosen["fastest"])] if same else [((name,), chosen[name]) for name in _NAMES]
    alternatives = tuple(_alternative(names, tasks, asker, ladder) for names, tasks in groups)
    taken = [task for _, tasks in groups for task in _in_order(tasks)]
    plan = replace(plan, alternatives=alternatives, assumed_hours=plan.assumed_hours and _by_hours(taken))
    assumed = dict.fromkeys((*_taken_for_granted(plan, ladder, taken), *_of_rules(taken)))
    return replace(plan, assumptions=tuple(assumed))


def _by_hours(tasks: Iterable[Task]) -> bool:
    """Tell whether the hours of study a week make a difference for any of ``tasks``."""
    for task in tasks:
        training, study = task.needs.training, task.effort.study
        if (training is not None and not training.course) or (study is not None and study.unit == "hours"):
            return True
    return False


def _alternative(names: tuple[Name, ...], chosen: Chosen, asker: Asker, ladder: Ladder) -> Alternative:
    tasks = list(_in_order(chosen))
    quick, slow = timetables(asker.today, ladder, chosen)
    steps = steps_of(ladder, tasks, quick, slow, asker.knowledge)
    return Alternative(
        names,
        steps,
        no_fee=tuple(task.credential for task in tasks if not task.effort.fee_known),
        no_course_fee=tuple(task.credential for task in tasks if not task.effort.course_fee_known),
        no_study_time=tuple(task.credential for task in tasks if task.effort.study_days is None),
    )


def _in_order(chosen: Chosen) -> Iterator[Task]:
    for stage in sorted(chosen):
        yield from chosen[stage]


def _taken_for_granted(plan: Plan, ladder: Ladder, tasks: Iterable[Task]) -> Iterator[str]:
    if plan.assumed_hours:
        yield f"You study {plan.weekly_hours:g} hours a week."
    if plan.start == OUTSIDE and len(ladder.stages) > 1:
        yield "You come from outside project work."
    if any(task.gained for task in tasks):
        yield "You work full time in each role."


def _of_rules(tasks: Iterable[Task]) -> Iterator[str]:
    for task in tasks:
        yield from task.needs.assumptions
