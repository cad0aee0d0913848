"""Asks Slack at the start whether the tokens are good: a wrong one is told at once, not by silence."""

from __future__ import annotations

import logging
from collections.abc import Awaitable

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.clients import fault, is_outage
from bot.channels.slack.posting import SLACK_ERRORS

logger = logging.getLogger(__name__)

_REFUSED = (
    "Slack does not take {variable} ({error}). "
    "Copy it again from the app's page at api.slack.com/apps: {where}."
)
_BOT = ("WAYMARK_SLACK_BOT_TOKEN", "OAuth & Permissions, Bot User OAuth Token")
_APP = ("WAYMARK_SLACK_APP_TOKEN", "Basic Information, App-Level Tokens, with the scope connections:write")


class TokenRefused(Exception):  # noqa: N818 - says what happened
    """A token is not good; the message says which and where the right one stands."""


async def check_bot_token(client: AsyncWebClient) -> None:
    """Raise :class:`TokenRefused` when Slack does not take the token. An unreachable Slack is logged only."""
    await _check(client.auth_test(), *_BOT)


async def check_app_token(client: AsyncWebClient, token: str) -> None:
    """Do the same for the token of Socket Mode."""
    await _check(client.apps_connections_open(app_token=token), *_APP)


async def _check(call: Awaitable[object], variable: str, where: str) -> None:
    try:
        await call
    except SLACK_ERRORS as error:
        if not isinstance(error, SlackApiError) or is_outage(error):
            logger.warning("Slack cannot be reached now (%s); I go on trying.", fault(error))
            return
        raise TokenRefused(_REFUSED.format(variable=variable, error=fault(error), where=where)) from error
