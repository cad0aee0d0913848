from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bot.service.health import base_url, is_ready, wait_until_ready
from bot.service.ports import free_ports


class Server(HTTPServer):
    status = 503


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert self.path == "/health"
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Print nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),  # noqa: S104 - compared, not bound
        ("::", "http://[::1]:80"),
        ("chat.local", "http://chat.local:80"),
    ],
)
def test_base_url_can_be_reached_from_here(host, url):
    assert base_url(host, 80) == url


def test_ready_only_with_status_200(server):
    url = base_url("127.0.0.1", server.server_port)
    assert not is_ready(url)
    server.status = 200
    assert is_ready(url)


def test_nobody_there_is_not_ready():
    assert not is_ready(base_url("127.0.0.1", free_ports(1)[0]))


def test_wait_ends_when_ready(server):
    threading.Timer(0.3, lambda: setattr(server, "status", 200)).start()
    assert wait_until_ready(base_url("127.0.0.1", server.server_port), 10, given_up=lambda: False)


def test_wait_ends_with_the_time_or_when_given_up(server):
    url = base_url("127.0.0.1", server.server_port)
    started = time.monotonic()
    assert not wait_until_ready(url, 0.3, given_up=lambda: False)
    assert not wait_until_ready(url, 60, given_up=lambda: True)
    assert time.monotonic() - started < 5
