"""The reliability table and the calibration error, on outcomes counted by hand."""

from __future__ import annotations

import pytest

from bot.evaluation.reliability import Bin, calibration_error, reliability
from tests.evaluation.conftest import outcome


def answered(confidence, *, right, count=1):
    return [outcome("a/b", "a/b" if right else "a/c", confidence)] * count


def test_each_bin_has_its_turns_mean_confidence_and_share_right():
    found = [*answered(0.62, right=True), *answered(0.68, right=False), *answered(0.95, right=True, count=2)]
    low, high = reliability(found)
    assert (low.low, low.high, low.turns, low.right) == (0.6, 0.7, 2, 0.5)
    assert low.confidence == pytest.approx(0.65)
    assert (high.low, high.high, high.turns, high.right) == (0.9, 1.0, 2, 1.0)


def test_the_ends_of_the_scale_are_in_the_outer_bins():
    found = [*answered(0.0, right=True), *answered(1.0, right=True)]
    assert [(row.low, row.turns) for row in reliability(found, bins=5)] == [(0.0, 1), (0.8, 1)]


def test_asked_back_the_first_choice_counts():
    first = outcome("a/b", "clarify", 0.4, options="a/b a/c")
    second = outcome("a/c", "clarify", 0.4, options="a/b a/c")
    assert reliability([first, second])[0].right == 0.5


def test_the_error_is_the_mean_distance_over_all_turns():
    table = [Bin(0.5, 0.6, 30, 0.5, 0.8), Bin(0.9, 1.0, 10, 0.9, 0.8)]
    assert calibration_error(table) == pytest.approx((30 * 0.3 + 10 * 0.1) / 40)


def test_perfect_confidences_have_no_error():
    found = [*answered(0.75, right=True, count=3), *answered(0.75, right=False)]
    assert calibration_error(reliability(found)) == pytest.approx(0)


def test_nothing_asked_has_no_error():
    assert calibration_error(reliability([])) == 0.0
