"""The service as many workspaces install it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest

from bot.service.running import Service
from tests.channels.slack.fake import CLIENT_ID, CLIENT_SECRET, FakeSlack
from tests.channels.slack.people import Sent, envelope, mention
from tests.channels.slack.serving import fake_slack
from tests.channels.slack.test_oauth import begin, finish, granted
from tests.channels.slack.with_model.real import TOKENS, in_a_thread, service_for

TEAMS = {"T2": "xoxb-2-second", "T3": "xoxb-3-third"}


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeSlack]:
    with in_a_thread(fake_slack) as server:
        yield server
        assert server.refused == []


@pytest.fixture(scope="module")
def service(fake: FakeSlack) -> Iterator[Service]:
    credentials = {"WAYMARK_SLACK_CLIENT_ID": CLIENT_ID, "WAYMARK_SLACK_CLIENT_SECRET": CLIENT_SECRET}
    with service_for(fake, WAYMARK_SLACK_BOT_TOKEN="", **credentials) as running:
        yield running


@pytest.fixture
async def slack(service: Service, fake: FakeSlack) -> AsyncIterator[Sent]:
    async with aiohttp.ClientSession() as http:
        yield Sent(http, service.url, fake)


async def test_teams_install_are_answered_with_their_tokens_and_fall_silent_when_they_are_revoked(
    slack: Sent, fake: FakeSlack, service: Service
) -> None:
    """Check 17."""
    for team, token in TEAMS.items():
        fake.teams[token] = team
        fake.installing[f"c-{team}"] = granted(team, token)
        state, cookie = await begin(slack)
        assert {"secure", "httponly"} <= {part.strip().lower() for part in cookie.split(";")}
        assert await finish(slack, state, None, f"c-{team}") == 400
        assert await finish(slack, state, cookie, f"c-{team}") == 200
    for team in TEAMS:
        await slack.mention("what does the PMP cost?", team=team, channel=f"C{team}")
    await fake.wait("chat.postMessage", 2)
    tokens = {call.given["channel"]: call.token for call in fake.made("chat.postMessage")}
    assert tokens == {f"C{team}": token for team, token in TEAMS.items()}

    revoked = {"type": "tokens_revoked", "tokens": {"bot": ["UBOT2"]}}
    assert (await slack.event(envelope(revoked, team="T2"))).status == 200
    await fake.silence(0.5)
    fake.calls.clear()
    for team in ("T2", "T9"):
        assert (await slack.event(mention("and the CAPM?", team=team, channel=f"C{team}"))).status == 200
    await slack.mention("and the CAPM?", team="T3", channel="CT3")
    await fake.wait("chat.postMessage")
    await fake.silence()
    assert [post["channel"] for post in fake.posts()] == ["CT3"]
    for kept in service.log.parent.rglob("*"):
        assert kept.is_dir() or not TOKENS.findall(kept.read_bytes()), kept
