"""The bootstrap script with scripts in the place of Python and uv, on machines of several kinds."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import ROOT

BROKEN_SHIM = "#!/bin/sh\necho 'pyenv: command not found' >&2\nexit 127\n"
REAL_PYTHON = f'#!/bin/sh\nexec {sys.executable} "$@"\n'
OTHER_PYTHON = "#!/bin/sh\nexit 1\n"
# Writes down how it was called; "venv" makes an environment whose Python does the same.
UV = """#!/bin/sh
echo "uv $* python=$UV_PYTHON" >>"$CALLS"
case "$1" in
venv)
    mkdir -p .venv/bin
    printf '#!/bin/sh\\necho "python $*" >>"$CALLS"\\n' >.venv/bin/python
    chmod +x .venv/bin/python
    ;;
python) exit 1 ;;
esac
"""
# A Python good enough to make uv: its "venv" holds a Python whose "pip install" brings UV.
HOST_PYTHON = """#!/bin/sh
echo "host $*" >>"$CALLS"
case "$1 $2" in
"-m venv")
    mkdir -p "$3/bin"
    printf '#!/bin/sh\\necho "$*" >>"$CALLS"; cp "$UV_TO_INSTALL" "${0%%/python}/uv"' >"$3/bin/python"
    chmod +x "$3/bin/python"
    ;;
"-c import ctypes"*) exit 1 ;;
esac
"""


class Machine:
    """A folder with a copy of the script and a PATH of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.project = folder / "project"
        self.calls = folder / "calls"
        (self.project / "tools").mkdir(parents=True)
        script = (ROOT / "tools" / "bootstrap.sh").read_text()
        places = " /usr/local/bin /opt/homebrew/bin /usr/bin;"
        assert places in script
        (self.project / "tools" / "bootstrap.sh").write_text(script.replace(places, ";"))
        for name in ("dirname", "mkdir", "rm", "touch", "chmod", "cp"):
            self.link(name)
        self.program("bin/.uv", UV)

    def link(self, name: str) -> None:
        (self.folder / "bin").mkdir(exist_ok=True)
        (self.folder / "bin" / name).symlink_to(shutil.which(name))

    def program(self, path: str, text: str) -> Path:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        target.chmod(0o755)
        return target

    def bootstrap(self) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": str(self.folder / "bin"),
            "HOME": str(self.folder / "home"),
            "PYENV_ROOT": str(self.folder / "pyenv"),
            "CALLS": str(self.calls),
            "UV_TO_INSTALL": str(self.folder / "bin" / ".uv"),
        }
        return subprocess.run(
            [shutil.which("sh"), "tools/bootstrap.sh"],
            check=False,
            cwd=self.project,
            env=environment,
            capture_output=True,
            text=True,
        )

    @property
    def called(self) -> list[str]:
        return self.calls.read_text().splitlines()


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


def synced_with(python: str) -> str:
    lock = "--quiet --require-hashes --python .venv/bin/python requirements.lock"
    return f"uv pip sync {lock} python={python}"


def stand_in_installed_with(python: str) -> str:
    fetching_nothing = "--quiet --no-index --no-deps --no-build-isolation --python .venv/bin/python"
    return f"uv pip install {fetching_nothing} ./packages/tensorflow-stand-in python={python}"


def test_uv_and_python_that_work_are_used(machine):
    machine.program("bin/uv", UV)
    machine.program("bin/python3", REAL_PYTHON)
    run = machine.bootstrap()
    assert run.returncode == 0, run.stderr
    assert synced_with(sys.executable) in machine.called
    assert machine.called[-2:] == [stand_in_installed_with(sys.executable), "python tools/build_encoder.py"]
    assert (machine.project / ".venv" / ".ready").is_file()
    assert not (machine.project / ".tools").exists()


def test_shims_that_have_nothing_behind_them_are_passed_over(machine):
    for name in ("uv", "python3", "python3.10", "python"):
        machine.program(f"bin/{name}", BROKEN_SHIM)
    machine.program("pyenv/versions/3.9.18/bin/python3", HOST_PYTHON)
    machine.program("pyenv/versions/3.10.13/bin/python3", REAL_PYTHON)
    machine.program("project/.tools/uv-venv/bin/uv", UV)
    run = machine.bootstrap()
    assert run.returncode == 0, run.stderr
    assert synced_with(sys.executable) in machine.called


def test_uv_is_made_with_any_python_and_at_its_pinned_version(machine):
    machine.program("bin/python3", OTHER_PYTHON)
    machine.program("pyenv/versions/3.12.1/bin/python3", HOST_PYTHON)
    machine.program("bin/python3.10", BROKEN_SHIM)
    run = machine.bootstrap()
    assert any(call.startswith("-m pip install") and call.endswith("uv==0.13.9") for call in machine.called)
    assert run.returncode == 1  # this machine has no Python 3.10 and uv could not fetch one


def test_missing_python_3_10_is_told_with_what_to_install(machine):
    machine.program("bin/uv", UV)
    run = machine.bootstrap()
    assert run.returncode == 1
    assert "Python 3.10 is needed" in run.stderr
    assert "apt install python3.10" in run.stderr
    assert "pyenv install 3.10" in run.stderr
    assert not (machine.project / ".venv").exists()


def test_machine_without_any_python_is_told_what_to_install(machine):
    run = machine.bootstrap()
    assert run.returncode == 1
    assert "apt install python3-venv" in run.stderr


def test_failed_sync_leaves_nothing_marked_as_ready(machine):
    machine.program("bin/uv", UV.replace("venv)", "pip) exit 2 ;;\nvenv)"))
    machine.program("bin/python3", REAL_PYTHON)
    run = machine.bootstrap()
    assert run.returncode == 1
    assert "the packages could not be installed" in run.stderr
    assert not (machine.project / ".venv" / ".ready").exists()


def test_failed_encoder_leaves_nothing_marked_as_ready(machine):
    machine.program("bin/uv", UV.replace('>>"$CALLS"\\n\' >.venv', '>>"$CALLS"; exit 1\\n\' >.venv'))
    machine.program("bin/python3", REAL_PYTHON)
    run = machine.bootstrap()
    assert run.returncode != 0
    assert machine.called[-1] == "python tools/build_encoder.py"
    assert not (machine.project / ".venv" / ".ready").exists()
