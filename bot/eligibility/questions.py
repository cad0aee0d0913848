"""Chooses what to ask next: the one thing that is not known and that the verdict hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.eligibility.assess import assess, rules_of
from bot.eligibility.demands import Rules, lines
from bot.eligibility.verdict import Line, Question
from bot.knowledge.base import Knowledge
from bot.profile.person import Person

_ORDER = ("education", "months", "demand", "hours", "course", "holds")
_EDUCATIONS = ("none", "secondary", "associate", "bachelor", "bachelor_gac", "master", "master_gac")


def next_question(
    credential: str, person: Person, knowledge: Knowledge, today: date, level: str | None = None
) -> Question | None:
    """Return the question to ask next, None when the answer to none would change the verdict.

    A question that was declined, or that the person cannot answer, is not asked again. Raises ``KeyError`` as
    :func:`bot.eligibility.assess.assess` does.
    """
    verdict = assess(credential, person, knowledge, today, level)
    if verdict.is_yes:
        return None
    rules = rules_of(credential, knowledge, today, level)
    checked = [lines(path, person, rules) for path in rules.paths]
    passed = {*person.declined, *person.unsure}
    asked = [
        line.demand
        for found in checked
        for line in found
        if line.state == "unknown" and line.demand not in passed and _matters(line, found, verdict.status)
    ]
    if not asked:
        return None
    return _question(min(dict.fromkeys(asked), key=lambda name: _ORDER.index(name.partition("/")[0])), rules)


def _matters(line: Line, found: Sequence[Line], status: str) -> bool:
    """Tell whether an unknown demand of a path can change the verdict.

    While a path may be met, each of its unknown demands can; when every path misses something, only what
    tells the earliest date can: the months, and whatever time does not mend. Training can be had meanwhile.
    """
    missing = [other for other in found if other.state == "missing"]
    if status == "unknown":
        return not missing
    return line.subject not in ("hours", "course") and all(
        other.subject in ("months", "hours", "course") for other in missing
    )


def _question(name: str, rules: Rules) -> Question:
    subject, _, about = name.partition("/")
    if subject == "education":
        needed = {str(path.education) for path in rules.paths if path.education}
        return Question(name, rules.credential, educations=tuple(e for e in _EDUCATIONS if e in needed))
    trainings = [path.training for path in rules.paths if path.training and path.training.kind == about]
    amounts = sorted(
        {*_months(about, rules)} if subject == "months" else {training.hours for training in trainings}
    )
    waived = dict.fromkeys(str(slug) for training in trainings for slug in training.waived_by)
    return Question(
        name,
        rules.credential,
        about=tuple(about.split("+")) if subject == "holds" else (about,),
        amounts=tuple(amounts) if subject in ("months", "hours", "course") else (),
        waived_by=tuple(waived) if subject == "hours" else (),
    )


def _months(kind: str, rules: Rules) -> Iterator[int]:
    for path in rules.paths:
        yield from (item.months for item in path.experience if item.kind == kind)
