"""Which sites' pages may call the API, and the headers that every answer of the API carries.

A browser sends ``Origin`` with every cross-site request, other programs usually do not: a request without it
is taken, one from our own host or a listed site too, any other is refused before it is read.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.errors import ChatError, refuse

API = "/chat/api/"

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "authorization, content-type",
    "Access-Control-Max-Age": "600",
}
_ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Vary": "Origin",
    "X-Content-Type-Options": "nosniff",
}


class Origins:
    """The origin allow-list, as two middlewares for the whole app that act on the API's addresses only."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self._allowed = allowed

    async def admit(self, request: Request) -> HTTPResponse | None:
        """Refuse a foreign origin with 403; answer a preflight request; let all else pass (``None``)."""
        if not request.path.startswith(API):
            return None
        origin = request.headers.getone("origin", None)
        if origin is not None and not self._knows(origin, request):
            return refuse(ChatError("origin_refused"))
        if request.method == "OPTIONS":
            return HTTPResponse(status=204, headers=_PREFLIGHT)
        return None

    async def label(self, request: Request, response: HTTPResponse) -> None:
        """Put the security headers on an answer of the API, and the CORS header for a listed site."""
        if not request.path.startswith(API):
            return
        response.headers.update(_ALWAYS)
        origin = request.headers.getone("origin", "").lower()
        if origin in self._allowed:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = "Retry-After"

    def _knows(self, origin: str, request: Request) -> bool:
        return origin.lower() in self._allowed or _is_own(origin, request.headers.getone("host", ""))


def silence_rasa_cors(app: Sanic) -> None:
    """Take all addresses from the CORS extension that Rasa puts on every app.

    Without ``--cors`` it still answers preflight requests before we see them, and adds
    ``Access-Control-Allow-Credentials`` (rasa.server.configure_cors); with ``--cors '*'`` it would let every
    site in.
    """
    extension = getattr(app.ctx, "sanic_cors", None)
    if extension is not None:
        extension.resources = []


def _is_own(origin: str, host: str) -> bool:
    scheme, _, place = origin.lower().partition("://")
    default_port = {"http": ":80", "https": ":443"}.get(scheme)
    if default_port is None or not place:
        return False
    return place.removesuffix(default_port) == urlsplit(f"//{host.lower()}").netloc.removesuffix(default_port)
