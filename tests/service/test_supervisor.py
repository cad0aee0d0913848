"""The supervisor with two small servers in the place of Rasa and the actions."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.service import supervisor
from bot.service.health import base_url, wait_until_ready
from bot.service.ports import PortInUseError, free_ports, require_free
from bot.settings import ROOT, SettingsError, load
from tests.service.terminal import CTRL_C, Terminal

SCRIPT = """
import sys
from pathlib import Path
from bot.service import supervisor
from bot.settings import load

def server(port):
    return [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", sys.argv[1]]

settings = load(env_file=None)
supervisor.chat_server = lambda settings, model: server(settings.port)
supervisor.action_server = lambda: server(settings.action_port)
{changes}
supervisor.require_whole = lambda model: None
sys.exit(supervisor.serve(settings, Path("no-model")))
"""


class Supervised:
    """A supervisor in a process of its own; ``changes`` are lines of Python that come before it serves."""

    def __init__(self, folder: Path, changes: str = "") -> None:
        (folder / "health").write_text("{}")
        self.ports = free_ports(2)
        self.url = base_url("127.0.0.1", self.ports[0])
        self.command = [sys.executable, "-c", SCRIPT.format(changes=changes), str(folder)]
        self.environment = {
            **os.environ,
            "WAYMARK_HOST": "127.0.0.1",
            "WAYMARK_PORT": str(self.ports[0]),
            "WAYMARK_ACTION_PORT": str(self.ports[1]),
            "WAYMARK_VAR_DIR": str(folder / "var"),
            "WAYMARK_DATABASE_URL": "",
        }

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def start_and_wait(self) -> subprocess.Popen[str]:
        process = self.start()
        assert wait_until_ready(self.url, 30, given_up=lambda: process.poll() is not None)
        return process

    def assert_nothing_is_left(self) -> None:
        for port in self.ports:
            require_free("127.0.0.1", port, "WAYMARK_PORT")


@pytest.fixture
def supervised(tmp_path) -> Supervised:
    return Supervised(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_both_and_counts_as_success(supervised, number):
    process = supervised.start_and_wait()
    for line in process.stdout:
        if "ready" in line:
            break
    process.send_signal(number)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert said.endswith("Stopped.\n")
    assert "Traceback" not in said
    supervised.assert_nothing_is_left()


def test_address_is_printed_once(supervised):
    process = supervised.start_and_wait()
    lines = [next(line for line in process.stdout if "ready" in line)]
    process.terminate()
    lines += process.stdout
    process.wait(30)
    assert [line for line in lines if supervised.url in line] == [
        f"Waymark is ready: {supervised.url}/chat   (Ctrl-C stops it)\n"
    ]


def test_ctrl_c_in_a_terminal_ends_both(supervised):
    with Terminal(supervised.command, ROOT, supervised.environment) as terminal:
        terminal.wait_for("Waymark is ready")
        terminal.type(CTRL_C)
        assert terminal.end() == 0
    assert terminal.shown.endswith("Stopped.\n")
    assert "Traceback" not in terminal.shown
    supervised.assert_nothing_is_left()


@pytest.mark.parametrize(("which", "name"), [("chat_server", "chat"), ("action_server", "actions")])
def test_end_of_one_ends_the_other_and_is_a_failure(tmp_path, which, name):
    dies = f"supervisor.{which} = lambda *_: [sys.executable, '-c', 'import time; time.sleep(1); exit(3)']"
    supervised = Supervised(tmp_path, dies)
    process = supervised.start()
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert f"{name} stopped (rc=3)" in said.replace("  ", " ")
    assert said.endswith("Stopped, because a process ended; what it said is above.\n")
    supervised.assert_nothing_is_left()


def test_process_that_does_not_listen_to_signals_is_killed(tmp_path):
    deaf = "import signal; signal.signal(15, signal.SIG_IGN); import time; print('deaf', flush=True); time.sleep(99)"
    changes = (
        f"supervisor.STOP_SECONDS = 1\nsupervisor.chat_server = lambda *_: [sys.executable, '-c', {deaf!r}]"
    )
    process = Supervised(tmp_path, changes).start()
    assert "deaf" in next(line for line in process.stdout if "deaf" in line)
    process.terminate()
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "chat stopped (rc=-9)" in said.replace("  ", " ").replace("  ", " ")


def test_service_that_does_not_become_ready_is_a_failure(tmp_path):
    supervised = Supervised(tmp_path, "supervisor.START_SECONDS = 1")
    (tmp_path / "health").unlink()
    process = supervised.start()
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert said.endswith("Stopped, because it was not ready within 1 seconds.\n")
    supervised.assert_nothing_is_left()


@pytest.mark.parametrize("taken", ["port", "action_port"])
def test_port_in_use_is_told_before_anything_starts(tmp_path, taken):
    with socket.create_server(("127.0.0.1", 0)) as other:
        ports = dict(zip(("port", "action_port"), free_ports(2), strict=True))
        ports[taken] = other.getsockname()[1]
        environ = {f"WAYMARK_{name.upper()}": str(port) for name, port in ports.items()}
        settings = load({**environ, "WAYMARK_VAR_DIR": str(tmp_path / "var")}, env_file=None)
        with pytest.raises(PortInUseError, match=f"WAYMARK_{taken.upper()}="):
            supervisor.serve(settings, tmp_path / "no-model")
    assert not (tmp_path / "var").exists()


def test_run_goes_on_as_a_fresh_process_in_its_place(monkeypatch):
    calls: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(os, "execv", lambda *call: calls.append(call))
    supervisor.become(Path("models/m.tar.gz"))
    module = [sys.executable, "-m", "bot.service.supervisor", "models/m.tar.gz"]
    assert calls == [(sys.executable, module)]


def test_fresh_process_holds_nothing_of_what_made_the_model():
    code = "import sys, bot.service.supervisor; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "honcho" in loaded
    assert not loaded & {"networkx", "numpy", "pydantic", "rasa", "requests", "tensorflow", "tqdm", "yaml"}


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (PortInUseError("Port 1 is in use"), 1, "Port 1 is in use\n"),
        (SettingsError("WAYMARK_PORT is no number"), 1, "WAYMARK_PORT is no number\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_can_be_mended_is_said_without_a_stack_trace(monkeypatch, capsys, error, code, said):
    def serve(_settings: object, model: Path) -> int:
        assert model == Path("m.tar.gz")
        raise error

    monkeypatch.setattr(supervisor, "serve", serve)
    assert supervisor.main("m.tar.gz") == code
    assert capsys.readouterr().err == said


def test_actions_that_run_elsewhere_are_not_started():
    settings = load({}, env_file=None)
    elsewhere = replace(settings, action_url="http://10.0.0.5:5055/")
    assert list(supervisor._processes(settings, Path("m.tar.gz"))) == ["actions", "chat"]
    assert list(supervisor._processes(elsewhere, Path("m.tar.gz"))) == ["chat"]
