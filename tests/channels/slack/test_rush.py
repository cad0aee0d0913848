from __future__ import annotations

import asyncio
import time

import pytest

from bot.channels.slack.rush import Rush


async def test_turns_wait_until_the_last_request_is_taken() -> None:
    rush, passed = Rush(), []

    async def turn() -> None:
        await rush.over()
        passed.append(time.monotonic())

    with rush.arriving():
        task = asyncio.create_task(turn())
        with rush.arriving():
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.05)
        assert passed == []
    await asyncio.wait_for(task, 30)
    await asyncio.wait_for(rush.over(), 30)


async def test_a_stream_of_requests_does_not_starve_the_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.slack.rush._LONGEST_WAIT", 0.1)
    rush = Rush()
    with rush.arriving():
        await asyncio.wait_for(rush.over(), 30)
