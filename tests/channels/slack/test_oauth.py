from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.settings import Settings
from tests.channels.service import ScriptedAgent
from tests.channels.slack.conftest import changed, working
from tests.channels.slack.fake import CLIENT_ID, CLIENT_SECRET, FakeSlack
from tests.channels.slack.people import Sent, envelope, mention

OTHER = "xoxb-2-other"


def granted(team: str, token: str, **changes: Any) -> dict[str, Any]:
    """Return what ``oauth.v2.access`` answers."""
    return {
        "access_token": token,
        "token_type": "bot",
        "scope": "chat:write,commands",
        "bot_user_id": f"UBOT{team[1:]}",
        "app_id": "A1",
        "team": {"id": team, "name": f"Team {team}"},
        "enterprise": None,
        "authed_user": {"id": "UINST"},
        "is_enterprise_install": False,
        **changes,
    }


@pytest.fixture
def many(settings: Settings) -> Settings:
    return changed(
        settings, slack_bot_token=None, slack_client_id=CLIENT_ID, slack_client_secret=CLIENT_SECRET
    )


@pytest.fixture
async def slack(many: Settings, agent: ScriptedAgent, fake: FakeSlack) -> AsyncIterator[Sent]:
    async with working(many, agent, fake) as sent:
        yield sent


async def begin(slack: Sent) -> tuple[str, str]:
    """Open the page of the installation; return the state and the cookie."""
    page = await slack.http.get(f"{slack.base}/slack/install")
    assert page.status == 200
    text = await page.text()
    link = next(part for part in text.replace("&amp;", "&").split('"') if "oauth/v2/authorize" in part)
    asked = parse_qs(urlsplit(link).query)
    assert asked["client_id"] == [CLIENT_ID]
    assert "chat:write" in asked["scope"][0]
    return asked["state"][0], page.headers["Set-Cookie"]


async def finish(slack: Sent, state: str, cookie: str | None, code: str = "c-1") -> int:
    headers = {"Cookie": cookie.split(";")[0]} if cookie else {}
    slack.http.cookie_jar.clear()
    address = f"{slack.base}/slack/oauth_redirect?code={code}&state={state}"
    reply = await slack.http.get(address, headers=headers)
    return reply.status


async def install(slack: Sent, fake: FakeSlack, team: str, token: str, **changes: Any) -> None:
    fake.teams[token] = team
    fake.installing[f"c-{team}"] = granted(team, token, **changes)
    state, cookie = await begin(slack)
    assert await finish(slack, state, cookie, f"c-{team}") == 200


async def test_an_installation_takes_the_browser_that_began_it_and_works_once(
    slack: Sent, fake: FakeSlack
) -> None:
    fake.teams[OTHER] = "T2"
    fake.installing["c-1"] = granted("T2", OTHER)
    state, cookie = await begin(slack)
    attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"secure", "httponly"} <= attributes
    assert await finish(slack, state, None) == 400
    assert await finish(slack, state, cookie) == 200
    assert await finish(slack, state, cookie) == 401


async def test_when_the_app_was_removed_there_is_silence(slack: Sent, fake: FakeSlack) -> None:
    await install(slack, fake, "T2", OTHER)
    await slack.mention("hello", team="T2")
    await fake.wait("chat.postMessage")
    assert (await slack.event(envelope({"type": "app_uninstalled"}, team="T2"))).status == 200
    await fake.silence(0.5)
    await slack.event(mention("hello again", team="T2"))
    await fake.silence(0.5)
    assert len(fake.posts()) == 1


async def test_tokens_are_sealed_in_the_database(slack: Sent, fake: FakeSlack, many: Settings) -> None:
    await install(slack, fake, "T2", OTHER)
    kept = (many.var_dir / "waymark.db").read_bytes()
    assert b"slack_installations" in kept
    assert b"xox" not in kept


async def test_a_token_that_ends_soon_is_renewed_and_kept(slack: Sent, fake: FakeSlack) -> None:
    ending = {"refresh_token": "xoxe-1-old", "expires_in": 60}
    await install(slack, fake, "T2", "xoxe.xoxb-1-old", **ending)
    fake.teams["xoxe.xoxb-1-new"] = "T2"
    fake.renewed = granted("T2", "xoxe.xoxb-1-new", refresh_token="xoxe-1-new", expires_in=43_200)
    for n in range(2):
        await slack.mention("hello", team="T2", channel=f"C{n}")
    await fake.wait("chat.postMessage", 2)
    assert {call.token for call in fake.made("chat.postMessage")} == {"xoxe.xoxb-1-new"}
    renewals = fake.made("oauth.v2.access", grant_type="refresh_token")
    assert [call.given["refresh_token"] for call in renewals] == ["xoxe-1-old"]


async def test_a_whole_organisation_is_known_by_its_own_token(slack: Sent, fake: FakeSlack) -> None:
    firm = {"team": None, "enterprise": {"id": "E1", "name": "Firm"}, "is_enterprise_install": True}
    fake.teams["xoxb-9-org"] = "T5"
    fake.installing["c-E1"] = granted("T5", "xoxb-9-org") | firm
    state, cookie = await begin(slack)
    assert await finish(slack, state, cookie, "c-E1") == 200
    asked = mention("hello", team="T5")
    asked["enterprise_id"] = "E1"
    asked["authorizations"][0].update(enterprise_id="E1", is_enterprise_install=True)
    await slack.event(asked)
    (call,) = await fake.wait("chat.postMessage")
    assert call.token == "xoxb-9-org"
    assert (await fake.wait("assistant.threads.setStatus"))[0].token == "xoxb-9-org"
