"""The numbers in the rules are those that their facts print."""

from __future__ import annotations

import re

import pytest

from bot.knowledge.loader import load
from bot.profile.durations import lengths
from bot.profile.numbers import plain
from tests.eligibility.cases import TODAY

KNOWLEDGE = load()
RULES = [
    (slug, path, item)
    for slug, credential in KNOWLEDGE.credentials.items()
    for path in credential.eligibility_paths
    for item in path.experience
    if item.months
]
TRAININGS = [
    (slug, path.training)
    for slug, credential in KNOWLEDGE.credentials.items()
    for path in credential.eligibility_paths
    if path.training
]
# Where the window of a rule is printed when it is not the fact called "window".
WINDOWS = {
    ("ipma", 6): "c_window",
    ("ipma", 8): "b_window",
    ("ipma", 12): "a_window",
    ("csm", 5): "advanced_window",
}
HOURS_A_DAY = 8


def fact(slug, name):
    return KNOWLEDGE.facts[f"credentials/{slug}"][name]


def months_in(text):
    return {length.months for length in lengths(plain(text), TODAY)}


@pytest.mark.parametrize(("slug", "path", "item"), RULES, ids=lambda value: str(value)[:40])
def test_months_are_those_of_the_fact(slug, path, item):
    known = fact(slug, str(item.fact))
    words = known.value or known.say
    # "five years of leading ..." stands in a sentence of what is asked for, not of what somebody has.
    assert item.months in months_in(words) | months_in(" ".join(re.findall(r"\w+ years", words))), words


@pytest.mark.parametrize(("slug", "path", "item"), [rule for rule in RULES if rule[2].within_years], ids=str)
def test_windows_are_those_of_the_fact(slug, path, item):
    known = fact(slug, WINDOWS.get((slug, item.within_years), "window"))
    assert str(item.within_years) in plain(known.value).split(), known.value


@pytest.mark.parametrize(("slug", "training"), TRAININGS, ids=lambda value: str(value)[:40])
def test_hours_are_those_of_the_fact(slug, training):
    value = plain(str(fact(slug, str(training.fact)).value))
    number = int(re.search(r"\d+", value).group())
    assert training.hours == (number * HOURS_A_DAY if "day" in value else number)


@pytest.mark.parametrize(("slug", "path", "item"), [rule for rule in RULES if rule[2].hours], ids=str)
def test_hours_of_experience_are_printed_too(slug, path, item):
    printed = {str(known.value).replace(",", "") for known in KNOWLEDGE.facts[f"credentials/{slug}"].values()}
    assert f"{item.hours} hours" in printed


def test_there_is_something_to_compare():
    assert len(RULES) > 25
    assert len(TRAININGS) > 20
