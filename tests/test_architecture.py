from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FREE_OF_RASA = sorted(
    path
    for path in (ROOT / "bot").rglob("*.py")
    if not {"nlu", "channels"} & set(path.relative_to(ROOT / "bot").parts[:1])
)


def imported(path: Path) -> set[str]:
    modules: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module)
    return modules


@pytest.mark.parametrize("path", FREE_OF_RASA, ids=lambda p: str(p.relative_to(ROOT)))
def test_thinking_imports_no_rasa(path):
    roots = {module.split(".")[0] for module in imported(path)}
    assert not roots & {"rasa", "rasa_sdk"}
    within = {".".join(module.split(".")[:2]) for module in imported(path) if module.startswith("bot.")}
    # The command line is outermost, as the service is: nothing imports it, and it may call the model.
    if path.parent != ROOT / "bot" / "cli":
        assert not within & {"bot.nlu", "bot.channels", "bot.cli"}


def test_the_list_is_not_empty():
    assert len(FREE_OF_RASA) > 20
