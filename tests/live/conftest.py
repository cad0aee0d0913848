from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.live.board import Board


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Board(tmp_path / "var")


@pytest.fixture
def root(write: Callable[[], Path]) -> Path:
    """A small valid knowledge folder."""
    return write()
