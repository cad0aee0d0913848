"""The addresses that Slack calls: requests are proved to be Slack's, acknowledged, and handed on."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

from sanic.request import Request
from sanic.response import HTTPResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

from bot.channels import guard
from bot.channels.errors import ChatError
from bot.channels.slack.deliveries import Deliveries
from bot.channels.slack.rush import Rush

LARGEST_BODY = 1_000_000  # a press of a button brings the whole message with it


class Front:
    """Handlers of ``/slack/*``."""

    def __init__(
        self, bolt: AsyncApp, deliveries: Deliveries, rush: Rush, signing_secret: str | None
    ) -> None:
        self._bolt = bolt
        self._deliveries = deliveries
        self._rush = rush
        self._verifier = SignatureVerifier(signing_secret) if signing_secret else None

    async def events(self, request: Request) -> HTTPResponse:
        """Take what Slack sends: events, presses of buttons, commands, and its checks of the address.

        Events are acknowledged as soon as they are kept, before Bolt sees them. What was not signed with our
        secret within five minutes is answered 401 and leaves no trace.
        """
        with self._rush.arriving():
            return await self._take(request)

    async def _take(self, request: Request) -> HTTPResponse:
        body = await guard.read_body(request, LARGEST_BODY)
        if self._verifier is None or not self._verifier.is_valid_request(body, dict(request.headers)):
            return HTTPResponse(status=200 if _is_ssl_check(body) else 401)
        envelope = _json(body)
        if not envelope and "json" in request.headers.getone("content-type", ""):
            raise ChatError("bad_request")
        if envelope.get("type") == "event_callback":
            await self._deliveries.event(envelope)
            return HTTPResponse(status=200)
        try:
            asked = _bolt_request(request, body)
        except ValueError as error:
            raise ChatError("bad_request") from error
        return to_sanic(await self._bolt.async_dispatch(asked))

    async def install(self, request: Request) -> HTTPResponse:
        """Show the page from which the app is installed."""
        assert self._bolt.oauth_flow is not None
        return to_sanic(await self._bolt.oauth_flow.handle_installation(_bolt_request(request, b"")))

    async def oauth_redirect(self, request: Request) -> HTTPResponse:
        """Finish an installation."""
        assert self._bolt.oauth_flow is not None
        return to_sanic(await self._bolt.oauth_flow.handle_callback(_bolt_request(request, b"")))


def to_sanic(answer: BoltResponse) -> HTTPResponse:
    """Return Bolt's response as Sanic's.

    Bolt's own adapter sets cookies by a method that Sanic has since version 23 only; Rasa brings 21.12.
    """
    response = HTTPResponse(answer.body, answer.status, answer.first_headers_without_set_cookie())
    for jar in answer.cookies():
        for name, morsel in jar.items():
            response.cookies[name] = morsel.value
            for attribute in ("path", "domain", "max-age"):
                if morsel[attribute]:
                    response.cookies[name][attribute] = morsel[attribute]
            response.cookies[name].update({"secure": True, "httponly": True})
    return response


def _is_ssl_check(body: bytes) -> bool:
    """Tell whether Slack only looks whether the certificate is good, which it does without a signature."""
    return parse_qs(body.decode("utf-8", "replace")).get("ssl_check") == ["1"]


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _bolt_request(request: Request, body: bytes) -> AsyncBoltRequest:
    return AsyncBoltRequest(
        body=body.decode("utf-8", "replace"), query=request.query_string, headers=dict(request.headers)
    )
