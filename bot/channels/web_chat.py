"""The web chat as a Rasa channel: the page at ``/chat``, its API, and the service's health.

Named by its class path in ``credentials.yml``. Rasa mounts a channel under ``/webhooks/`` unless its prefix
starts with a slash, as ours does.
"""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, redirect

from bot.channels import rasa_patches
from bot.channels.api import CHANNEL, ChatApi
from bot.channels.assets import Assets
from bot.channels.errors import ChatError, describe, from_exception, refuse
from bot.channels.framing import refuse_odd_lengths
from bot.channels.headers import secure
from bot.channels.incoming import OnNewMessage
from bot.channels.lifetime import in_order
from bot.channels.metrics_page import MetricsPage
from bot.channels.origins import Origins, silence_rasa_cors
from bot.channels.routes import add
from bot.channels.take_along import PREFIX, add_files
from bot.channels.untraced import leave_out_traces
from bot.settings import ROOT, Settings, current
from bot.watching import logs
from bot.web_bundle import public_files

# The rest of a refused body is read and dropped up to here, so that the client gets to read the refusal.
LARGEST_DROPPED_BODY = 10_000_000

rasa_patches.apply()

logger = logging.getLogger(__name__)


class WebChatInput(InputChannel):
    """The channel. Its settings come from :mod:`bot.settings`; ``credentials.yml`` holds nothing for it.

    ``web`` is the directory of the widget's files; when not given, the bundle that ``make setup`` builds.
    """

    def __init__(self, settings: Settings, web: Path | None = None) -> None:
        self._settings = settings
        self._web = web or public_files(ROOT)

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which Rasa stores with each message."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebChatInput:  # noqa: ARG003 - Rasa's signature
        """Make the channel, and the directory in which the service keeps its database and secret.

        Raises :class:`bot.settings.SettingsError`.
        """
        settings = current()
        logs.set_up(settings, "chat")
        settings.var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(settings)

    def url_prefix(self) -> str:
        """Return where the channel is mounted; the leading slash keeps it out of ``/webhooks/``."""
        return PREFIX

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """Return the routes of the channel. ``on_new_message`` hands a message to Rasa."""
        api = ChatApi(self._settings, on_new_message)
        assets = Assets(self._web)
        routes = _ChatBlueprint("web_chat", api=api, settings=self._settings)
        maps = add_files(routes, self._settings)
        add(routes, assets.page, "/", "GET", "HEAD")
        add(routes, assets.script, "/embed.js", "GET", "HEAD")
        add(routes, assets.file, "/a/<stamp:str>/<name:path>", "GET", "HEAD")
        add(routes, api.start, "/api/conversations", "POST")
        add(routes, api.send, "/api/messages", "POST")
        add(routes, api.history, "/api/history", "GET")
        add(routes, api.forget, "/api/conversation", "DELETE")
        add(routes, api.vote, "/api/feedback", "POST")

        @routes.listener("after_server_start")
        async def warm_up(app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
            app.add_task(maps.warm_up(), name="warm_up")

        in_order(routes, api, self._settings)
        return routes


class _ChatBlueprint(Blueprint):
    """The routes below ``/chat``, and what the channel does outside them.

    Rasa gives a channel nothing but a blueprint with a prefix. ``register`` is where it meets the app:
    there ``/`` (otherwise Rasa's own greeting), ``/health``, the error shape and the origin check are set.
    """

    def __init__(self, name: str, api: ChatApi, settings: Settings) -> None:
        super().__init__(name)
        self.ctx.api = api
        self.ctx.settings = settings

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Register the routes with ``app``."""
        super().register(app, options)
        logs.take_over_sanic()
        body_limit = self.ctx.settings.body_limit
        origins = Origins(self.ctx.settings.allowed_origins)

        async def tell(request: Request, error: Exception) -> HTTPResponse:
            if not isinstance(error, (ChatError, SanicException)):
                logger.error("A request failed: %s", describe(error))
            return refuse(from_exception(request, error, body_limit))

        app.config.REQUEST_MAX_SIZE = LARGEST_DROPPED_BODY
        app.config.PROXIES_COUNT = self.ctx.settings.proxies or None
        add(app, self.ctx.api.health, "/health", "GET", "HEAD")
        add(app, self.ctx.api.live, "/health/live", "GET", "HEAD")
        page = MetricsPage(self.ctx.settings.metrics, self.ctx.api.health_checks)
        add(app, page.metrics, "/metrics", "GET")
        silence_rasa_cors(app)
        refuse_odd_lengths(app)
        leave_out_traces()
        app.register_middleware(_lead_to_chat, "request")
        app.register_middleware(origins.admit, "request")
        app.register_middleware(self.ctx.api.limits.admit, "request")
        app.register_middleware(origins.label, "response")
        app.register_middleware(secure, "response")
        app.error_handler.add(Exception, tell)


async def _lead_to_chat(request: Request) -> HTTPResponse | None:
    return redirect("/chat") if request.path == "/" else None
