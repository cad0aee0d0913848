"""The security headers of every answer that brings none of its own: nothing is run, framed or guessed."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import HTTPResponse

_CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# Bolt writes the pages of Slack's installation: with styles inside, and Slack's picture on the button.
_SLACK = f"{_CLOSED}; style-src 'unsafe-inline'; img-src https://platform.slack-edge.com"
_DEFAULTS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


async def secure(request: Request, response: HTTPResponse) -> None:
    """Put on ``response`` what is missing: a middleware for the whole app."""
    for name, value in _DEFAULTS.items():
        response.headers.setdefault(name, value)
    policy = _SLACK if request.path.startswith("/slack/") else _CLOSED
    response.headers.setdefault("Content-Security-Policy", policy)
