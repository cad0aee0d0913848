"""Socket Mode: Slack's deliveries over a connection that we open, for firms without a public address."""

from __future__ import annotations

import time

from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.deliveries import Deliveries
from bot.channels.slack.rush import Rush


class Socket:
    """The connection. It may be open beside HTTP: what comes both ways is taken once."""

    def __init__(
        self, app_token: str, base: AsyncWebClient, bolt: AsyncApp, deliveries: Deliveries, rush: Rush
    ) -> None:
        self._bolt = bolt
        self._deliveries = deliveries
        self._rush = rush
        self._client = SocketModeClient(app_token, web_client=base)
        self._client.socket_mode_request_listeners.append(self._take)

    async def open(self) -> None:
        """Connect; after that the SDK connects again by itself. Raises ``SlackApiError`` for a bad token."""
        await self._client.connect()  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        """End the connection."""
        await self._client.close()  # type: ignore[no-untyped-call]

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Acknowledge an event once it is kept; let Bolt acknowledge all else."""
        if request.type == "events_api":
            with self._rush.arriving():
                await self._deliveries.event(request.payload)
                await client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id))
            return
        started = time.time()
        await send_async_response(client, request, await run_async_bolt_app(self._bolt, request), started)
