from __future__ import annotations

import pytest

from benchmarks.table import number, table


def test_each_row_has_the_cells_of_the_head():
    assert table(("a", "b"), [("1", "2"), ("3", "4")]).splitlines() == [
        "| a | b |",
        "| --- | --- |",
        "| 1 | 2 |",
        "| 3 | 4 |",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1234.5, "1,234"), (99.96, "100.0"), (12.34, "12.3"), (0.708, "0.71"), (float("nan"), "-")],
)
def test_a_figure_has_the_digits_that_can_be_trusted(value, shown):
    assert number(value) == shown
