"""How long a credential takes and what it costs, from the figures of the knowledge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from bot.knowledge.base import Knowledge
from bot.knowledge.currencies import currency_of
from bot.knowledge.figures import Fee, Figure, StudySpan
from bot.planning.needs import Needs
from bot.planning.plan import Cost, Range

DAYS_A_WEEK = 7
# The days of a unit of calendar time; a month is a twelfth of a mean year.
_DAYS = {"days": Decimal(1), "weeks": Decimal(DAYS_A_WEEK), "months": Decimal("365.2425") / 12}
# Prices are taken in the person's own currency, else in the one that most sources use.
_COMMON = "USD"


@dataclass(frozen=True)
class Effort:
    """Time and money for one credential.

    Days are (least, most). ``study`` is the figure behind ``study_days``; None where no source tells.
    ``fee_known`` and ``course_fee_known`` tell whether the cost holds the certificate's price, and the price
    of a course that is still needed.
    """

    training_days: tuple[int, int]
    study_days: tuple[int, int] | None
    study: Range | None
    study_facts: tuple[str, ...]
    cost: Cost | None
    fee_known: bool
    course_fee_known: bool


def effort(needs: Needs, weekly_hours: float, country: str | None, knowledge: Knowledge) -> Effort:
    """Return what ``needs.credential`` takes at ``weekly_hours`` of study a week, paid in ``country``.

    Study by hours takes whole weeks. A course that is taught takes a week, whatever the pace.
    """
    home = f"credentials/{needs.credential}"
    figures = knowledge.credentials[needs.credential].figures
    hours = figures.study_hours if _fits(figures.study_hours, needs) else None
    span = figures.study_span if _fits(figures.study_span, needs) else None
    days = _days(span) if span else None
    if hours:
        days = _weeks(hours.least, weekly_hours), _weeks(hours.most, weekly_hours)
    fees = [fee for fee in figures.fees if _fits(fee, needs)]
    cost, parts = _cost(fees, needs, currency_of(country), home)
    course_needed = needs.training is not None
    return Effort(
        training_days=_training_days(needs, weekly_hours),
        study_days=days,
        study=_range(hours, span),
        study_facts=_facts([figure for figure in (hours or span,) if figure], home),
        cost=cost,
        fee_known="certificate" in parts or ("course" in parts and not _has_exam_fee(fees)),
        course_fee_known=not course_needed or "course" in parts,
    )


def _range(hours: Figure | None, span: StudySpan | None) -> Range | None:
    if hours is not None:
        return Range(hours.least, hours.most, "hours")
    return Range(span.least, span.most, span.unit) if span else None


def _fits(figure: Figure | None, needs: Needs) -> bool:
    return figure is not None and (figure.level is None or figure.level == needs.level)


def _has_exam_fee(fees: Iterable[Fee]) -> bool:
    return any(fee.part == "certificate" for fee in fees)


def _training_days(needs: Needs, weekly_hours: float) -> tuple[int, int]:
    if needs.training is None:
        return 0, 0
    hours = Decimal(needs.training.hours)
    days = DAYS_A_WEEK if needs.training.course else _weeks(hours, weekly_hours)
    return days, days


def _weeks(hours: Decimal, weekly_hours: float) -> int:
    """Return the days of the whole weeks that ``hours`` take."""
    return DAYS_A_WEEK * ceil(float(hours) / weekly_hours)


def _days(span: StudySpan) -> tuple[int, int]:
    least, most = (ceil(end * _DAYS[span.unit]) for end in (span.least, span.most))
    return least, most


def _cost(fees: list[Fee], needs: Needs, own: str | None, home: str) -> tuple[Cost | None, set[str]]:
    """Return what is paid in one currency, and the parts that are in it.

    Of several prices for a part one is paid: the range runs from the lowest to the highest of them.
    """
    fees = [fee for fee in fees if fee.part == "certificate" or needs.training is not None]
    offered = list(dict.fromkeys(str(fee.currency) for fee in fees))
    currency = next((code for code in (own, _COMMON, *offered) if code in offered), None)
    if currency is None:
        return None, set()
    least = most = Decimal(0)
    paid = [fee for fee in fees if fee.currency == currency]
    for part in {fee.part for fee in paid}:
        prices = [fee for fee in paid if fee.part == part]
        least += min(fee.least for fee in prices)
        most += max(fee.most for fee in prices)
    return Cost(currency, least, most, _facts(paid, home)), {fee.part for fee in paid}


def _facts(figures: Iterable[Figure], home: str) -> tuple[str, ...]:
    names = [name for figure in figures for name in figure.facts()]
    return tuple(dict.fromkeys(name if "." in name else f"{home}.{name}" for name in names))
