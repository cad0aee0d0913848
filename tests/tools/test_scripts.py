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


@pytest.mark.parametrize(
    ("user", "present", "expected"),
    [
        ("0", ("chromium", "chromedriver"), []),
        ("0", (), ["apt-get update --quiet=2", "apt-get install"]),
        (
            "1000",
            (),
            ["sudo apt-get update --quiet=2", "sudo env DEBIAN_FRONTEND=noninteractive apt-get install"],
        ),
    ],
)
def test_browser_is_installed_once_and_as_root(tmp_path, user, present, expected):
    calls = tmp_path / "calls"
    scripts = {
        "id": f"echo {user}",
        "sudo": f'echo "sudo $*" >>{calls}',
        "apt-get": f'echo "apt-get $*" >>{calls}',
        **dict.fromkeys(present, ""),
    }
    for name, body in scripts.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / name).chmod(0o755)
    for name in ("sh", "dirname", "env"):
        (tmp_path / name).symlink_to(shutil.which(name))
    script = ROOT / "tools" / "install_browser.sh"
    subprocess.run([shutil.which("sh"), script], env={"PATH": str(tmp_path)}, check=True)
    called = calls.read_text().splitlines() if calls.exists() else []
    assert len(called) == len(expected)
    assert all(line.startswith(start) for line, start in zip(called, expected, strict=True))
    assert not called or called[-1].endswith("chromium chromium-driver")
