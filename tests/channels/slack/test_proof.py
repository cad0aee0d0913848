"""The table of docs/slack.md names, for each promise, the tests that prove it: all of them and no others."""

from __future__ import annotations

import ast
import re
from collections import defaultdict

from bot.settings import ROOT

CHECKS = 19
HERE = ROOT / "tests" / "channels" / "slack"
_ROW = re.compile(r"^\| (\d+) \| .+ \| (.+) \|$", re.MULTILINE)


def proofs() -> dict[int, set[str]]:
    """Return the tests of each check: those whose docstrings begin with its number."""
    found = defaultdict(set)
    for path in (HERE / "test_manifest.py", *sorted((HERE / "with_model").glob("test_*.py"))):
        for item in ast.parse(path.read_text()).body:
            if isinstance(item, (ast.AsyncFunctionDef, ast.FunctionDef)):
                number = re.match(r"Check (\d+)\b", ast.get_docstring(item) or "")
                if number:
                    found[int(number[1])].add(f"{path.name}: {item.name}")
    return dict(found)


def test_every_check_has_tests_and_the_guide_names_them() -> None:
    guide = (ROOT / "docs" / "slack.md").read_text()
    listed = {
        int(number): set(re.findall(r"`(test_\w+\.py: test_\w+)`", tests))
        for number, tests in _ROW.findall(guide)
    }
    assert sorted(listed) == list(range(1, CHECKS + 1))
    assert listed == proofs()
