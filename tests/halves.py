"""The two halves of the tests, which ``tools/side_by_side.py`` runs at the same time.

Each test file is in exactly one: those of the thinking compute, those that serve start servers and browsers and
mostly wait for them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
THINKING, SERVING = "thinking", "serving"

# Folders below tests/ in which no test leans on a machine that has nothing else to do. What is not named here serves.
THINKING_FOLDERS = frozenset(
    (
        "actions",
        "answers",
        "careermap",
        "channels",
        "cli",
        "content",
        "deploy",
        "docs",
        "eligibility",
        "evaluation",
        "guided",
        "insights",
        "knowledge",
        "live",
        "nlu",
        "planning",
        "profile",
        "resume",
        "retention",
        "understanding",
        "watching",
    )
)
SERVING_BELOW = (HERE / "channels" / "slack",)


def half_of(path: Path) -> str:
    """Return the half in which the test file ``path`` runs."""
    folder = path.relative_to(HERE).parts[0]
    serves = folder not in THINKING_FOLDERS or any(path.is_relative_to(place) for place in SERVING_BELOW)
    return SERVING if serves else THINKING


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take ``--half``; without it all tests run."""
    parser.addoption("--half", choices=(THINKING, SERVING), help="run one of the two halves of the tests")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the files of the other half."""
    half = config.getoption("--half")
    if half and collection_path.suffix == ".py" and collection_path.is_relative_to(HERE):
        return True if half_of(collection_path) != half else None
    return None
