"""The real service with the trained model, and a fake Slack behind it, started once for all tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest

from tests.channels.slack.fake import APP_TOKEN, FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.serving import fake_slack
from tests.channels.slack.with_model.real import in_a_thread
from tests.channels.slack.with_model.stage import Stage
from tests.channels.slack.with_model.staged import Staged, staged_service


@pytest.fixture(scope="session")
def fake() -> Iterator[FakeSlack]:
    with in_a_thread(fake_slack) as server:
        yield server
        assert server.refused == []


@pytest.fixture(scope="session")
def service(fake: FakeSlack) -> Iterator[Staged]:
    """One workspace, over HTTP and Socket Mode at the same time."""
    with staged_service(fake, WAYMARK_SLACK_APP_TOKEN=APP_TOKEN) as running:
        yield running


@pytest.fixture
def stage(service: Staged) -> Iterator[Stage]:
    """What stands between Rasa and the actions; a test has to use up what it asked for."""
    service.stage.heard.clear()
    yield service.stage
    assert not service.stage.parts


@pytest.fixture
async def slack(service: Staged, fake: FakeSlack, stage: Stage) -> AsyncIterator[Sent]:
    """Slack's side, with a record of its own: what earlier tests did is cleared away."""
    await fake.silence(0.3)
    fake.calls.clear()
    fake.messages.clear()
    stage.heard.clear()
    async with aiohttp.ClientSession() as http:
        yield Sent(http, service.url, fake)
