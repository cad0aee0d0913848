from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
import requests

from actions import server as server_module
from actions.server import LARGEST_BODY, describe
from bot.service.health import base_url, wait_until_ready
from bot.service.ports import free_ports
from bot.settings import ROOT

PACKAGE = "tests.service.failing_actions"
OURS = f"from actions import server; server.create_app = __import__('functools').partial(server.create_app, '{PACKAGE}'); server.main()"
STOCK = f"from rasa_sdk import endpoint; endpoint.run('{PACKAGE}', int(__import__('os').environ['WAYMARK_ACTION_PORT']))"
SECRET = "I earn 54321 at Example Ltd"
SECRETS = ("hunter2", SECRET, "54321", "Traceback", "ValueError", "session-slot")


@contextmanager
def serving(code: str, log: Path) -> Iterator[str]:
    """Run an action server with the failing actions; yields its address."""
    port = free_ports(1)[0]
    environment = {**os.environ, "WAYMARK_ACTION_PORT": str(port), "SANIC_HOST": "127.0.0.1"}
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            url = base_url("127.0.0.1", port)
            assert wait_until_ready(url, 30, given_up=lambda: process.poll() is not None), log.read_text()
            yield url
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def log(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("actions") / "server.log"


@pytest.fixture(scope="module")
def server(log) -> Iterator[str]:
    with serving(OURS, log) as url:
        yield url


def call(url: str, action: str, headers: dict[str, str] | None = None) -> requests.Response:
    tracker = {
        "sender_id": "someone",
        "slots": {"profile": "session-slot"},
        "latest_message": {"text": SECRET},
        "events": [],
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": None,
    }
    body = {"next_action": action, "tracker": tracker}
    return requests.post(f"{url}/webhook", json=body, headers=headers, timeout=10)


def test_action_that_works_answers(server):
    reply = call(server, "action_works")
    assert reply.status_code == 200
    assert reply.json()["responses"][0]["text"] == "done"


def test_action_that_raises_tells_nothing_but_a_number_that_stands_in_the_log(server, log):
    reply = call(server, "action_raises")
    assert reply.status_code == 500
    assert set(reply.json()) == {"error", "incident"}
    assert not [secret for secret in SECRETS if secret in reply.text + str(reply.headers)]
    logged = log.read_text()
    assert f"Incident {reply.json()['incident']}: ValueError" in logged
    assert "failing_actions/__init__.py" in logged
    assert not [secret for secret in ("hunter2", SECRET, "54321", "session-slot") if secret in logged]


def test_log_names_the_turn_that_a_call_belongs_to(server, log):
    names = {"X-Waymark-Request": "0123456789ab", "X-Waymark-Talk": "abcdef0123"}
    incident = call(server, "action_raises", names).json()["incident"]
    call(server, "action_raises", {"X-Waymark-Request": "hunter2\\nforged", "X-Waymark-Talk": "a" * 200})
    told = log.read_text()
    [line] = [line for line in told.splitlines() if "request=0123456789ab" in line]
    assert f"Incident {incident}" in told
    assert "talk=abcdef0123" in line
    assert "forged" not in told
    assert "a" * 200 not in told


def test_sdk_alone_would_tell_everything(tmp_path):
    """When this fails, the SDK no longer needs our guard."""
    with serving(STOCK, tmp_path / "log") as url:
        reply = call(url, "action_raises")
    assert "hunter2" in reply.text
    assert SECRET in reply.text


def test_rejection_reaches_rasa_in_its_own_form(server):
    reply = call(server, "action_rejects")
    assert reply.status_code == 400
    assert reply.json() == {"error": "not now", "action_name": "action_rejects"}


def test_unknown_action_and_address_are_errors_without_detail(server):
    assert call(server, "action_unheard_of").status_code == 404
    reply = requests.get(f"{server}/{SECRET}", timeout=10)
    assert reply.status_code == 404
    assert set(reply.json()) == {"error", "incident"}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"\xff", b'"text"', b"null", b'{"next_action": "action_works"}']
)
def test_broken_calls_are_errors_without_detail(server, body):
    reply = requests.post(f"{server}/webhook", data=body, timeout=10)
    assert 400 <= reply.status_code <= 500
    assert "request_body" not in reply.text
    assert "Traceback" not in reply.text


def test_huge_calls_are_refused(server):
    reply = requests.post(f"{server}/webhook", data=b"x" * (LARGEST_BODY + 1), timeout=10)
    assert reply.status_code == 413


def test_list_of_actions_holds_names_only(server):
    listed = requests.get(f"{server}/actions", timeout=10).json()
    assert {"name": "action_works"} in listed
    assert all(set(entry) == {"name"} for entry in listed)


def test_pages_of_other_sites_get_no_leave(server):
    for origin in ("https://evil.example", "null"):
        reply = requests.get(f"{server}/actions", headers={"Origin": origin}, timeout=10)
        assert "Access-Control-Allow-Origin" not in reply.headers


def test_server_listens_on_loopback_whatever_the_environment_says(monkeypatch):
    listened: list[str] = []
    app = SimpleNamespace(run=lambda host, _port, **_options: listened.append(host))
    monkeypatch.setattr(server_module, "create_app", lambda: app)
    for variable in ("SANIC_HOST", "WAYMARK_HOST"):
        monkeypatch.setenv(variable, "192.0.2.1")
    server_module.main()
    assert listened == ["127.0.0.1"]


def test_description_for_the_log_has_places_and_no_text():
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        described = describe(error)
    assert described.startswith("ValueError\n")
    assert Path(__file__).name in described
    assert SECRET not in described
