"""Clients of Slack's Web API: the right token for a team, one HTTP session, and patience."""

from __future__ import annotations

import asyncio
import random

import aiohttp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import AsyncConnectionErrorRetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.errors import describe
from bot.channels.slack.place import Place

_OK, _TOO_MANY, _SERVER_ERRORS = 200, 429, 500
_LONGEST_WAIT = 60.0


class PoliteRetry(AsyncRetryHandler):
    """Tries again after 429 and 5xx, when ``Retry-After`` says or else after 1, 2 and 4 seconds."""

    def __init__(self) -> None:
        super().__init__(max_retry_count=3)

    async def _can_retry_async(
        self,
        *,
        state: RetryState,  # noqa: ARG002 - the signature is the SDK's
        request: HttpRequest,  # noqa: ARG002
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002
    ) -> bool:
        if response is None:
            return False
        return response.status_code == _TOO_MANY or response.status_code >= _SERVER_ERRORS

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,  # noqa: ARG002
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002
    ) -> None:
        """Wait until the next attempt may be made."""
        asked = _retry_after(response)
        seconds = 2.0**state.current_attempt if asked is None else asked
        state.next_attempt_requested = True
        await asyncio.sleep(min(seconds, _LONGEST_WAIT) + 0.1 * random.random())  # noqa: S311 - spreads attempts
        state.increment_current_attempt()


def new_client(base_url: str, session: aiohttp.ClientSession, token: str | None = None) -> AsyncWebClient:
    """Return a client that shares ``session`` and is patient."""
    handlers = [AsyncConnectionErrorRetryHandler(), PoliteRetry()]
    return AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=handlers)


class OneTeam(AsyncAuthorize):
    """Answers Bolt's question for a token where one token is all there is. Slack is asked about it once."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._known: AuthorizeResult | None = None

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002 - the signature is Bolt's
        enterprise_id: str | None,  # noqa: ARG002
        team_id: str | None,  # noqa: ARG002
        user_id: str | None,  # noqa: ARG002
        actor_enterprise_id: str | None = None,  # noqa: ARG002
        actor_team_id: str | None = None,  # noqa: ARG002
        actor_user_id: str | None = None,  # noqa: ARG002
    ) -> AuthorizeResult | None:
        """Return what belongs to the token. Raises ``SlackApiError`` when Slack refuses it."""
        if self._known is None:
            reply = await self._client.auth_test()
            self._known = AuthorizeResult.from_auth_test_response(
                bot_token=self._client.token, auth_test_response=reply
            )
        return self._known


class Clients:
    """Finds the client for a place. ``base`` is the client that others are made like."""

    def __init__(self, base: AsyncWebClient, authorize: AsyncAuthorize) -> None:
        self.base = base
        self.authorize = authorize

    async def of(self, place: Place) -> AsyncWebClient | None:
        """Return a client with the token of the place's team; None where the app is not (any more).

        Raises the SDK's and aiohttp's errors while Slack cannot be asked.
        """
        context = AsyncBoltContext(
            {"client": self.base, "is_enterprise_install": place.enterprise is not None}
        )
        try:
            found = await self.authorize(
                context=context, enterprise_id=place.enterprise, team_id=place.team, user_id=None
            )
        except SlackApiError as error:
            if is_outage(error):
                raise
            return None
        session = self.base.session
        if found is None or found.bot_token is None or session is None:
            return None
        return new_client(self.base.base_url, session, found.bot_token)


def _retry_after(response: HttpResponse | None) -> float | None:
    """Return the seconds that a response asks to wait, None when it does not say."""
    for name, values in (response.headers if response else {}).items():
        if name.lower() == "retry-after":
            try:
                return float(values[0])
            except (ValueError, IndexError):
                return None
    return None


def impatient(client: AsyncWebClient) -> AsyncWebClient:
    """Return a client with the same token that tries once only."""
    return AsyncWebClient(
        token=client.token, base_url=client.base_url, session=client.session, retry_handlers=[]
    )


def is_outage(error: SlackApiError) -> bool:
    """Tell whether Slack did not answer properly, rather than refuse."""
    return int(getattr(error.response, "status_code", 0)) != _OK


def fault(error: Exception) -> str:
    """Return for the log Slack's word for an error, such as ``channel_not_found``, else class and place."""
    answer = getattr(error.response, "data", None) if isinstance(error, SlackApiError) else None
    return str(answer["error"]) if isinstance(answer, dict) and "error" in answer else describe(error)
