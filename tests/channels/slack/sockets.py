"""What Slack sends in Socket Mode."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from tests.channels.slack.fake import FakeSlack


async def deliver(fake: FakeSlack, kind: str, payload: dict[str, Any], name: str = "e-1") -> float:
    """Send an envelope of that ``name``; return the seconds until it was acknowledged."""
    started = time.monotonic()
    fake.acknowledged.pop(name, None)
    envelope = {"type": kind, "envelope_id": name, "payload": payload, "accepts_response_payload": True}
    sending = asyncio.run_coroutine_threadsafe(fake.sockets[0].send_json(envelope), fake.loop)
    await asyncio.wrap_future(sending)
    while name not in fake.acknowledged and time.monotonic() < started + 5:
        await asyncio.sleep(0.01)
    assert name in fake.acknowledged
    return time.monotonic() - started
