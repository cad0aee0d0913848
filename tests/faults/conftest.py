"""The real chat server with the trained model, and an action server that does what a test wants."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import requests

from bot.service.commands import chat_server, service_environment
from bot.service.health import base_url
from bot.service.ports import free_ports
from bot.service.training import ensure_model
from bot.settings import ROOT, load
from tests.channels.conftest import agent, settings

__all__ = ["agent", "settings"]

Reply = Callable[["Handler"], None]
TURN_SECONDS = 3
START_SECONDS = 120


def answer(text: str = "An answer.") -> dict[str, Any]:
    """What the action says when all is well."""
    said = {"text": text, "answer": {"id": "topic/start", "text": text}}
    return {"events": [], "responses": [{**said, "buttons": []}]}


class Handler(BaseHTTPRequestHandler):
    """Answers one call; the server's ``reply`` decides how."""

    def do_GET(self) -> None:
        self.send(200, {"status": "ok"})

    def do_POST(self) -> None:
        self.call = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.reply(self)

    def send(self, status: int, body: object, kind: str = "application/json") -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Actions:
    """An action server at ``port`` that can be taken down, brought up and told how to reply."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._server: ThreadingHTTPServer | None = None
        self.reply: Reply = good

    def up(self) -> None:
        if self._server is None:
            self._server = ThreadingHTTPServer(("127.0.0.1", self._port), Handler)
            self._server.daemon_threads = True
            self._server.reply = self._answer
            Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def _answer(self, handler: Handler) -> None:
        self.reply(handler)

    def down(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


def good(handler: Handler) -> None:
    handler.send(200, answer())


class ChatServer:
    """The chat server as a process of its own, with a database of its own in ``folder``."""

    def __init__(self, folder: Path, model: Path | None = None, **environment: str) -> None:
        port, action_port = free_ports(2)
        self.actions = Actions(action_port)
        self.url = base_url("127.0.0.1", port)
        self.log = folder / "chat.log"
        changed = {
            "WAYMARK_PORT": str(port),
            "WAYMARK_ACTION_PORT": str(action_port),
            "WAYMARK_VAR_DIR": str(folder / "var"),
            "WAYMARK_DATABASE_URL": "",
            "WAYMARK_TURN_SECONDS": str(TURN_SECONDS),
            **environment,
        }
        settings = load(changed, env_file=None)
        self.database_url = settings.database_url
        self._command = chat_server(settings, model or ensure_model(ROOT))
        self._environment = {**service_environment(settings), **changed}
        self._environment["WAYMARK_DATABASE_URL"] = settings.database_url
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command, cwd=ROOT, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )

    def wait_until(self, status: int) -> dict[str, Any]:
        """Wait until /health answers with ``status``; return its body."""
        for _ in range(START_SECONDS * 5):
            assert self.process is not None
            assert self.process.poll() is None, self.log.read_text()
            try:
                reply = requests.get(f"{self.url}/health", timeout=5)
                if reply.status_code == status:
                    return reply.json()
            except requests.RequestException:
                pass
            self.wait(0.2)
        raise AssertionError(self.log.read_text())

    def wait(self, seconds: float) -> bool:
        """Wait for the end of the process; tell whether it came."""
        assert self.process is not None
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self) -> None:
        self.actions.down()
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Person:
    """Somebody who talks to the server."""

    def __init__(self, server: ChatServer) -> None:
        self._url = server.url
        token = requests.post(f"{self._url}/chat/api/conversations", timeout=10).json()["token"]
        self._headers = {"Authorization": f"Bearer {token}"}

    def say(self, text: str, *, stream: bool = False, timeout: float = 30) -> requests.Response:
        headers = {**self._headers, **({"Accept": "text/event-stream"} if stream else {})}
        return requests.post(
            f"{self._url}/chat/api/messages", json={"text": text}, headers=headers, timeout=timeout
        )

    def told(self) -> list[tuple[str, str]]:
        """The talk as the history has it."""
        reply = requests.get(f"{self._url}/chat/api/history", headers=self._headers, timeout=10)
        assert reply.status_code == 200, reply.text
        return [(entry["from"], entry["text"]) for entry in reply.json()["messages"]]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChatServer]:
    """A chat server for the tests of a module. The action server is up and well when it is handed out."""
    server = ChatServer(tmp_path_factory.mktemp("chat"), WAYMARK_LOG_FORMAT="json")
    server.actions.up()
    server.start()
    try:
        server.wait_until(200)
        yield server
    finally:
        server.end()


@pytest.fixture
def server(running: ChatServer) -> Iterator[ChatServer]:
    """The running chat server, put back to well afterwards."""
    yield running
    running.actions.reply = good
    running.actions.up()


@pytest.fixture
def person(server: ChatServer) -> Person:
    return Person(server)
