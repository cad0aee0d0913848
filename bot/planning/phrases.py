"""Small pieces of English for plans: dates, money, hours, names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.answers.wording import capitalised, subject_name
from bot.eligibility.wording import name_of
from bot.eligibility.words import listed
from bot.knowledge.base import Knowledge
from bot.planning.plan import Cost, Range, Step, Window

# From this spread on the months of a window say more than anybody knows.
_VAGUE_YEARS = 3


def window_in_words(window: Window) -> str:
    """Return when something is done: "March 2027", "March to May 2027", "2030 to 2034"."""
    first, last = window.earliest, window.latest
    if last.year - first.year >= _VAGUE_YEARS:
        return f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{last:%B %Y}"
    return f"{first:%B} to {last:%B %Y}" if first.year == last.year else f"{first:%B %Y} to {last:%B %Y}"


def between_in_words(window: Window) -> str:
    """Return a window as the end of a sentence: "in March 2027", "between March and May 2027"."""
    words = window_in_words(window)
    return f"between {words.replace(' to ', ' and ')}" if " to " in words else f"in {words}"


def number(value: Decimal) -> str:
    """Return a number with thousands set off, and two places when it is not whole."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def range_in_words(least: Decimal, most: Decimal) -> str:
    """Return a range: "20 to 80", or the one number that it is."""
    return number(least) if least == most else f"{number(least)} to {number(most)}"


def amount_in_words(amount: Range) -> str:
    """Return an amount: "20 to 80 hours", "1 month"."""
    unit = amount.unit.removesuffix("s") if amount.most == 1 else amount.unit
    return f"{range_in_words(amount.least, amount.most)} {unit}"


def money_in_words(costs: Sequence[Cost]) -> str:
    """Return costs: "USD 225 to 300", with "and" between currencies; empty for none."""
    return all_of([f"{cost.currency} {range_in_words(cost.least, cost.most)}" for cost in costs])


def all_of(items: Iterable[str]) -> str:
    """Return items as "a, b and c"."""
    return listed([*items], "and")


def credential_name(step: Step, knowledge: Knowledge) -> str:
    """Return how the credential of a step is called, with its level."""
    return name_of(step.subject, step.level, knowledge)


def subject_of(step: Step, knowledge: Knowledge) -> str:
    """Return the role moved to, or the credential, as it begins a line."""
    if step.kind == "move":
        return capitalised(subject_name(step.subject, knowledge))
    return credential_name(step, knowledge)
