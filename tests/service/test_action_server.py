from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
import requests

from actions import server as server_module
from actions.server import KEY_HEADER, LARGEST_BODY, describe
from bot.secret import action_key
from bot.service.health import base_url, wait_until_ready
from bot.service.ports import free_ports
from bot.settings import ROOT, load

PACKAGE = "tests.service.failing_actions"
OURS = f"from actions import server; server.create_app = __import__('functools').partial(server.create_app, package='{PACKAGE}'); server.main()"
STOCK = f"from rasa_sdk import endpoint; endpoint.run('{PACKAGE}', int(__import__('os').environ['WAYMARK_ACTION_PORT']))"
ACTION_SECRET = "a-secret-of-the-tests-" * 2
KEY = {KEY_HEADER: action_key(load({"WAYMARK_ACTION_SECRET": ACTION_SECRET}, env_file=None))}
SECRET = "I earn 54321 at Example Ltd"
SECRETS = ("hunter2", SECRET, "54321", "Traceback", "ValueError", "session-slot")


@contextmanager
def serving(code: str, log: Path) -> Iterator[str]:
    """Run an action server with the failing actions; yields its address."""
    port = free_ports(1)[0]
    environment = {
        **os.environ,
        "WAYMARK_ACTION_PORT": str(port),
        "WAYMARK_ACTION_SECRET": ACTION_SECRET,
        "SANIC_HOST": "127.0.0.1",
    }
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


def call(url: str, action: str, headers: dict[str, str] = KEY) -> requests.Response:
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
    incident = call(server, "action_raises", KEY | names).json()["incident"]
    call(
        server, "action_raises", KEY | {"X-Waymark-Request": "hunter2\\nforged", "X-Waymark-Talk": "a" * 200}
    )
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
    reply = requests.get(f"{server}/{SECRET}", headers=KEY, timeout=10)
    assert reply.status_code == 404
    assert set(reply.json()) == {"error", "incident"}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"\xff", b'"text"', b"null", b'{"next_action": "action_works"}']
)
def test_broken_calls_are_errors_without_detail(server, body):
    reply = requests.post(f"{server}/webhook", data=body, headers=KEY, timeout=10)
    assert 400 <= reply.status_code <= 500
    assert "request_body" not in reply.text
    assert "Traceback" not in reply.text


def test_huge_calls_are_refused(server):
    reply = requests.post(f"{server}/webhook", data=b"x" * (LARGEST_BODY + 1), headers=KEY, timeout=10)
    assert reply.status_code == 413


def test_list_of_actions_holds_names_only(server):
    listed = requests.get(f"{server}/actions", headers=KEY, timeout=10).json()
    assert {"name": "action_works"} in listed
    assert all(set(entry) == {"name"} for entry in listed)


def test_pages_of_other_sites_get_no_leave(server):
    for origin in ("https://evil.example", "null"):
        reply = requests.get(f"{server}/actions", headers={"Origin": origin, **KEY}, timeout=10)
        assert "Access-Control-Allow-Origin" not in reply.headers


@pytest.mark.parametrize("shown", [{}, {KEY_HEADER: ""}, {KEY_HEADER: "x" * 64}, {KEY_HEADER: "caf\xe9"}])
def test_without_the_key_nothing_but_the_health_is_told(server, shown):
    assert call(server, "action_works", shown).status_code == 401
    for path in ("actions", "nowhere"):
        reply = requests.get(f"{server}/{path}", headers=shown, timeout=10)
        assert (reply.status_code, list(reply.json())) == (401, ["error"])
    assert requests.get(f"{server}/health", headers=shown, timeout=10).json() == {"status": "ok"}


def test_a_negative_length_does_not_freeze_it(server):
    place = urlsplit(server)
    with socket.create_connection((place.hostname, place.port), timeout=10) as line:
        line.sendall(b"POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n{}")
        assert line.recv(100).startswith(b"HTTP/1.1 40")
    assert requests.get(f"{server}/health", timeout=10).json() == {"status": "ok"}


def test_a_bomb_is_not_unpacked_for_strangers(server):
    bomb = zlib.compress(b'{"next_action": "' + b"x" * 50_000_000 + b'"}')
    reply = requests.post(f"{server}/webhook", bomb, headers={"Content-Encoding": "deflate"}, timeout=10)
    assert reply.status_code == 401


def _function(layer):
    return getattr(layer, "func", layer)


def test_the_key_is_compared_in_constant_time(monkeypatch):
    compared: list[tuple[bytes, bytes]] = []
    monkeypatch.setattr(server_module.hmac, "compare_digest", lambda *both: compared.append(both) or True)
    app = server_module.create_app("the key", PACKAGE)
    [admit] = [layer for layer in map(_function, app.request_middleware) if layer.__name__ == "admit"]
    request = SimpleNamespace(path="/webhook", headers=SimpleNamespace(getone=lambda *_: "shown"))
    assert asyncio.run(admit(request)) is None
    assert compared == [(b"shown", b"the key")]


@pytest.mark.parametrize(("chosen", "expected"), [(None, "127.0.0.1"), ("10.0.0.5", "10.0.0.5")])
def test_server_listens_on_loopback_unless_its_own_setting_says_otherwise(
    monkeypatch, tmp_path, chosen, expected
):
    listened: list[str] = []
    app = SimpleNamespace(run=lambda host, _port, **_options: listened.append(host))
    monkeypatch.setattr(server_module, "create_app", lambda _key: app)
    monkeypatch.setenv("WAYMARK_VAR_DIR", str(tmp_path))
    for variable in ("SANIC_HOST", "WAYMARK_HOST"):
        monkeypatch.setenv(variable, "192.0.2.1")
    if chosen:
        monkeypatch.setenv("WAYMARK_ACTION_HOST", chosen)
    server_module.main()
    assert listened == [expected]


def test_description_for_the_log_has_places_and_no_text():
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        described = describe(error)
    assert described.startswith("ValueError\n")
    assert Path(__file__).name in described
    assert SECRET not in described
