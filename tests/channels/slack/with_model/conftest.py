"""The real service with the trained model, and a fake Slack behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest

from bot.service.running import Service
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.with_model.real import (
    fake_in_a_thread,
    service_for,
)


@pytest.fixture(scope="session")
def fake() -> Iterator[FakeSlack]:
    with fake_in_a_thread() as server:
        yield server
        assert server.refused == []


@pytest.fixture(scope="session")
def service(fake: FakeSlack) -> Iterator[Service]:
    with service_for(fake) as running:
        yield running


@pytest.fixture
async def slack(service: Service, fake: FakeSlack) -> AsyncIterator[Sent]:
    """Slack's side, with a record of its own: what earlier tests did is cleared away."""
    await fake.silence(0.3)
    fake.calls.clear()
    fake.messages.clear()
    async with aiohttp.ClientSession() as http:
        yield Sent(http, service.url, fake)
