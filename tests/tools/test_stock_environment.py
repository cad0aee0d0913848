"""The script that makes the environment of the stock pipeline, with a script in the place of uv."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from bot.settings import ROOT

UV = """#!/bin/sh
echo "$*" >>"$CALLS"
if [ "$1" = venv ]; then mkdir -p build/stock-venv/bin; fi
"""


@pytest.fixture
def make(tmp_path):
    """Run the script in a project of its own; returns the calls of uv so far."""
    for name in ("tools/stock_environment.sh", "benchmarks/stock/requirements.lock"):
        (tmp_path / name).parent.mkdir(parents=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "uv").write_text(UV)
    (tmp_path / "bin" / "uv").chmod(0o755)
    calls = tmp_path / "calls"

    def run() -> list[str]:
        environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "CALLS": str(calls)}
        subprocess.run([tmp_path / "tools" / "stock_environment.sh"], check=True, env=environment)
        return calls.read_text().splitlines()

    return run


def test_the_environment_is_made_from_its_lock_once(make, tmp_path):
    made = [
        "--version",
        "venv --quiet --allow-existing --python .venv/bin/python build/stock-venv",
        "pip sync --quiet --require-hashes --python build/stock-venv/bin/python benchmarks/stock/requirements.lock",
    ]
    assert make() == made
    assert make() == made
    with (tmp_path / "benchmarks" / "stock" / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    assert make() == made + made


def test_the_stock_lock_holds_tensorflow_and_names_no_place():
    stock = (ROOT / "benchmarks" / "stock" / "requirements.lock").read_text()
    ours = (ROOT / "requirements.lock").read_text()
    assert "\ntensorflow-cpu==2.12.0 " in stock
    for lock in (stock, ours):
        assert "\nrasa==3.6.21 " in lock
        assert "file:" not in lock
        assert "://" not in lock
