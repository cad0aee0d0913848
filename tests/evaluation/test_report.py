"""The report names every section that has something to say, and every miss."""

from __future__ import annotations

import pytest

from bot.evaluation.report import report, typo_report
from tests.evaluation.conftest import outcome

RIGHT = outcome("credential/pmp/cost", "credential/pmp/cost", kind="ellipsis", group="prices")
REFUSED = outcome("role/pmo/salary", "out_of_scope/unrelated", 0.95, kind="return")
ASKED = outcome("topic/masters", "clarify", 0.45, options="topic/no_degree topic/masters")


@pytest.fixture
def lines():
    return report({"one.jsonl": [RIGHT, REFUSED], "two.jsonl": [ASKED]}).splitlines()


def section(lines, title):
    """The lines below the one that starts with ``title``, up to the next empty one."""
    start = next(number for number, line in enumerate(lines) if line.startswith(title))
    below = lines[start + 1 :]
    return [line.split() for line in below[: below.index("") if "" in below else None]]


def test_the_figures_come_first(lines):
    assert lines[0].split() == ["turns", "3"]
    assert lines[1].split()[-1] == "33.3%"


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("by set", [["one.jsonl", "2", "50.0%"], ["two.jsonl", "1", "0.0%"]]),
        ("by family", [["credential", "1", "100.0%"], ["role", "1", "0.0%"], ["topic", "1", "0.0%"]]),
        ("by group", [["prices", "1", "100.0%"]]),
        ("by kind of dialogue", [["ellipsis", "1", "100.0%"], ["return", "1", "0.0%"]]),
    ],
)
def test_shares_are_told_by_set_family_group_and_kind(lines, title, rows):
    assert section(lines, title) == rows


def test_calibration_ends_with_the_expected_error(lines):
    rows = section(lines, "calibration")
    assert rows[0] == ["0.4", "to", "0.5", "1", "45.0%", "0.0%"]
    assert rows[-1][:3] == ["expected", "calibration", "error"]


def test_misses_are_listed_with_all_that_was_given(lines):
    assert "misses: 2" in lines
    assert any(
        "wanted topic/masters, gave clarify [topic/no_degree, topic/masters] (0.45;" in line for line in lines
    )


@pytest.mark.parametrize(
    "title", ["refused by mistake: 1", "taken by another family with great confidence: 1"]
)
def test_the_worst_misses_have_lists_of_their_own(lines, title):
    assert "out_of_scope/unrelated" in " ".join(section(lines, title)[0])


def test_sections_without_anything_are_left_out():
    text = report({"one.jsonl": [outcome("a/b", "a/b")]})
    assert "by set" not in text
    assert "by group" not in text
    assert "by kind" not in text


def test_the_drop_by_slips_is_told_with_what_was_lost():
    lost = outcome("credential/pmp/cost", "credential/pmp/need")
    lines = typo_report([RIGHT, REFUSED], [lost, REFUSED]).splitlines()
    assert lines[1].split()[-3:] == ["50.0%", "0.0%", "+50.0%"]
    assert lines[-2] == "lost by a slip: 1"
    assert "credential/pmp/need" in lines[-1]
