"""Holds each demand of a path against what the person said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.sources import source_lines
from bot.eligibility.counting import counted, meets_education, says
from bot.eligibility.verdict import Line, State
from bot.eligibility.words import (
    EDUCATION,
    OWN_EDUCATION,
    experience_of,
    experience_rule,
    listed,
    plural,
    shorts,
    training_rule,
)
from bot.knowledge.base import Knowledge
from bot.knowledge.eligibility import EligibilityPath, Experience, Training
from bot.profile.kinds import counting
from bot.profile.person import Person


@dataclass(frozen=True)
class Rules:
    """The rules of one level of a credential, and what is needed to read them."""

    credential: str
    level: str | None
    paths: tuple[EligibilityPath, ...]
    knowledge: Knowledge
    today: date

    @property
    def home(self) -> str:
        """Return the file that the facts are in."""
        return f"credentials/{self.credential}"

    @property
    def main_kind(self) -> str | None:
        """Return the kind that unnamed experience is taken for: the first that the paths ask months of."""
        kinds = [str(item.kind) for path in self.paths for item in path.experience if item.months]
        return kinds[0] if kinds else None

    def stands_in(self, kind: str) -> bool:
        """Tell whether experience of an unnamed kind counts for ``kind``."""
        return kind == self.main_kind


def is_open(path: EligibilityPath) -> bool:
    """Tell whether a path asks for nothing but, at most, a course that anyone may book."""
    bars = path.education or path.experience or path.holds_any
    return not bars and (path.training is None or path.training.course_required)


def lines(path: EligibilityPath, person: Person, rules: Rules) -> tuple[Line, ...]:
    """Return a line for each demand of the path; an open path has one that says so."""
    found = [*_education(path, person, rules)]
    found += [_experience(item, person, rules) for item in path.experience]
    if path.training is not None:
        found.append(_training(path.training, person, rules))
    if path.holds_any:
        found.append(_holds(path, person, rules))
    if is_open(path):
        found.insert(
            0, _line("open", "no condition of education or experience", None, "enough", str(path.fact), rules)
        )
    return tuple(found)


def _education(path: EligibilityPath, person: Person, rules: Rules) -> Iterator[Line]:
    if path.education is None:
        return
    had = person.education
    state: State = "unknown"
    if had is not None:
        state = "enough" if meets_education(had, path.education) else "missing"
    rule = f"at least {EDUCATION[path.education]}"
    yield _line("education", rule, OWN_EDUCATION[had] if had else None, state, str(path.fact), rules)


def _experience(item: Experience, person: Person, rules: Rules) -> Line:
    kind, stand_in = str(item.kind), rules.stands_in(str(item.kind))
    months = counted(person, kind, item.within_years, rules.today, stand_in=stand_in)
    if not item.months:
        return _demand(item, person, rules)
    name, rule = f"months/{kind}", experience_rule(item)
    if months is None:
        return _line(name, rule, None, "unknown", str(item.fact), rules)
    full = int(months)
    yours = experience_of(person, kind, full, stand_in=stand_in)
    if full >= item.months:
        return _line(name, rule, yours, "enough", str(item.fact), rules)
    if not says(person, kind, stand_in=stand_in):
        return _line(name, rule, yours, "unknown", str(item.fact), rules)
    return _line(name, rule, yours, "missing", str(item.fact), rules, missing_months=item.months - full)


def _demand(item: Experience, person: Person, rules: Rules) -> Line:
    """Return the line of a demand that is met or not, without a number of months."""
    kind = str(item.kind)
    had = any(name in person.confirmed or (person.months(name) or 0) > 0 for name in counting(kind))
    denied = kind in person.denied or person.months(kind) == 0
    state: State = "enough" if had else "missing" if denied else "unknown"
    yours = {"enough": "yes", "missing": "no", "unknown": None}[state]
    return _line(f"demand/{kind}", experience_rule(item), yours, state, str(item.fact), rules)


def _training(training: Training, person: Person, rules: Rules) -> Line:
    kind, hours = str(training.kind), person.hours(str(training.kind))
    rule, fact = training_rule(training, rules.knowledge), str(training.fact)
    subject = "course" if training.course_required else "hours"
    stand_in = [slug for slug in training.waived_by if slug in person.holds]
    if kind in person.confirmed or stand_in:
        yours = shorts(stand_in, rules.knowledge)[0] if stand_in else "done"
        return _line(f"{subject}/{kind}", rule, yours, "enough", fact, rules)
    if hours is None and kind in person.denied:
        hours = 0
    if hours is None:
        return _line(f"{subject}/{kind}", rule, None, "unknown", fact, rules)
    yours, missing = plural(hours, "hour") if hours else "none", max(0, training.hours - hours)
    state: State = "missing" if missing else "enough"
    return _line(f"{subject}/{kind}", rule, yours, state, fact, rules, missing_hours=missing or None)


def _holds(path: EligibilityPath, person: Person, rules: Rules) -> Line:
    slugs = [str(slug) for slug in path.holds_any]
    held = [slug for slug in slugs if slug in person.holds]
    denied = all(f"holds/{slug}" in person.denied for slug in slugs)
    state: State = "enough" if held else "missing" if denied else "unknown"
    yours = listed(shorts(held, rules.knowledge), "and") if held else "none of them" if denied else None
    rule = f"holding {listed(_entries(slugs, rules))}"
    return _line(holds_name(slugs), rule, yours, state, str(path.fact), rules)


def holds_name(slugs: Sequence[str]) -> str:
    """Return the name of the question whether one of these credentials is held."""
    return f"holds/{'+'.join(slugs)}"


def _entries(slugs: Sequence[str], rules: Rules) -> list[str]:
    """Return the names of credentials that open a path; its own lower level is named as one."""
    names = []
    for slug in slugs:
        short = str(rules.knowledge.credentials[slug].short)
        first = rules.knowledge.credentials[slug].eligibility_paths[:1]
        own = slug == rules.credential and first and first[0].level and str(first[0].level) != short
        names.append(f"{short} {first[0].level}" if own else short)
    return names


def _line(
    demand: str, rule: str, yours: str | None, state: State, fact: str, rules: Rules, **missing: int | None
) -> Line:
    known = rules.knowledge.fact(fact, rules.home)
    return Line(
        demand=demand,
        rule=rule,
        yours=yours,
        state=state,
        source=source_lines([known], rules.knowledge)[0],
        fact=fact if "." in fact else f"{rules.home}.{fact}",
        note=str(known.note) if known.note else None,
        **missing,
    )
