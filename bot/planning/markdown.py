"""A plan to take along as a Markdown document: every step with its dates, its ground and its sources."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.answer import Grid, SourceLine
from bot.answers.sources import filled, source_lines
from bot.answers.wording import article, subject_name
from bot.eligibility.words import day_in_words
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.planning.phrases import amount_in_words, credential_name, money_in_words
from bot.planning.plan import Alternative, Plan, Step, Window
from bot.planning.wording import in_chat, side_by_side, sources
from bot.profile.kinds import called, training_called

_NO_PROMISE = (
    "The dates are estimates, not promises. They take the typical times of the sources above and the rules "
    "as we last read them. Check fees and rules with the issuer before you pay."
)


def to_markdown(plan: Plan, knowledge: Knowledge) -> str:
    """Return the whole plan as Markdown, with a newline at its end."""
    return "\n\n".join(_parts(plan, knowledge)) + "\n"


def _parts(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    listed = sources(plan, knowledge)
    yield f"# {heading(plan, knowledge)}"
    yield f"Made on {day_in_words(plan.made_on)}, for {plan.weekly_hours:g} hours of study a week."
    yield in_chat(plan, knowledge).partition("\n")[0]
    grid = side_by_side(plan, knowledge)
    if grid is not None:
        yield _table(grid)
    for way in plan.alternatives:
        name = " and ".join(way.names)
        yield f"## The {name} way"
        yield "\n".join(_steps(way, listed, knowledge))
    yield from _section("What I took for granted", plan.assumptions)
    yield from _section("What I do not know", _gaps(plan, knowledge))
    if listed:
        yield "## Sources"
        yield "\n".join(f"{n}. {_source(line)}" for n, line in enumerate(listed, start=1))
        yield _NO_PROMISE


def heading(plan: Plan, knowledge: Knowledge) -> str:
    """Return the title of a plan: "From PMO analyst to chief operating officer"."""
    goal = subject_name(plan.goal, knowledge)
    if plan.start == OUTSIDE or plan.goal in knowledge.credentials:
        return f"Plan: {goal}"
    return f"From {subject_name(plan.start, knowledge)} to {goal}"


def what_to_do(step: Step, knowledge: Knowledge) -> str:
    """Return a step as something to do: "Study for the CAPM: 20 to 80 hours"."""
    if step.kind == "move":
        role = subject_name(step.subject, knowledge)
        return f"Become {article(role)} {role}"
    name = credential_name(step, knowledge)
    amount = amount_in_words(step.amount) if step.amount else ""
    if step.kind == "experience":
        return f"Gain {amount} of {called(str(step.about))}"
    if step.kind == "training":
        return f"Train for {name}: {amount} of {training_called(str(step.about))}"
    if step.kind == "study":
        return f"Study for {name}: {amount}"
    return f"Take {name}" + (f": {money_in_words([step.cost])}" if step.cost else "")


def _steps(way: Alternative, listed: tuple[SourceLine, ...], knowledge: Knowledge) -> Iterator[str]:
    for number, step in enumerate(way.steps, start=1):
        marks = _marks(step, listed, knowledge)
        yield f"{number}. **{what_to_do(step, knowledge)}**, {_days(step.ends)}.{marks}"
        if step.basis:
            yield f"   - {ground(step.basis)}"
        if step.kind == "move":
            yield from (f"   - {line}" for line in first_steps(step, knowledge))


def first_steps(move: Step, knowledge: Knowledge) -> list[str]:
    """Return what to do first for a move, as its entry in the knowledge has it."""
    start = str(move.about)
    written = knowledge.transitions[start, move.subject].steps
    return [filled(str(text), f"transitions/{start}", knowledge) for text in written]


def ground(basis: str) -> str:
    """Return what a time rests on as a sentence; an estimate is called one."""
    kind, _, reason = basis.rstrip(".").partition(": ")
    return f"Our estimate: {reason}." if kind == "estimate" and reason else f"Time: {basis.rstrip('.')}."


def _days(window: Window) -> str:
    first, last = day_in_words(window.earliest), day_in_words(window.latest)
    return f"by {last}" if first == last else f"between {first} and {last}"


def _marks(step: Step, listed: tuple[SourceLine, ...], knowledge: Knowledge) -> str:
    """Return the numbers of a step's sources in brackets."""
    urls = {line.url for line in source_lines((knowledge.fact(name, "") for name in step.facts), knowledge)}
    numbers = [str(number) for number, line in enumerate(listed, start=1) if line.url in urls]
    return f" [{', '.join(numbers)}]" if numbers else ""


def _table(grid: Grid) -> str:
    rows = (grid.columns, ("---",) * len(grid.columns), *grid.rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)


def _section(name: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"## {name}"
        yield "\n".join(f"- {line}" for line in lines)


def _gaps(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for way in plan.alternatives:
        for words, slugs in (
            ("The price of {}.", way.no_fee),
            ("The price of the course for {}.", way.no_course_fee),
            ("The study time for {}.", way.no_study_time),
        ):
            found |= {words.format(knowledge.credentials[slug].short): None for slug in slugs}
    return tuple(found)


def _source(line: SourceLine) -> str:
    day = "read" if line.as_of == line.checked_on else "of"
    return f"[{line.title}]({line.url}), {line.publisher}, {day} {line.as_of}"
