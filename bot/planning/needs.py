"""What is still needed for a credential, as the eligibility check tells it, sorted by how it can be had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.eligibility.assess import assess
from bot.eligibility.counting import meets_education
from bot.eligibility.verdict import Line, Verdict
from bot.eligibility.words import EDUCATION
from bot.knowledge.base import Knowledge
from bot.planning.plan import months_between
from bot.profile.kinds import called
from bot.profile.person import Person


@dataclass(frozen=True)
class Months:
    """Months of experience of a kind that are still missing; ``fact`` is the rule's."""

    kind: str
    missing: int
    fact: str


@dataclass(frozen=True)
class Training:
    """Hours of training that are still missing. A ``course`` is taught in whole days, one after the other."""

    kind: str
    hours: int
    course: bool
    fact: str


@dataclass(frozen=True)
class Needs:
    """What a person still needs before they may take a credential.

    ``apart`` tells that months of its kinds may not overlap. ``holds`` are credentials of which one is needed
    first. ``bar`` is a rule that neither time nor study meets, or that nobody knows to be met; with it no
    date can be told. ``assumptions`` are sentences on what was taken for granted because it was not said.
    """

    credential: str
    level: str | None
    months: tuple[Months, ...] = ()
    apart: bool = False
    training: Training | None = None
    holds: tuple[str, ...] = ()
    bar: str | None = None
    assumptions: tuple[str, ...] = ()


def needs_of(
    credential: str, person: Person, knowledge: Knowledge, today: date, level: str | None = None
) -> Needs | None:
    """Return what ``person`` lacks for ``credential``; None when the knowledge has no rules for it.

    What was not said counts as missing, but education as there. Experience that will have run out of the
    look-back window by then counts as missing too. ``level`` is as in :func:`bot.eligibility.assess.assess`.
    """
    if not knowledge.credentials[credential].eligibility_paths:
        return None
    not_held = tuple(f"holds/{slug}" for slug in knowledge.credentials if slug not in person.holds)
    # Without hours of study the check's date is that of the experience alone.
    plain = person.with_(weekly_hours=None, denied=(*person.denied, *not_held))
    verdict = assess(credential, plain, knowledge, today, level)
    missing = [line for line in verdict.lines if line.state != "enough"]
    holds = next((line for line in missing if line.subject == "holds"), None)
    training = next((line for line in missing if line.subject in ("hours", "course")), None)
    return Needs(
        credential,
        verdict.level,
        _experience(missing, verdict, today),
        apart=verdict.path.apart,
        training=_training(training, verdict) if training else None,
        holds=tuple(holds.demand.partition("/")[2].split("+")) if holds else (),
        bar=_bar(missing, verdict, person, knowledge),
        assumptions=tuple(sentence for line in missing if (sentence := _assumed(line))),
    )


def _bar(missing: Sequence[Line], verdict: Verdict, person: Person, knowledge: Knowledge) -> str | None:
    """Return the demand that stands in the way, in words; of degrees the least that any path takes."""
    for line in missing:
        if line.subject == "education" and line.state == "missing" and person.education is not None:
            paths = knowledge.credentials[verdict.credential].eligibility_paths
            taken = [path.education for path in paths if path.level == verdict.level and path.education]
            least = next((a for a in taken if all(meets_education(b, a) for b in taken)), taken[0])
            return f"at least {EDUCATION[least]}"
        if line.subject not in ("education", "months", "hours", "course", "holds"):
            return line.rule
    return None


def _experience(missing: Sequence[Line], verdict: Verdict, today: date) -> tuple[Months, ...]:
    found = tuple(_months(line, verdict) for line in missing if line.subject == "months")
    if len(found) == 1 and verdict.earliest is not None:
        worked = max(found[0].missing, months_between(today, verdict.earliest))
        return (replace(found[0], missing=worked),)
    return found


def _months(line: Line, verdict: Verdict) -> Months:
    kind = line.demand.partition("/")[2]
    asked = max(item.months for item in verdict.path.experience if item.kind == kind)
    missing = asked if line.missing_months is None else line.missing_months
    return Months(kind, missing, line.fact)


def _training(line: Line, verdict: Verdict) -> Training:
    asked = verdict.path.training.hours if verdict.path.training else 0
    hours = asked if line.missing_hours is None else line.missing_hours
    return Training(line.demand.partition("/")[2], hours, line.subject == "course", line.fact)


def _assumed(line: Line) -> str | None:
    """Return what is taken for granted about a demand of which the person said nothing."""
    if line.state != "unknown":
        return None
    if line.subject == "education":
        return f"You have {line.rule.removeprefix('at least ')}, or more."
    if line.subject == "months":
        return f"You start from nothing with {called(line.demand.partition('/')[2])}."
    return None
