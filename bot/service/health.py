"""Waiting until a server is ready.

``python -m bot.service.health URL`` exits with 0 when it is, else with 1: for containers.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPException
from urllib.request import ProxyHandler, build_opener

_POLL_SECONDS = 0.25
# Not requests, which is large: the supervisor, which asks, is in memory as long as the service runs. And
# without a proxy, which would not reach this machine's own servers.
_HTTP = build_opener(ProxyHandler({}))


def base_url(host: str, port: int) -> str:
    """Return the address at which a server that listens on ``host`` is reached from this machine."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"http://{reachable}:{port}"


def is_ready(url: str) -> bool:
    """Tell whether ``url``/health answers 200 within two seconds."""
    try:
        with _HTTP.open(f"{url}/health", timeout=2) as answer:
            return bool(answer.status == HTTPStatus.OK)
    except (OSError, HTTPException):
        return False


def wait_until_ready(url: str, seconds: float, given_up: Callable[[], bool]) -> bool:
    """Wait up to ``seconds`` until the server at ``url`` is ready; stop waiting once ``given_up()``.

    Returns whether it became ready.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not given_up():
        if is_ready(url):
            return True
        time.sleep(_POLL_SECONDS)
    return False


if __name__ == "__main__":
    sys.exit(not is_ready(sys.argv[1].rstrip("/")))
