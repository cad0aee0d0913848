"""Slack as a Rasa channel. Without settings for Slack it serves nothing."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import InputChannel, OutputChannel
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels import rasa_patches
from bot.channels.errors import ChatError, refuse
from bot.channels.incoming import OnNewMessage
from bot.channels.routes import add
from bot.channels.slack.place import CHANNEL
from bot.settings import Settings, current

if TYPE_CHECKING:
    from bot.channels.slack.workplace import Workplace

rasa_patches.apply()

logger = logging.getLogger(__name__)


class SlackInput(InputChannel):
    """The channel. Its settings come from :mod:`bot.settings`; ``credentials.yml`` holds nothing for it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._workplace: Workplace | None = None

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which Rasa stores with each message."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SlackInput:  # noqa: ARG003 - Rasa's signature
        """Make the channel. Raises :class:`bot.settings.SettingsError`."""
        settings = current()
        settings.var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(settings)

    def url_prefix(self) -> str:
        """Return where the channel is mounted; the leading slash keeps it out of ``/webhooks/``."""
        return "/slack"

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """Return the routes of the channel. ``on_new_message`` hands a message to Rasa."""
        routes = Blueprint(CHANNEL)
        if not (self._settings.slack_bot_token or self._settings.slack_client_id):
            return routes
        # Slack's libraries take 10 MB, and a server without Slack does not need them.
        from bot.channels.slack.checks import TokenRefused  # noqa: PLC0415
        from bot.channels.slack.workplace import Workplace  # noqa: PLC0415

        @routes.listener("before_server_start")
        async def open_up(app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
            self._workplace = Workplace(self._settings, on_new_message, app)
            try:
                await self._workplace.check()
            except TokenRefused as refusal:
                logger.critical("%s", refusal)
                # Nothing is served yet. Any exception would print Sanic's and Rasa's traces over the message.
                logging.shutdown()
                os._exit(1)

        @routes.listener("after_server_start")
        async def begin(_app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
            await self._here.begin()

        @routes.listener("before_server_stop")
        async def end(_app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
            await self._here.close()

        @routes.exception(ChatError)
        async def tell(_request: Request, error: ChatError) -> HTTPResponse:
            return refuse(error)

        self._add_routes(routes)
        return routes

    @property
    def _here(self) -> Workplace:
        assert self._workplace is not None, "the server has not started"
        return self._workplace

    def get_output_channel(self) -> OutputChannel | None:
        """Return Rasa's way out for reminders and events from outside."""
        return self._workplace.output if self._workplace else None

    def _add_routes(self, routes: Blueprint) -> None:
        if self._settings.slack_signing_secret:

            async def events(request: Request) -> HTTPResponse:
                return await self._here.front.events(request)

            add(routes, events, "/events", "POST")
        if self._settings.slack_client_id:

            async def install(request: Request) -> HTTPResponse:
                return await self._here.front.install(request)

            async def oauth_redirect(request: Request) -> HTTPResponse:
                return await self._here.front.oauth_redirect(request)

            add(routes, install, "/install", "GET")
            add(routes, oauth_redirect, "/oauth_redirect", "GET")
