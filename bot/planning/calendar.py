"""A plan to take along as a calendar (RFC 5545), one event a step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, time, timedelta, timezone
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from bot.knowledge.base import Knowledge
from bot.planning.markdown import first_steps, ground, heading, what_to_do
from bot.planning.phrases import window_in_words
from bot.planning.plan import Name, Plan, Step

if TYPE_CHECKING:
    from icalendar import Event

# Names of events are made from this one, so that the same step has the same name whenever it is exported.
_NAMESPACE = UUID("6f0a2f0e-5b5e-4c38-9d0c-2f6a6f1b7a10")
_PRODUCT = "-//Waymark//Career plan//EN"
_ONE_DAY = timedelta(days=1)


def to_calendar(
    plan: Plan, knowledge: Knowledge, way: Name = "fastest", owner: str = "", stamp: datetime | None = None
) -> bytes:
    """Return the steps of one way as an iCalendar file of all-day events.

    Study and training fill the days from their start to the last one that they may take; everything else
    stands on the first day on which it can be done. ``owner`` is any text that tells one person's calendar
    from another's: with the same owner a later plan for the same goal replaces the events of an earlier one.
    ``stamp`` is the moment of the export in UTC, by default the start of the day of the plan. Raises
    ``ValueError`` for a plan without a way, because a calendar has to have an event.
    """
    from icalendar import Calendar  # noqa: PLC0415 - reads time zones when it is imported

    chosen = [item for item in plan.alternatives if way in item.names]
    if not chosen:
        raise ValueError(plan.obstacle or f"the plan has no {way} way")
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", heading(plan, knowledge))
    moment = stamp or datetime.combine(plan.made_on, time(), timezone.utc)
    for step in chosen[0].steps:
        event = _event(step, knowledge)
        event.add("uid", f"{uuid5(_NAMESPACE, json.dumps([owner, plan.goal, step.id]))}@waymark")
        event.add("dtstamp", moment)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(step: Step, knowledge: Knowledge) -> Event:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    lasts = step.kind in ("training", "study")
    event.add("dtstart", step.starts if lasts else step.ends.earliest)
    # The end is the first day that no longer belongs to it.
    event.add("dtend", (step.ends.latest if lasts else step.ends.earliest) + _ONE_DAY)
    event.add("summary", what_to_do(step, knowledge))
    event.add("description", "\n".join(_details(step, knowledge)))
    if step.kind == "credential":
        event.add("url", str(knowledge.credentials[step.subject].official_page))
    event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _details(step: Step, knowledge: Knowledge) -> Iterator[str]:
    yield f"By the plan: {window_in_words(step.ends)}."
    if step.basis:
        yield ground(step.basis)
    if step.kind == "move":
        yield from (f"- {line}" for line in first_steps(step, knowledge))
