"""The real service with the trained model, and the strict fake beside it in a thread of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.service.running import Service
from tests.channels.slack.fake import SECRET, TOKEN, FakeSlack
from tests.channels.slack.serving import fake_slack


@contextmanager
def fake_in_a_thread() -> Iterator[FakeSlack]:
    """Serve a fake that answers whatever the test is doing meanwhile."""
    made: list[FakeSlack] = []
    ready, over = threading.Event(), threading.Event()

    async def serve() -> None:
        async with fake_slack() as fake:
            made.append(fake)
            ready.set()
            while not over.is_set():
                await asyncio.sleep(0.05)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(10)
    try:
        yield made[0]
    finally:
        over.set()
        thread.join(10)


def service_for(
    fake: FakeSlack, database_url: str | None = None, port: int | None = None, **more: str
) -> Service:
    """Return a service that takes the fake for Slack."""
    environment = {
        "WAYMARK_SLACK_BOT_TOKEN": TOKEN,
        "WAYMARK_SLACK_SIGNING_SECRET": SECRET,
        "WAYMARK_SLACK_API_URL": f"{fake.url}/api/",
        "LOG_LEVEL": "INFO",
        **more,
    }
    return Service(port=port, database_url=database_url, environment=environment)


def kill_all(service: Service) -> None:
    """End the service's processes as a power cut would."""
    process = service._process
    assert process is not None
    for pid in [*reversed(children(process.pid)), process.pid]:
        os.kill(pid, signal.SIGKILL)
    process.wait(10)


def children(pid: int) -> list[int]:
    """Return the processes below ``pid``, the nearest first."""
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [found for child in map(int, below) for found in (child, *children(child))]


def messages(fake: FakeSlack) -> list[dict[str, Any]]:
    return list(fake.messages.values())


def database(service: Service) -> Path:
    return service.log.parent / "waymark.db"


def rows(service: Service, conversation: str) -> int:
    with sqlite3.connect(database(service)) as connection:
        query = "SELECT count(*) FROM events WHERE sender_id = ?"
        return int(connection.execute(query, (conversation,)).fetchone()[0])
