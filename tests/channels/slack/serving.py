"""The fake as a server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from tests.channels.slack.fake import FakeSlack


@asynccontextmanager
async def fake_slack() -> AsyncIterator[FakeSlack]:
    """Serve a fake on a free port of the loopback interface."""
    fake = FakeSlack()
    app = web.Application(client_max_size=20_000_000)
    app.router.add_post("/api/{method}", fake.handle)
    app.router.add_post("/upload/{number}", fake.upload)
    app.router.add_post("/response/{number}", fake.respond)
    app.router.add_get("/socket", fake.socket)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield fake
    finally:
        await runner.cleanup()
