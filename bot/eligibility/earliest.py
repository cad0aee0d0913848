"""The first day on which a path will be met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from dateutil.relativedelta import relativedelta

from bot.eligibility.counting import counted
from bot.eligibility.demands import Rules
from bot.eligibility.verdict import Line
from bot.knowledge.eligibility import EligibilityPath, Experience
from bot.profile.person import Person

_DAYS_A_WEEK = 7


def earliest_day(path: EligibilityPath, lines: Sequence[Line], person: Person, rules: Rules) -> date | None:
    """Return the first day on which all of ``path`` is met if the person goes on full time.

    Training is taken to be done meanwhile; when it is all that is missing, the weekly hours of study decide.
    None when it cannot be told: something is unknown, or missing in a way that time alone does not mend.
    """
    timed = ("months", "hours", "course")
    if any(line.state != "enough" and line.subject not in timed for line in lines):
        return None
    if any(line.state == "unknown" and line.subject == "months" for line in lines):
        return None
    training = next((line for line in lines if line.subject in ("hours", "course")), None)
    days = [rules.today + relativedelta(months=_months(path, person, rules))]
    if training is not None and training.state != "enough":
        trained = _trained(training, person, rules.today)
        if trained is None and not any(line.missing_months for line in lines):
            return None
        days += [trained] if trained is not None else []
    return max(days)


def _trained(line: Line, person: Person, today: date) -> date | None:
    """Return the day on which missing hours of training are done, None when nobody can tell."""
    if not line.missing_hours or not person.weekly_hours:
        return None
    return today + timedelta(days=_DAYS_A_WEEK * ceil(line.missing_hours / person.weekly_hours))


def _months(path: EligibilityPath, person: Person, rules: Rules) -> int:
    """Return the fewest months of full-time work after which the experience is enough.

    Old months may run out of the look-back window meanwhile; what is worked from now on never does.
    """
    most = sum(item.months for item in path.experience)
    return next(month for month in range(most + 1) if _is_enough(path, person, rules, month))


def _is_enough(path: EligibilityPath, person: Person, rules: Rules, later: int) -> bool:
    needs = [_still_needed(item, person, rules, later) for item in path.experience if item.months]
    return (sum(needs) if path.apart else max(needs, default=0)) <= later


def _still_needed(item: Experience, person: Person, rules: Rules, later: int) -> int:
    """Return the months that have to be worked within ``later`` months, in addition to the old ones."""
    kind = str(item.kind)
    old = counted(person, kind, item.within_years, rules.today, stand_in=rules.stands_in(kind), later=later)
    return max(0, ceil(item.months - (old or 0)))
