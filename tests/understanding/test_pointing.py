from __future__ import annotations

import pytest

from bot.understanding.pointing import only_points, picked, picks_from_talk, pointed, points_at_all

THREE = ("pmp", "capm", "csm")


@pytest.mark.parametrize(
    ("text", "listed", "expected"),
    [
        ("how many questions in the first one", THREE, "pmp"),
        ("and the former?", THREE, "pmp"),
        ("does the 2nd one expire", THREE, "capm"),
        ("the third pays what", THREE, "csm"),
        ("the third one", THREE, "csm"),
        ("price of the latter?", THREE[:2], "capm"),
        ("the last one", THREE, "csm"),
        ("the second exam", THREE, "capm"),
        # Not pointing: a first job, a place that is not there, nothing listed.
        ("my first job", THREE, None),
        ("the first step in a career", THREE, None),
        ("the fourth one", THREE, None),
        ("the first one", (), None),
    ],
)
def test_a_place_points_at_one_of_several(text, listed, expected):
    assert pointed(text, listed) == expected


@pytest.mark.parametrize(
    ("text", "listed", "newest", "expected"),
    [
        ("and the other one", ("pmp", "capm"), "capm", "pmp"),
        ("and the other one", ("pmp", "capm"), "pmp", "capm"),
        ("the other way round", ("pmp", "capm"), "pmp", None),
        ("the other one", THREE, "pmp", None),
    ],
)
def test_the_other_one_is_the_one_not_talked_about_last(text, listed, newest, expected):
    assert pointed(text, listed, newest) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("and the latter?", True), ("what about the other one", True), ("price of the latter", False), ("and?", False)],
)  # fmt: skip
def test_a_text_may_hold_nothing_but_a_place(text, expected):
    assert only_points(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("and the first?", True), ("yes the first one", False), ("first job", False)]
)
def test_yes_before_a_place_means_a_button(text, expected):
    assert picks_from_talk(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("all three", True), ("each of them", True), ("cost of those all", True), ("all about pmp", False), ("three", False)],
)  # fmt: skip
def test_everything_listed_may_be_meant(text, expected):
    assert points_at_all(text) is expected


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("the second one", 3, 1),
        ("#2", 3, 1),
        ("ok, number three please", 3, 2),
        ("last", 3, 2),
        ("the latter", 2, 1),
        ("one", 3, None),  # "one" alone may be anything
        ("option one", 3, 0),
        ("option 3", 2, None),
        ("last", 0, None),
        ("the second one is too dear", 3, None),
    ],
)
def test_a_place_picks_a_button(text, count, expected):
    assert picked(text, count) == expected
