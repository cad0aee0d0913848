from __future__ import annotations

import os
import re
import subprocess

import pytest

from bot.settings import ROOT

MAKEFILE = (ROOT / "Makefile").read_text()
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE)
LISTED = re.findall(r"^([a-z]+):.*## \S", MAKEFILE, flags=re.MULTILINE)


def make(*arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    return subprocess.run(
        ["make", *arguments],
        cwd=ROOT,
        env=environment | ({"PATH": path} if path else {}),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("help",)])
def test_help_lists_every_documented_target(arguments):
    shown = make(*arguments)
    assert shown.returncode == 0
    assert [line.split()[1] for line in shown.stdout.splitlines()] == LISTED
    assert {"run", "test", "shell", "train", "check", "evaluate"} <= set(LISTED)


def test_every_target_is_phony():
    phony = set(re.search(r"^\.PHONY: (.+)$", MAKEFILE, flags=re.MULTILINE)[1].split())
    assert phony == set(TARGETS)


@pytest.mark.parametrize("target", sorted(set(TARGETS) - {"help"}))
def test_what_a_target_would_run_exists(target):
    planned = make("--dry-run", target, "SET=questions.jsonl")
    assert planned.returncode == 0, planned.stderr
    for script in re.findall(r"tools/\w+\.(?:sh|py)", planned.stdout):
        assert (ROOT / script).is_file()
    for module in re.findall(r"-m (bot[\w.]*)", planned.stdout):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()


def test_evaluate_asks_for_the_set():
    refused = make("evaluate")
    assert refused.returncode != 0
    assert "make evaluate SET=file.jsonl" in refused.stderr


def test_evaluate_takes_several_sets_and_options():
    planned = make("--dry-run", "evaluate", "SET=a.jsonl b.jsonl", "ARGS=--typos")
    assert "-m bot.nlu.evaluate a.jsonl b.jsonl --typos" in planned.stdout


def test_test_tells_of_a_missing_browser_before_anything_else(tmp_path):
    for name in ("make", "sh"):
        (tmp_path / name).symlink_to(subprocess.check_output(["which", name], text=True).strip())
    refused = make("test", path=str(tmp_path))
    assert refused.returncode != 0
    assert "apt install chromium chromium-driver" in refused.stderr
    assert refused.stdout == ""
