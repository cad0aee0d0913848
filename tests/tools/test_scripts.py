from __future__ import annotations

import shutil
import subprocess

import pytest

from bot.settings import ROOT

TIMED = ROOT / "tools" / "timed.sh"
BROWSER = ROOT / "tools" / "require_browser.sh"


@pytest.mark.parametrize("code", [0, 3])
def test_timed_tells_the_time_and_keeps_the_exit_code(code):
    run = subprocess.run(
        [TIMED, "stage", "sh", "-c", f"echo 'a b'; exit {code}"], check=False, capture_output=True, text=True
    )
    assert run.returncode == code
    assert run.stdout.splitlines() == ["a b", "-- stage: 0 s"]


@pytest.mark.parametrize(
    ("present", "missing"),
    [
        ((), "chromium chromium-driver"),
        (("chromium",), "chromium-driver"),
        (("chromedriver",), "chromium"),
        (("chromium", "chromedriver"), None),
        (("chromium-browser", "chromedriver"), None),
    ],
)
def test_browser_is_asked_for_by_what_is_missing(tmp_path, present, missing):
    for name in present:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    shell = shutil.which("sh")
    run = subprocess.run(
        [shell, BROWSER], check=False, env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert run.returncode == (1 if missing else 0)
    assert (f"Missing: {missing}\n" in run.stderr) == bool(missing)
