from __future__ import annotations

import pytest

from bot.guided.signs import asks_for_check, changes_pace, corrects, speaks_of_me


@pytest.mark.parametrize(
    ("text", "facts", "asked"),
    [
        ("am i eligible for pmp", False, True),
        ("check capm for me", False, True),
        ("do i meet the requirements", False, True),
        ("how close am i to the pgmp", False, True),
        ("i have a bachelor and 4 years, can i sit pmp", True, True),
        ("can i take capm in high school", True, False),
        ("can i take the pmp online", False, False),
        ("who can take the pmp", False, False),
    ],
)
def test_a_check_is_asked_for_in_words_or_by_facts_of_oneself(text, facts, asked):
    assert asks_for_check(text, tells_facts=facts) is asked


@pytest.mark.parametrize(
    "text", ["no, 3 years", "that's wrong, it is 5 years", "sorry, i meant 2", "actually a master"]
)
def test_a_correction_is_heard(text):
    assert corrects(text)


def test_what_corrects_nothing():
    assert not corrects("4 years")


def test_other_hours_of_study_are_heard():
    assert changes_pace("what if i study 10 hours a week")
    assert not changes_pace("what does it cost")


def test_who_speaks_of_oneself():
    assert speaks_of_me("im a pmo analyst")
    assert not speaks_of_me("can a pmo analyst become a project manager")
