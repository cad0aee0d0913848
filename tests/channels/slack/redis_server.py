"""A Redis server for tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotThere


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The URL of a Redis server of our own. CI installs it: there it must not be missing."""
    program = shutil.which("redis-server")
    if not program:
        assert not os.environ.get("CI"), "CI has no redis-server"
        pytest.skip("Redis is not installed")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        options = ("--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder)
        server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
        client = Redis.from_url(f"redis://127.0.0.1:{port}/0")
        for _ in range(100):
            try:
                client.ping()
                break
            except NotThere:
                time.sleep(0.05)
        try:
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(10)


@pytest.fixture
def clean_redis_url(redis_url: str) -> str:
    Redis.from_url(redis_url).flushall()
    return redis_url
