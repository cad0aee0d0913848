"""docs/security.md names a test for every threat, and these tests exist."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

import pytest

from bot.settings import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| threat", "|---"))
]
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


@lru_cache
def names_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds) and node.name.startswith("test_")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_every_threat_has_an_answer_and_a_test(row):
    threat, answer, tests = row
    assert threat
    assert answer
    assert re.fullmatch(r"(`tests/[\w/]+\.py::\w+` ?)+", tests)


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda part: part.rpartition("/")[2])
def test_every_test_that_is_named_exists(path, name):
    assert name in names_in(path)


def test_the_page_is_not_empty():
    assert len(ROWS) > 20
    assert len(NAMED) > 40
