"""The processes round the shell, with small programs in the place of the action server and of Rasa."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from bot.service.health import base_url, is_ready
from bot.settings import ROOT

SCRIPT = """
import sys
from pathlib import Path
from bot.service import shell
from bot.settings import load

shell.action_server = lambda: [sys.executable, "-c", sys.argv[1]]
shell.shell_server = lambda port, model: [sys.executable, "-c", sys.argv[2]]
sys.exit(shell.talk(load(env_file=None), Path("no-model")))
"""
ACTIONS = """
import http.server, os

class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass

port = int(os.environ["WAYMARK_ACTION_PORT"])
print(port, flush=True)
http.server.HTTPServer(("127.0.0.1", port), Healthy).serve_forever()
"""
ECHOES = "import sys; print(sys.stdin.readline()); sys.exit({code})"
WAITS = "import time; print('talking', flush=True); time.sleep(99)"
LEAVES_AT_CTRL_C = """
import time
try:
    print('talking', flush=True)
    time.sleep(99)
except KeyboardInterrupt:
    exit(5)
"""


@pytest.fixture
def talk(tmp_path):
    """Start the shell with the given code in the place of Rasa and of the action server."""

    def start(rasa: str, actions: str = ACTIONS) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", SCRIPT, actions, rasa],
            cwd=ROOT,
            env={**os.environ, "WAYMARK_VAR_DIR": str(tmp_path / "var"), "WAYMARK_DATABASE_URL": ""},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    return start


def actions_of(process: subprocess.Popen[str]) -> str:
    return base_url("127.0.0.1", int(process.stdout.readline()))


@pytest.mark.parametrize("code", [0, 7])
def test_exit_code_is_that_of_the_conversation_and_the_action_server_ends_with_it(talk, code):
    process = talk(ECHOES.format(code=code))
    url = actions_of(process)
    said, _ = process.communicate("hello\n", timeout=60)
    assert process.returncode == code
    assert said.strip() == "hello"
    assert not is_ready(url)


def test_action_server_that_does_not_start_is_told(talk):
    process = talk(WAITS, actions="exit(3)")
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "The action server did not start" in said
    assert "talking" not in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_leaves_nothing_behind(talk, number):
    process = talk(WAITS)
    url = actions_of(process)
    assert process.stdout.readline() == "talking\n"
    assert is_ready(url)
    process.send_signal(number)
    process.communicate(timeout=60)  # ends only when the last process has closed the pipe
    assert process.returncode == 128 + number
    assert not is_ready(url)


def test_ctrl_c_is_left_to_the_conversation(talk):
    process = talk(LEAVES_AT_CTRL_C)
    url = actions_of(process)
    assert process.stdout.readline() == "talking\n"
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 5
    assert not is_ready(url)
