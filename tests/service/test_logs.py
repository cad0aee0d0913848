"""What a talk leaves in the log: no word that was typed and no secret, also when everything goes wrong."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from bot.secret import action_key
from bot.service.commands import chat_server, service_environment
from bot.service.model import current_model
from bot.service.ports import free_ports
from bot.service.running import Service
from bot.settings import ROOT, Settings, load

TYPED = (
    "my boss Wilhelmina pays me 54321 at Zebrafinch Ltd",
    "am i eligible for pmp, says Wilhelmina",
    "i have a degree and 4 years at Zebrafinch Ltd",
    "write to wilhelmina@zebrafinch.example or +44 20 7946 0958",
    "/restart Wilhelmina",
    "\x00\x1b[31m Wilhelmina \ud83e\udded",
)
PRIVATE = ("Wilhelmina", "wilhelmina", "Zebrafinch", "zebrafinch", "54321", "7946")
SECRET = "the-secret-of-the-tests-" * 2


def talk(url: str) -> list[str]:
    """Hold a talk with all that can be sent in it, well and badly; return the secrets that went with it."""
    started = requests.post(f"{url}/chat/api/conversations", timeout=30).json()
    headers = {"Authorization": f"Bearer {started['token']}"}

    def send(method: str, path: str, **body: object) -> None:
        requests.request(method, f"{url}/chat/api/{path}", headers=headers, timeout=60, **body)

    for text in TYPED:
        send("POST", "messages", json={"text": text})
    send("POST", "messages", json={"payload": "/answer Wilhelmina"})
    send("POST", "messages", json={"text": ["Wilhelmina"]})
    send("POST", "messages", data=b'{"text": "Wilhelmina')
    send("POST", "messages", data=b'{"text": "Wilhelmina \\ud800"}')
    send("POST", "messages", json={"text": "Wilhelmina " * 10_000})
    send("POST", "feedback", json={"answer": "Wilhelmina", "vote": "up"})
    send("POST", "feedback", json={"answer": "topic/cv_tips", "vote": "down", "reason": "wrong"})
    send("GET", "Wilhelmina?q=Zebrafinch")
    send("GET", "history")
    send("DELETE", "conversation")
    requests.get(f"{url}/chat/plan/Wilhelmina.md", timeout=30)
    requests.get(f"{url}/chat/api/history", headers={"Authorization": "Bearer Wilhelmina"}, timeout=30)
    return [started["token"], started["token"].rpartition(".")[2]]


def found(log: str, secrets: list[str]) -> list[str]:
    return [word for word in (*PRIVATE, *secrets, SECRET) if word in log]


def test_a_talk_at_info_leaves_no_word_and_no_secret() -> None:
    environment = {"LOG_LEVEL": "INFO", "LOG_LEVEL_LIBRARIES": "INFO", "WAYMARK_TOKEN_SECRET": SECRET}
    with Service(environment=environment) as service:
        secrets = talk(service.url)
        log = service.log.read_text(encoding="utf-8")
    settings = load({"WAYMARK_TOKEN_SECRET": SECRET}, env_file=None)
    assert "milliseconds=" in log, "it is loud enough to be worth a look"
    assert found(log, [*secrets, action_key(settings)]) == []


@pytest.fixture
def lonely(tmp_path: Path) -> Settings:
    """A chat whose action server is not there."""
    port, nobody = free_ports(2)
    environ = {
        "WAYMARK_PORT": str(port),
        "WAYMARK_ACTION_URL": f"http://127.0.0.1:{nobody}/",
        "WAYMARK_VAR_DIR": str(tmp_path / "var"),
        "WAYMARK_TOKEN_SECRET": SECRET,
    }
    return load(environ, env_file=None)


@pytest.fixture
def broken(lonely: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """That chat, running; yields its log."""
    lonely.var_dir.mkdir()
    monkeypatch.setenv("LOG_LEVEL", "INFO")
    monkeypatch.setenv("WAYMARK_TOKEN_SECRET", SECRET)
    monkeypatch.setenv("WAYMARK_VAR_DIR", str(lonely.var_dir))
    log = tmp_path / "log"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            chat_server(lonely, current_model(ROOT)),
            cwd=ROOT,
            env={**os.environ, **service_environment(lonely)},
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            for _ in range(600):
                with suppress(requests.ConnectionError):
                    requests.get(f"http://127.0.0.1:{lonely.port}/chat", timeout=5)
                    break
                time.sleep(0.1)
            yield log
        finally:
            process.kill()


def test_a_talk_that_fails_leaves_no_word_and_no_secret(lonely: Settings, broken: Path) -> None:
    secrets = talk(f"http://127.0.0.1:{lonely.port}")
    log = broken.read_text(encoding="utf-8")
    assert "ended without a reply" in log or "failed" in log, "the errors were told"
    assert found(log, [*secrets, action_key(replace(lonely))]) == []
