"""The server's life: none without a model, its daily work, and an end only after the turns in hand."""

from __future__ import annotations

import asyncio
import logging
import os

from sanic import Blueprint, Sanic

from bot.channels.action_calls import end_calls
from bot.channels.api import ChatApi
from bot.retention.daily import every_day
from bot.settings import Settings

# Together less than the 30 seconds that Kubernetes gives and the supervisor's STOP_SECONDS.
TURNS_SECONDS = 20.0
CONNECTIONS_SECONDS = 3.0
NO_MODEL = 3

logger = logging.getLogger(__name__)


def in_order(routes: Blueprint, api: ChatApi, settings: Settings) -> None:
    """Let the server that serves ``routes`` begin, live and end in order."""

    @routes.listener("after_server_start")
    async def refuse_to_idle(app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
        app.config.GRACEFUL_SHUTDOWN_TIMEOUT = CONNECTIONS_SECONDS
        agent = getattr(app.ctx, "agent", None)
        if agent is None or not agent.is_ready():
            # Rasa logs why and goes on without a model, and every message would be answered with silence.
            logger.critical("The model could not be loaded; the lines above say why. The server ends.")
            logging.shutdown()
            os._exit(NO_MODEL)

    @routes.listener("after_server_start")
    async def keep_house(app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
        app.add_task(every_day(settings), name="every_day")

    @routes.listener("before_server_stop")
    async def end_turns(_app: Sanic, _loop: asyncio.AbstractEventLoop) -> None:
        await api.finish(TURNS_SECONDS)
        await end_calls()
