from __future__ import annotations

import pytest

from bot.profile.bare import read_bare, unread_months
from bot.profile.person import Course, Person, Spell

ASKED = "months/leading_projects"


@pytest.mark.parametrize("number", [16, 20, 40])
def test_a_number_between_years_and_months_is_neither(number):
    assert unread_months(f"about {number}", ASKED) == number
    assert read_bare(str(number), "months", "leading_projects") == Person()


@pytest.mark.parametrize(("number", "months"), [(15, 180), (41, 41)])
def test_smaller_ones_are_years_and_larger_ones_months(number, months):
    assert unread_months(str(number), ASKED) is None
    assert read_bare(str(number), "months", "risk") == Person(experience=(Spell("risk", months),))


def test_hours_are_read_to_a_limit():
    assert read_bare("500", "hours", "risk") == Person(training=(Course("risk", 500),))
    assert read_bare("501", "hours", "risk") == Person()


@pytest.mark.parametrize(
    ("text", "asked"), [("20 years", ASKED), ("20", None), ("20", "hours/risk"), ("what", ASKED)]
)
def test_anything_else_is_no_bare_number_of_months(text, asked):
    assert unread_months(text, asked) is None
