"""What a credential costs in hours and money, as numbers that a plan can add up.

The words of an answer quote facts; a plan has to count. So each figure repeats the numbers of a fact and
names it, and a check compares the two (:mod:`bot.knowledge.checks.figures`): whoever changes one is told of
the other.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from pydantic import ConstrainedDecimal, ConstrainedStr, Field, validator

from bot.knowledge.fields import Line, Model

TimeUnit = Literal["days", "weeks", "months"]
FeePart = Literal["certificate", "course"]


class CurrencyCode(ConstrainedStr):
    """Three capitals; that ISO 4217 knows them is for the check to say."""

    regex = re.compile(r"^[A-Z]{3}$")


class Amount(ConstrainedDecimal):
    """An amount of hours, time or money."""

    ge = Decimal(0)


class Figure(Model):
    """A range taken from facts.

    ``fact`` names the fact that prints ``least``, and ``most`` too unless ``most_fact`` names another for it.
    ``level`` is the level of the credential that the figure is for, in the words of its eligibility paths;
    absent when the credential has one level only.
    """

    level: Line | None = None
    least: Amount
    most: Amount
    fact: Line
    most_fact: Line | None = None

    @validator("most")
    def _ordered(cls, most: Decimal, values: dict[str, Decimal]) -> Decimal:  # noqa: N805 - pydantic's signature
        if most < values.get("least", Decimal(0)):
            raise ValueError("'most' is smaller than 'least'")
        return most

    def ends(self) -> tuple[tuple[Decimal, str], tuple[Decimal, str]]:
        """Return the two numbers, each with the name of the fact that prints it."""
        return (self.least, str(self.fact)), (self.most, str(self.most_fact or self.fact))

    def facts(self) -> list[str]:
        """Return the facts that the figure rests on, each once."""
        return list(dict.fromkeys(name for _, name in self.ends()))


class StudyHours(Figure):
    """Hours of study before the exam, beside the training that the eligibility rules ask for."""


class StudySpan(Figure):
    """Calendar time of study beside a job, for credentials of which no source gives hours."""

    unit: TimeUnit


class Fee(Figure):
    """What has to be paid, in ``currency`` (ISO 4217).

    ``part`` tells what for: the ``certificate`` itself (exam, assessment, subscription) or the ``course``
    that the rules ask for, which somebody who has done it need not pay again. Several fees for one part are
    prices for different people (members and others) or of different sellers: one of them is paid, not all.
    """

    part: FeePart = "certificate"
    currency: CurrencyCode


class Figures(Model):
    """The figures of one credential. What no fact supports is absent; a plan says that it is not known."""

    study_hours: StudyHours | None = None
    study_span: StudySpan | None = None
    fees: list[Fee] = Field(default_factory=list)

    @validator("study_span")
    def _one_time(cls, span: StudySpan | None, values: dict[str, Figure | None]) -> StudySpan | None:  # noqa: N805
        hours = values.get("study_hours")
        if span is not None and hours is not None and span.level == hours.level:
            raise ValueError("hours and a span for the same level; keep the hours")
        return span

    def all(self) -> list[tuple[tuple[str | int, ...], Figure]]:
        """Return every figure with its place below ``figures``."""
        times: list[tuple[tuple[str | int, ...], Figure | None]] = [
            (("study_hours",), self.study_hours),
            (("study_span",), self.study_span),
        ]
        fees = [(("fees", number), fee) for number, fee in enumerate(self.fees)]
        return [(place, figure) for place, figure in (*times, *fees) if figure is not None]
