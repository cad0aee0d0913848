"""Many workspaces: anybody's workspace can install the app, and each has its own token."""

from __future__ import annotations

import asyncio
import logging
from urllib.parse import urljoin

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize, AsyncInstallationStoreAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.installations import STATE_SECONDS, Installations, States
from bot.secret import secret_of
from bot.settings import Settings

# The same as in deploy/slack-manifest.yaml, where each has its reason.
SCOPES = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "chat:write",
    "commands",
    "files:write",
    "groups:history",
    "im:history",
    "im:write",
)


class ManyTeams(AsyncAuthorize):
    """Answers Bolt's question for a token from the installations; renews it before it ends, one at a time."""

    def __init__(self, settings: Settings, base: AsyncWebClient) -> None:
        assert settings.slack_client_id is not None
        self.installations = Installations(
            settings.database_url, settings.slack_client_id, secret_of(settings)
        )
        self._authorize = AsyncInstallationStoreAuthorize(
            logger=logging.getLogger(__name__),
            installation_store=self.installations,
            client_id=settings.slack_client_id,
            client_secret=settings.slack_client_secret,
            client=base,
            cache_enabled=True,
            bot_only=True,  # with persons too, Bolt renews a token twice when nobody in particular asks
        )
        self._one_at_a_time = asyncio.Lock()

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,  # noqa: ARG002 - the signature is Bolt's
        actor_team_id: str | None = None,  # noqa: ARG002
        actor_user_id: str | None = None,  # noqa: ARG002
    ) -> AuthorizeResult | None:
        """Return what belongs to the token of a team, None when it has not installed the app (any more)."""
        async with self._one_at_a_time:
            return await self._authorize(
                context=context, enterprise_id=enterprise_id, team_id=team_id, user_id=user_id
            )


def flow(settings: Settings, base: AsyncWebClient, teams: ManyTeams) -> AsyncOAuthFlow:
    """Return Bolt's flow behind ``/slack/install`` and ``/slack/oauth_redirect``."""
    return AsyncOAuthFlow(
        client=base,
        settings=AsyncOAuthSettings(
            client_id=settings.slack_client_id,
            client_secret=settings.slack_client_secret,
            scopes=SCOPES,
            user_scopes=(),
            authorization_url=urljoin(settings.slack_api_url, "/oauth/v2/authorize"),
            installation_store=teams.installations,
            installation_store_bot_only=True,
            state_store=States(settings.database_url),
            state_expiration_seconds=STATE_SECONDS,
        ),
    )
