from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.knowledge.checks.figures import printed_numbers
from bot.knowledge.figures import Figures

HOURS = {"least": 20, "most": 80, "fact": "study"}


def test_a_range_runs_upwards():
    with pytest.raises(ValidationError, match="'most' is smaller than 'least'"):
        Figures.parse_obj({"study_hours": HOURS | {"most": 19}})


def test_hours_and_a_span_for_one_level_contradict_each_other():
    span = {"least": 2, "most": 3, "unit": "months", "fact": "span"}
    with pytest.raises(ValidationError, match="keep the hours"):
        Figures.parse_obj({"study_hours": HOURS, "study_span": span})
    both = Figures.parse_obj({"study_hours": HOURS | {"level": "One"}, "study_span": span | {"level": "Two"}})
    assert [place for place, _ in both.all()] == [("study_hours",), ("study_span",)]


def test_each_end_names_its_fact_once():
    one = Figures.parse_obj({"study_hours": HOURS}).study_hours
    two = Figures.parse_obj({"study_hours": HOURS | {"most_fact": "longer"}}).study_hours
    assert (one.facts(), two.facts()) == (["study"], ["study", "longer"])


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("USD 300 to 2,000", {300, 2000}),
        ("EUR 577.50", {Decimal("577.5")}),
        ("about 80 hours over ten weeks", {80, 10}),
        ("six to twelve months", {6, 12}),
        ("everyone", set()),
    ],
)
def test_numbers_are_read_in_digits_and_words(value, numbers):
    assert printed_numbers(value) == numbers


@given(st.integers(0, 10**9))
def test_every_number_is_found_again_as_it_is_printed(number):
    assert printed_numbers(f"about USD {number:,} a year") >= {number}


def test_shipped_figures_cover_the_credentials_that_people_ask_for(knowledge):
    for name in ("pmp", "capm", "prince2", "psm", "google_pm"):
        figures = knowledge.credentials[name].figures
        assert figures.study_hours is not None, name
        assert figures.fees, name
