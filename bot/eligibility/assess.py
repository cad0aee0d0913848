"""Checks a person against the rules of a credential. Pure: the same input gives the same verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.eligibility.demands import Rules, is_open, lines
from bot.eligibility.earliest import earliest_day
from bot.eligibility.levels import levels
from bot.eligibility.nearest import nearest_open
from bot.eligibility.verdict import Line, Status, Verdict
from bot.knowledge.base import Knowledge
from bot.knowledge.eligibility import EligibilityPath
from bot.profile.person import Person

__all__ = ["assess", "rules_of"]

_EDUCATIONS = (None, "none", "secondary", "associate", "bachelor", "master", "bachelor_gac", "master_gac")


def assess(
    credential: str, person: Person, knowledge: Knowledge, today: date, level: str | None = None
) -> Verdict:
    """Return whether ``person`` may take ``credential``, with the working.

    ``level`` names one of several levels (:func:`bot.eligibility.levels.named_level`); without it the first
    is checked. Raises ``KeyError`` for a credential that is not known or has no rules, or a level that it
    has not.
    """
    rules = rules_of(credential, knowledge, today, level)
    verdict = _verdict(person, rules)
    if verdict.status != "not_yet":
        return verdict
    found = nearest_open(
        credential, rules.level, knowledge, lambda slug, other: _is_yes(slug, other, person, rules)
    )
    return replace(verdict, nearest=found[0], nearest_level=found[1]) if found else verdict


def rules_of(credential: str, knowledge: Knowledge, today: date, level: str | None = None) -> Rules:
    """Return the rules of a level of a credential, the first one by default."""
    known = levels(credential, knowledge)
    chosen = level or (known[0] if known else None)
    paths = tuple(
        path
        for path in knowledge.credentials[credential].eligibility_paths
        if path.level is None or str(path.level) == chosen
    )
    if not paths:
        raise KeyError(f"no rules for {credential} {level or ''}".strip())
    return Rules(credential, chosen, paths, knowledge, today)


def _is_yes(credential: str, level: str | None, person: Person, rules: Rules) -> str | None:
    """Return the status of another credential if the person may take it, else None."""
    verdict = _verdict(person, rules_of(credential, rules.knowledge, rules.today, level))
    return verdict.status if verdict.is_yes else None


def _verdict(person: Person, rules: Rules) -> Verdict:
    checked = [(path, lines(path, person, rules)) for path in rules.paths]
    path, found = min(checked, key=lambda pair: _distance(*pair))
    others = tuple(name for name in levels(rules.credential, rules.knowledge) if name != rules.level)
    return Verdict(
        credential=rules.credential,
        level=rules.level,
        status=_status(path, found),
        path=path,
        lines=found,
        earliest=earliest_day(path, found, person, rules),
        other_levels=others,
    )


def _status(path: EligibilityPath, found: Sequence[Line]) -> Status:
    """Return the status by the best path: it has nothing missing if any path has nothing missing."""
    if is_open(path):
        return "open_to_all"
    states = {line.state for line in found}
    if "missing" in states:
        return "not_yet"
    return "unknown" if "unknown" in states else "eligible"


def _distance(path: EligibilityPath, found: Sequence[Line]) -> tuple[int, ...]:
    """Return how far a person is from a path, for choosing the nearest one.

    A path that is met comes first, then one with nothing missing; then it counts what time does not mend,
    what
    is not known, months, hours. Of equals the one with the highest education that the person may have is
    shown, and a GAC degree is not supposed of anybody.
    """
    missing = [line for line in found if line.state == "missing"]
    hard = sum(line.subject not in ("months", "hours", "course") for line in missing)
    unknown = [line for line in found if line.state == "unknown"]
    supposed = any(line.subject == "education" for line in unknown) and str(path.education).endswith("_gac")
    rank = _EDUCATIONS.index(path.education)
    return (
        0 if is_open(path) else 1,
        bool(missing),
        hard,
        supposed,
        len(unknown),
        sum(line.missing_months or 0 for line in missing),
        sum(line.missing_hours or 0 for line in missing),
        rank if any(line.subject == "education" for line in missing) else -rank,
    )
