"""The same plan with another pace of study, and what that changes."""

from __future__ import annotations

from datetime import date

from bot.eligibility.words import day_in_words
from bot.knowledge.base import Knowledge
from bot.planning.make import make_plan
from bot.planning.phrases import all_of, credential_name
from bot.planning.plan import Plan, Step
from bot.profile.person import Person


def what_if(
    person: Person,
    goal: str,
    weekly_hours: float,
    knowledge: Knowledge,
    today: date,
    level: str | None = None,
) -> tuple[Plan, str]:
    """Return the plan at ``weekly_hours`` of study a week, and a sentence on what is different from before.

    Raises ``KeyError`` as :func:`bot.planning.make.make_plan` does.
    """
    before = make_plan(person, goal, knowledge, today, level)
    after = make_plan(person.with_(weekly_hours=weekly_hours), goal, knowledge, today, level)
    return after, difference(before, after, knowledge)


def difference(before: Plan, after: Plan, knowledge: Knowledge) -> str:
    """Return in a sentence or two what changes from one plan to another for the same goal."""
    if after.obstacle or before.obstacle or not (before.alternatives and after.alternatives):
        return after.obstacle or before.obstacle or ""
    pace = f"With {after.weekly_hours:g} hours of study a week instead of {before.weekly_hours:g}"
    old, new = before.alternatives[0].done.latest, after.alternatives[0].done.latest
    if new != old:
        return f"{pace} you would be done by {day_in_words(new)} at the latest, not {day_in_words(old)}."
    steps = [step for way in after.alternatives for step in way.steps if step.kind == "credential"]
    sooner = [
        _sooner(step, was, knowledge)
        for step in {step.id: step for step in steps}.values()
        if (was := _latest(step, before)) is not None and was != step.ends.latest
    ]
    if not sooner:
        return f"{pace} nothing changes: here the time is not counted in hours of study."
    return f"{pace} {all_of(sooner)}. The day of the goal stays: experience takes longer than study."


def _sooner(step: Step, was: date, knowledge: Knowledge) -> str:
    name = credential_name(step, knowledge)
    return f"{name} is done by {day_in_words(step.ends.latest)} (not {day_in_words(was)})"


def _latest(step: Step, plan: Plan) -> date | None:
    """Return the latest day of the same step in another plan."""
    found = [other.ends.latest for way in plan.alternatives for other in way.steps if other.id == step.id]
    return found[0] if found else None
