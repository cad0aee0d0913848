"""A plan in the chat: a short list, the ways side by side, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answers.answer import Grid, SourceLine
from bot.answers.sources import source_lines
from bot.answers.wording import article, subject_name
from bot.knowledge.base import Knowledge
from bot.planning.phrases import (
    all_of,
    amount_in_words,
    between_in_words,
    credential_name,
    money_in_words,
    subject_of,
    window_in_words,
)
from bot.planning.plan import Alternative, Plan, Step
from bot.profile.kinds import called

MOST_WORDS = 90
_NOTHING = "nothing to pay"
_NOT_KNOWN = "not known"
# What the list tells, and whether with all details, from the fullest to the shortest.
_SHORTER = (
    (("experience", "credential", "move"), True),
    (("credential", "move"), True),
    (("credential", "move"), False),
    (("move",), False),
)


def in_chat(plan: Plan, knowledge: Knowledge) -> str:
    """Return the plan's first way as a short list, its first sentence the answer; at most 90 words.

    What does not fit is left out, the least telling first: experience, then the details of certificates.
    """
    if plan.obstacle:
        return plan.obstacle
    way = plan.alternatives[0]
    text = ""
    for kinds, in_full in _SHORTER:
        steps = [step for step in way.steps if step.kind in kinds]
        lines = [_line(step, way, knowledge, in_full=in_full) for step in steps]
        items = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))
        text = "\n\n".join(
            (_headline(plan, knowledge), items, " ".join(_tail(plan, knowledge, in_full=in_full)))
        )
        if len(text.split()) <= MOST_WORDS:
            break
    return text


def side_by_side(plan: Plan, knowledge: Knowledge) -> Grid | None:
    """Return the ways as a table, None when there is none."""
    if not plan.alternatives:
        return None
    columns = ("", *(" and ".join(way.names).capitalize() for way in plan.alternatives))
    rows = [
        ("Done", *(window_in_words(way.done) for way in plan.alternatives)),
        ("Certificates", *(_certificates(way, knowledge) for way in plan.alternatives)),
        ("Study", *(_studied(way) for way in plan.alternatives)),
        ("Fees", *(fees_in_words(way, knowledge) for way in plan.alternatives)),
    ]
    return Grid(columns, tuple(row for row in rows if any(row[1:])))


def taken_for_granted(plan: Plan) -> str:
    """Return the assumptions as a short Markdown list, empty when there are none."""
    lines = [f"- {sentence}" for sentence in plan.assumptions]
    return "\n".join(("I took for granted:", *lines)) if lines else ""


def sources(plan: Plan, knowledge: Knowledge) -> tuple[SourceLine, ...]:
    """Return the pages that the figures of the plan come from, prices and rules first."""
    steps = [step for way in plan.alternatives for step in way.steps]
    names = dict.fromkeys(
        name for step in sorted(steps, key=lambda step: step.kind == "move") for name in step.facts
    )
    return source_lines((knowledge.fact(name, "") for name in names), knowledge)


def fees_in_words(way: Alternative, knowledge: Knowledge) -> str:
    """Return what a way costs and what of it is not known."""
    if not way.credentials:
        return _NOTHING
    known = money_in_words(way.costs)
    return ", ".join(part for part in (known or _NOT_KNOWN, *_not_in_the_fees(way, knowledge)) if part)


def _headline(plan: Plan, knowledge: Knowledge) -> str:
    way = plan.alternatives[0]
    when = between_in_words(way.done)
    if plan.goal in knowledge.roles:
        name = subject_name(plan.goal, knowledge)
        return f"You could be {article(name)} {name} {when}, by our estimate."
    name = credential_name(way.steps[-1], knowledge)
    if _is_undated(way.steps[-1], way):
        return f"You could take the {name} from {way.done.earliest:%B %Y} on, once you have studied for it."
    return f"You could hold the {name} {when}, by our estimate."


def _is_undated(step: Step, way: Alternative) -> bool:
    """Tell whether the time for a certificate is not known at all, so that its day only says from when on."""
    trained = any(other.kind == "training" and other.subject == step.subject for other in way.steps)
    return step.kind == "credential" and step.subject in way.no_study_time and not trained


def _line(step: Step, way: Alternative, knowledge: Knowledge, *, in_full: bool) -> str:
    when = window_in_words(step.ends)
    if _is_undated(step, way):
        return f"**{subject_of(step, knowledge)}**: from {step.ends.earliest:%B %Y}; I know no study time"
    if step.kind == "experience" and step.amount:
        return f"{amount_in_words(step.amount)} of {called(str(step.about))}: {when}"
    effort = _effort(step, way) if in_full and step.kind == "credential" else ""
    return f"**{subject_of(step, knowledge)}**: {when}" + (f", {effort}" if effort else "")


def _effort(credential: Step, way: Alternative) -> str:
    """Return the training and study for a credential in words."""
    own = [step for step in way.steps if (step.subject, step.level) == (credential.subject, credential.level)]
    return _studied(replace(way, steps=tuple(own)))


def _studied(way: Alternative) -> str:
    """Return the training and study of a way: hours added up, and spans of study beside a job."""
    spans = [step.amount for step in way.steps if step.kind == "study" and step.amount]
    beside = [f"{amount_in_words(span)} of study" for span in spans if span.unit != "hours"]
    hours = [amount_in_words(way.study) + (" of training" if beside else "")] if way.study else []
    return all_of((*hours, *beside))


def _tail(plan: Plan, knowledge: Knowledge, *, in_full: bool) -> Iterator[str]:
    way = plan.alternatives[0]
    fees = fees_in_words(way, knowledge)
    yield f"Fees: {fees}." if way.credentials else "No certificate is needed on this way."
    for other in plan.alternatives[1:]:
        takes = f"takes the {_certificates(other, knowledge)}: {fees_in_words(other, knowledge)}"
        yield f"The cheapest way {takes if in_full else f'costs {money_in_words(other.costs)}'}."
    if plan.assumed_hours:
        yield f"I assumed {plan.weekly_hours:g} hours of study a week: what are yours?"


def _certificates(way: Alternative, knowledge: Knowledge) -> str:
    return all_of(credential_name(step, knowledge) for step in way.steps if step.kind == "credential")


def _not_in_the_fees(way: Alternative, knowledge: Knowledge) -> Iterator[str]:
    """Yield what of a way's price is not known."""
    named = _shorts(way.no_fee, knowledge)
    if named and way.costs:
        yield f"without {named}"
    courses = [slug for slug in way.no_course_fee if slug not in way.no_fee]
    if courses:
        yield f"without the course for {_shorts(courses, knowledge)}"


def _shorts(slugs: Sequence[str], knowledge: Knowledge) -> str:
    return all_of(str(knowledge.credentials[slug].short) for slug in slugs)
