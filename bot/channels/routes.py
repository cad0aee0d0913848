"""How a handler becomes a route."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

Handler = Callable[..., Awaitable[HTTPResponse | None]]


def add(routes: Blueprint | Sanic, method: Handler, path: str, *verbs: str) -> None:
    """Add a route. Sanic sets attributes on a handler, which a bound method refuses: hence the function.

    A body is never read before the handler asks for it (``stream``).
    """

    async def handle(request: Request, **parts: str) -> HTTPResponse | None:
        return await method(request, **parts)

    routes.add_route(handle, path, methods=verbs, name=method.__name__, stream="POST" in verbs)
