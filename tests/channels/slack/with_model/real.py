"""The real service with the trained model, and the strict fake beside it in a thread of its own."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from bot.service.running import Service
from tests.channels.slack.fake import SECRET, TOKEN, FakeSlack

T = TypeVar("T")
TOKENS = re.compile(rb"xox[abpers]-[\w-]+|xapp-[\w-]+")


class Kept(Protocol):
    """A service whose database stands beside its log."""

    log: Path


@contextmanager
def in_a_thread(server: Callable[[], AbstractAsyncContextManager[T]]) -> Iterator[T]:
    """Run ``server`` in an event loop of its own, so that it answers whatever the test does meanwhile."""
    ready: Future[T] = Future()
    over = threading.Event()

    async def serve() -> None:
        async with server() as running:
            ready.set_result(running)
            while not over.is_set():
                await asyncio.sleep(0.05)

    with ThreadPoolExecutor(1) as pool:
        ended = pool.submit(lambda: asyncio.run(serve()))
        wait((ready, ended), 30, FIRST_COMPLETED)
        if ended.done():
            ended.result()
        try:
            yield ready.result(0)
        finally:
            over.set()


def environment_for(fake: FakeSlack) -> dict[str, str]:
    """Return the settings with which one workspace is served and the fake is taken for Slack."""
    return {
        "WAYMARK_SLACK_BOT_TOKEN": TOKEN,
        "WAYMARK_SLACK_SIGNING_SECRET": SECRET,
        "WAYMARK_SLACK_API_URL": f"{fake.url}/api/",
        "LOG_LEVEL": "INFO",
    }


def service_for(
    fake: FakeSlack, database_url: str | None = None, port: int | None = None, **more: str
) -> Service:
    """Return a service that takes the fake for Slack."""
    return Service(port=port, database_url=database_url, environment={**environment_for(fake), **more})


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


def database(service: Kept) -> Path:
    return service.log.parent / "waymark.db"


def rows(service: Kept, conversation: str) -> int:
    with sqlite3.connect(database(service)) as connection:
        query = "SELECT count(*) FROM events WHERE sender_id = ?"
        return int(connection.execute(query, (conversation,)).fetchone()[0])
