"""A verdict and a question in words."""

from __future__ import annotations

from bot.answers.answer import SourceLine
from bot.answers.wording import uncapitalised
from bot.eligibility.verdict import Line, Verdict
from bot.eligibility.words import day_in_words, listed, months_in_words, plural
from bot.knowledge.base import Knowledge
from bot.profile.kinds import called, training_called

_MARKS = {"enough": "\u2713", "missing": "\u2717", "unknown": "?"}


def verdict_text(verdict: Verdict, knowledge: Knowledge) -> str:
    """Return a verdict as Markdown: what it is, the working line by line, the date, what is open already."""
    parts = [
        _first(verdict, knowledge),
        "\n".join(_bullet(line) for line in verdict.lines),
        _doubts(verdict),
        _earliest(verdict),
        _nearest(verdict, knowledge),
        _others(verdict),
        _source_note(verdict),
    ]
    return "\n\n".join(part for part in parts if part)


def verdict_sources(verdict: Verdict) -> tuple[SourceLine, ...]:
    """Return the pages that the rules come from, each once, with their dates."""
    return tuple(dict.fromkeys(line.source for line in verdict.lines))


def name_of(credential: str, level: str | None, knowledge: Knowledge) -> str:
    """Return how a credential and its level are called together: "PRINCE2 Foundation", "PSM I"."""
    short = str(knowledge.credentials[credential].short)
    if level is None:
        return short
    return level if short.lower() in level.lower() else f"{short} {_small(level)}"


def _small(level: str) -> str:
    """Return a level as it is written within a sentence: "level C", "green belt (ASQ)", but "PFQ"."""
    return uncapitalised(level) if level.startswith("Level ") or "belt" in level else level


def _first(verdict: Verdict, knowledge: Knowledge) -> str:
    name = name_of(verdict.credential, verdict.level, knowledge)
    if verdict.status == "open_to_all":
        course = any(line.subject == "course" for line in verdict.lines)
        also = " The course comes before the exam." if course else ""
        return f"Yes, the {name} is open to everyone.{also}"
    if verdict.status == "eligible":
        return f"Yes, by what you told me you meet the rules for the {name}."
    if verdict.status == "unknown":
        open_lines = [_asked_of(line) for line in verdict.lines if line.state == "unknown"]
        return (
            f"I cannot tell yet whether you can take the {name}: I do not know {listed(open_lines, 'and')}."
        )
    missing = [_missing(line) for line in verdict.lines if line.state == "missing"]
    return f"Not yet: for the {name} you still need {listed(missing, 'and')}."


def _missing(line: Line) -> str:
    """Return what is missing of a demand in words."""
    kind = line.demand.partition("/")[2]
    if line.missing_months:
        return f"{months_in_words(line.missing_months)} of {called(kind)}"
    if line.missing_hours and line.subject == "hours":
        return f"{plural(line.missing_hours, 'hour')} of {training_called(kind)}"
    return line.rule.removeprefix("holding ")


def _asked_of(line: Line) -> str:
    subject, _, kind = line.demand.partition("/")
    return {
        "education": "your education",
        "months": f"your months of {called(kind)}",
        "hours": f"your hours of {training_called(kind)}",
        "course": f"whether you took {training_called(kind)}",
        "holds": "which of the certificates you hold",
        "demand": f"whether you have {line.rule}",
    }[subject]


def _bullet(line: Line) -> str:
    mark = _MARKS[line.state]
    return f"- {mark} {line.rule}" if line.subject == "open" else f"- {mark} {line.rule}: {_yours(line)}"


def _yours(line: Line) -> str:
    yours = line.yours or "not told yet"
    if line.missing_months:
        return f"{yours}, {months_in_words(line.missing_months)} missing"
    if line.missing_hours and line.yours != "none":
        return f"{yours}, {plural(line.missing_hours, 'hour')} missing"
    return yours


def _doubts(verdict: Verdict) -> str:
    """Return what the facts behind the lines say of their own doubts."""
    notes = dict.fromkeys(line.note for line in verdict.lines if line.note)
    return f"Note: {'; '.join(notes)}." if notes else ""


def _earliest(verdict: Verdict) -> str:
    if verdict.status != "not_yet" or verdict.earliest is None:
        return ""
    training = any(line.subject in ("hours", "course") and line.state != "enough" for line in verdict.lines)
    if not verdict.missing_months:
        return f"With your weekly hours you could have the training by {day_in_words(verdict.earliest)}."
    also = ", with the training done by then" if training else ""
    return f"If you go on full time, you could meet this on {day_in_words(verdict.earliest)}{also}."


def _nearest(verdict: Verdict, knowledge: Knowledge) -> str:
    if verdict.nearest is None:
        return ""
    return f"Open to you already: {name_of(verdict.nearest, verdict.nearest_level, knowledge)}."


def _others(verdict: Verdict) -> str:
    return (
        f"I can check the other levels too: {listed(verdict.other_levels)}." if verdict.other_levels else ""
    )


def _source_note(verdict: Verdict) -> str:
    """Return where the rules stand and of when they are, and that the issuer decides."""
    pages = [f"[{source.publisher}]({source.url}), {source.as_of}" for source in verdict_sources(verdict)]
    return f"Rules from {listed(pages, 'and')}. The issuer has the last word."
