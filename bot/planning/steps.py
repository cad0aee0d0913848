"""Turns timetables into the steps of a plan, each with its figures and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.answers.sources import filled
from bot.knowledge.base import Knowledge, references
from bot.planning.ladder import Ladder
from bot.planning.plan import Range, Step, Window
from bot.planning.schedule import Periods, Task

_BY_RULE = "the rule's own number, less what you have"
_BY_STUDY_HOURS = "estimate: hours that trainers name, at your hours a week"
_BY_STUDY_SPAN = "estimate: time that trainers name for study beside a job; no source gives hours"


@dataclass(frozen=True)
class _When:
    """Looks up when things are done at the short and the long times."""

    quick: Periods
    slow: Periods

    def window(self, key: tuple[str, ...]) -> Window:
        """Return when something is done."""
        return Window(*sorted((self.quick[key].end, self.slow[key].end)))

    def start(self, key: tuple[str, ...]) -> date:
        """Return the day on which to begin, the earlier one of the two."""
        return min(self.quick[key].start, self.slow[key].start)


def steps_of(
    ladder: Ladder, tasks: Iterable[Task], quick: Periods, slow: Periods, knowledge: Knowledge
) -> tuple[Step, ...]:
    """Return the steps in the order in which they are done."""
    when = _When(quick, slow)
    steps = [*_moves(ladder, when, knowledge)]
    for task in tasks:
        steps += (
            *_experience(task, when),
            *_training(task, when),
            *_study(task, when),
            _certificate(task, when),
        )
    return tuple(sorted(steps, key=_order))


def _order(step: Step) -> tuple[object, ...]:
    # What is done on one day is told in the order in which it is done.
    kinds = ("experience", "training", "study", "credential", "move")
    return step.ends.earliest, step.ends.latest, kinds.index(step.kind)


def _experience(task: Task, when: _When) -> Iterator[Step]:
    for need, _ in task.gained:
        key = ("experience", need.kind, *task.key)
        months = Decimal(need.missing)
        yield Step(
            kind="experience",
            subject=task.credential,
            starts=when.start(key),
            ends=when.window(key),
            amount=Range(months, months, "months"),
            about=need.kind,
            level=task.needs.level,
            basis=_BY_RULE,
            facts=(need.fact,),
        )


def _training(task: Task, when: _When) -> Iterator[Step]:
    training, key = task.needs.training, ("training", *task.key)
    if training is not None and key in when.quick:
        hours = Decimal(training.hours)
        yield Step(
            kind="training",
            subject=task.credential,
            starts=when.start(key),
            ends=when.window(key),
            amount=Range(hours, hours, "hours"),
            about=training.kind,
            level=task.needs.level,
            basis=_BY_RULE,
            facts=(training.fact,),
        )


def _study(task: Task, when: _When) -> Iterator[Step]:
    study, key = task.effort.study, ("study", *task.key)
    if study is not None and key in when.quick:
        yield Step(
            kind="study",
            subject=task.credential,
            starts=when.start(key),
            ends=when.window(key),
            amount=study,
            level=task.needs.level,
            basis=_BY_STUDY_HOURS if study.unit == "hours" else _BY_STUDY_SPAN,
            facts=task.effort.study_facts,
        )


def _certificate(task: Task, when: _When) -> Step:
    cost, key = task.effort.cost, ("credential", *task.key)
    return Step(
        kind="credential",
        subject=task.credential,
        starts=when.start(key),
        ends=when.window(key),
        level=task.needs.level,
        cost=cost,
        facts=cost.facts if cost else (),
    )


def _moves(ladder: Ladder, when: _When, knowledge: Knowledge) -> Iterator[Step]:
    for number, (here, there) in enumerate(zip(ladder.stages, ladder.stages[1:], strict=False)):
        move, home = knowledge.transitions[here.role, there.role], f"transitions/{here.role}"
        key = ("move", str(number))
        yield Step(
            kind="move",
            subject=there.role,
            starts=when.start(key),
            ends=when.window(key),
            about=here.role,
            basis=filled(str(move.months.basis), home, knowledge),
            facts=tuple(name if "." in name else f"{home}.{name}" for name in references(move)),
        )
