"""Checks of the figures that plans add up: grounded in facts, and the same as those print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from bot.knowledge.base import Knowledge
from bot.knowledge.currencies import currencies_in_use
from bot.knowledge.figures import Fee, Figure
from bot.knowledge.problems import Problem

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def figures_are_grounded(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every figure names facts that exist and that print its numbers."""
    for home, place, figure in _figures(knowledge):
        source = knowledge.files[home]
        for number, reference in figure.ends():
            if not knowledge.has_fact(reference, home):
                cure = "Add the fact, or correct its name"
                yield source.problem(place, f"there is no fact '{reference}'", cure)
                continue
            value = str(knowledge.fact(reference, home).value or "")
            if number not in printed_numbers(value):
                cure = "Take the number from the fact, or name the fact that it comes from"
                yield source.problem(
                    place, f"the fact '{reference}' says '{value}', which has no {number:f}", cure
                )


def fees_have_currencies(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every fee is in a currency of ISO 4217 that is in use, the one of its facts."""
    for home, place, figure in _figures(knowledge):
        if not isinstance(figure, Fee):
            continue
        source = knowledge.files[home]
        if figure.currency not in currencies_in_use():
            cure = "Use the code of ISO 4217, such as USD, GBP or EUR"
            yield source.problem((*place, "currency"), f"'{figure.currency}' is no currency in use", cure)
        for reference in figure.facts():
            known = knowledge.has_fact(reference, home)
            if known and figure.currency not in str(knowledge.fact(reference, home).value):
                cure = "Give the currency that the fact prints"
                message = f"the fact '{reference}' is not in {figure.currency}"
                yield source.problem((*place, "currency"), message, cure)


def figures_name_levels(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every figure's level is one of the credential's eligibility paths."""
    for name, credential in knowledge.credentials.items():
        levels = {str(path.level) for path in credential.eligibility_paths if path.level}
        for place, figure in credential.figures.all():
            wrong = figure.level is not None and str(figure.level) not in levels
            if wrong or (figure.level is None and len(levels) > 1):
                source = knowledge.files[f"credentials/{name}"]
                message = f"'{figure.level}' is no level of its eligibility paths" if wrong else "no level"
                cure = f"Name one of: {', '.join(sorted(levels)) or '(none; leave it out)'}"
                yield source.problem(("figures", *place), message, cure)


def printed_numbers(value: str) -> set[Decimal]:
    """Return the numbers in ``value``, in digits or in words up to twelve."""
    digits = {Decimal(found.replace(",", "")) for found in _NUMBER.findall(value)}
    words = re.findall(r"[a-z]+", value.lower())
    return digits | {Decimal(_WORDS.index(word) + 1) for word in words if word in _WORDS}


def _figures(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str | int, ...], Figure]]:
    for name, credential in knowledge.credentials.items():
        for place, figure in credential.figures.all():
            yield f"credentials/{name}", ("figures", *place), figure
