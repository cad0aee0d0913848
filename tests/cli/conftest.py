from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import waymark

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run one command line in this process and return its exit code and what it printed."""

    def running(*words: str) -> Result:
        return CliRunner().invoke(waymark, words, prog_name="waymark")

    return running


@pytest.fixture
def data(run: Run) -> Callable[..., Any]:
    """Run one command with --json and return what it printed as data."""

    def reading(*words: str) -> Any:
        result = run(*words, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return reading
