from __future__ import annotations

import aiohttp
import pytest

from bot.channels.slack.checks import TokenRefused, check_app_token, check_bot_token
from bot.channels.slack.clients import impatient, new_client
from tests.channels.slack.fake import APP_TOKEN, TOKEN, FakeSlack
from tests.channels.slack.trouble import Trouble


async def test_good_tokens_pass(fake: FakeSlack) -> None:
    async with aiohttp.ClientSession() as session:
        client = impatient(new_client(f"{fake.url}/api/", session, TOKEN))
        await check_bot_token(client)
        await check_app_token(client, APP_TOKEN)
    assert [call.method for call in fake.calls] == ["auth.test", "apps.connections.open"]


async def test_a_refused_token_is_named_with_the_place_of_the_right_one_and_not_shown(
    fake: FakeSlack,
) -> None:
    async with aiohttp.ClientSession() as session:
        client = impatient(new_client(f"{fake.url}/api/", session, "xoxb-wrong"))
        with pytest.raises(TokenRefused, match=r"WAYMARK_SLACK_BOT_TOKEN \(invalid_auth\).*Bot User") as bot:
            await check_bot_token(client)
        with pytest.raises(TokenRefused, match=r"WAYMARK_SLACK_APP_TOKEN.*connections:write") as app:
            await check_app_token(client, "xapp-wrong")
    assert "wrong" not in str(bot.value) + str(app.value)


async def test_an_unreachable_slack_does_not_stop_the_start(
    fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    fake.trouble("auth.test", Trouble(503))
    async with aiohttp.ClientSession() as session:
        await check_bot_token(impatient(new_client(f"{fake.url}/api/", session, TOKEN)))
        await check_bot_token(impatient(new_client("http://127.0.0.1:9/api/", session, TOKEN)))
    assert caplog.text.count("Slack cannot be reached now") == 2
