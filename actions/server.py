"""The action server: Rasa SDK's own, behind a key, with errors that tell nothing to the caller."""

from __future__ import annotations

import hmac
import logging
import os
import re
import time
import traceback
import uuid

from rasa_sdk import endpoint
from sanic import Sanic, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from structlog.contextvars import bind_contextvars, clear_contextvars

from bot import settings
from bot.channels.framing import refuse_odd_lengths
from bot.secret import action_key
from bot.service.settled import settle
from bot.watching import logs

KEY_HEADER = "X-Waymark-Key"  # as in endpoints.yml
# A tracker of a long conversation has some hundred kB. The SDK leaves sanic's 100 MB.
LARGEST_BODY = 8 * 1024 * 1024
STOP_SECONDS = 5.0
# Longer than the chat server keeps it (bot/channels/action_calls.py).
KEEP_SECONDS = 75
# The turn that a call belongs to, for the log: bot/channels/rasa_stages.py sends them.
REQUEST_HEADER = "X-Waymark-Request"
TALK_HEADER = "X-Waymark-Talk"
_NAME = re.compile(r"[0-9a-f]{10,12}")

logger = logging.getLogger("actions.server")  # this module runs as __main__


def create_app(key: str, package: str = "actions") -> Sanic:
    """Return the SDK's server for the actions of ``package``, closed to pages of other origins.

    Who does not show ``key`` gets 401, except for ``/health``: the SDK itself checks nobody.
    The SDK answers an exception with its text and the whole request, tracker included; here it gets a number
    that stands in the log.
    """
    app = endpoint.create_app(package, cors_origins="")
    app.config.REQUEST_MAX_SIZE = LARGEST_BODY
    app.config.ACCESS_LOG = False
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = STOP_SECONDS
    app.config.KEEP_ALIVE_TIMEOUT = KEEP_SECONDS
    app.exception(Exception)(_failed)

    async def admit(request: Request) -> HTTPResponse | None:
        shown = request.headers.getone(KEY_HEADER, "")
        if request.path == "/health" or hmac.compare_digest(shown.encode(errors="replace"), key.encode()):
            return None
        return response.json({"error": f"The header {KEY_HEADER} is missing or wrong."}, status=401)

    app.register_middleware(admit, "request")
    refuse_odd_lengths(app)
    app.register_middleware(_begin, "request")
    app.register_middleware(_end, "response")
    return app


async def _begin(request: Request) -> None:
    """Let all lines of this call name the turn that it belongs to."""
    clear_contextvars()
    names = {"request": request.headers.get(REQUEST_HEADER), "talk": request.headers.get(TALK_HEADER)}
    bind_contextvars(**{name: value for name, value in names.items() if value and _NAME.fullmatch(value)})
    request.ctx.began = time.perf_counter()


async def _end(request: Request, answer: HTTPResponse) -> None:
    if request.path == "/webhook" and hasattr(request.ctx, "began"):
        taken = round(1000 * (time.perf_counter() - request.ctx.began))
        logger.info("An action took %d ms.", taken, extra={"milliseconds": taken, "status": answer.status})


async def _failed(_request: Request, error: Exception) -> HTTPResponse:
    status = error.status_code if isinstance(error, SanicException) else 500
    incident = uuid.uuid4().hex[:8]
    logger.error("Incident %s: %s", incident, describe(error))
    return response.json({"error": "The action failed.", "incident": incident}, status=status)


def describe(error: BaseException) -> str:
    """Return class and places of ``error`` without its text, which may quote what a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "".join(f"\n  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames[-8:])
    return f"{type(error).__qualname__}{places}"


def main() -> None:
    """Serve the actions where the settings say, until a signal."""
    chosen = settings.load()
    logging.basicConfig(level=os.environ.get("LOG_LEVEL", "WARNING"))
    logs.set_up(chosen, "actions")
    logging.getLogger("sanic").setLevel(logging.ERROR)  # it advises on its debug mode
    app = create_app(action_key(chosen))
    settle()
    app.run(chosen.action_host, chosen.action_port, workers=1)


if __name__ == "__main__":
    main()
