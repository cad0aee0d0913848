"""The real service and the real shell, with the trained model."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from bot.service.ports import require_free
from bot.service.running import Service, ServiceError
from bot.settings import ROOT
from tests.service.terminal import CTRL_C, ENTER, Terminal

SHELL = [sys.executable, "-m", "bot.service", "shell"]
MARKER = "zanzibar"


def appears(text: str, log: Path) -> bool:
    """Tell whether the text stands in the log within ten seconds."""
    for _ in range(100):
        if text in log.read_text():
            return True
        time.sleep(0.1)
    return False


def ask(service: Service, text: str) -> list[dict]:
    started = requests.post(f"{service.url}/chat/api/conversations", timeout=10).json()
    reply = requests.post(
        f"{service.url}/chat/api/messages",
        json={"text": text},
        headers={"Authorization": f"Bearer {started['token']}"},
        timeout=30,
    )
    return reply.json()["messages"]


def test_service_starts_answers_and_ends_without_a_trace():
    service = Service()
    service.start()
    assert requests.get(f"{service.url}/health", timeout=10).status_code == 200
    assert ask(service, f"what does a pmo analyst do in {MARKER}")[0]["text"]
    announced = f"Waymark is ready: {service.url}/chat"
    assert appears(announced, service.log)
    log, folder = service.log.read_text(), service.log.parent
    assert (folder / "waymark.db").is_file()
    assert service.stop() == 0
    assert announced in log
    assert MARKER not in log
    assert "Warning" not in log
    assert not folder.exists()
    for port in (service.port, service.action_port):
        require_free("127.0.0.1", port, "WAYMARK_PORT")


def test_service_that_never_ran_has_no_exit_code():
    assert Service().stop() is None


def test_service_that_cannot_start_says_why():
    with pytest.raises(ServiceError, match=r"WAYMARK_TURN_SECONDS is 'soon'"):
        Service(environment={"WAYMARK_TURN_SECONDS": "soon"}).start()


def test_shell_in_a_pipe_shows_answer_sources_and_numbered_buttons():
    run = subprocess.run(
        SHELL,
        check=False,
        cwd=ROOT,
        input="can pmo become pm\n1\n/stop\nnever\n",
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    _greeting, first, second, stop = run.stdout[run.stdout.index("Ask about") :].split("\n> ")
    assert first.startswith("can pmo become pm\n\n")
    assert "\n[1] " in first
    assert "\nSources:\n" in first
    assert "**" not in first
    assert second.startswith("1\n\n")
    assert len(second) > 100
    assert stop.strip() == "/stop"
    assert "never" not in run.stdout
    assert run.stderr == ""


def test_shell_in_a_terminal_takes_a_number_and_leaves_quietly():
    with Terminal(SHELL, ROOT) as terminal:
        seen = terminal.wait_for("/stop ends.", seconds=300)
        seen = terminal.wait_for(">", after=seen)
        terminal.type("what does a pmo analyst do" + ENTER)
        seen = terminal.wait_for("[1] ", after=seen)
        seen = terminal.wait_for("\n>", after=seen)
        terminal.type("1" + ENTER)
        seen = terminal.wait_for("[1] ", after=seen)
        terminal.wait_for("\n>", after=seen)
        terminal.type(CTRL_C)
        assert terminal.end() == 0
    assert "Traceback" not in terminal.shown
    assert "WARNING" not in terminal.shown
