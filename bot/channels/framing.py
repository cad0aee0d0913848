"""Requests whose length is not plain are refused before they are read.

Sanic 21.12 believes every ``Content-Length``: a negative one makes it read for ever without letting go of the
event loop, so that one request, from anybody, freezes the server; one that is no number is a 500. And what
two servers read differently (two lengths, a length beside chunks) can smuggle a request past the first.
"""

from __future__ import annotations

import re

from sanic import Sanic
from sanic.exceptions import InvalidUsage
from sanic.request import Request

# Nobody sends an exabyte.
_LENGTH = re.compile(r"[0-9]{1,18}")


def refuse_odd_lengths(app: Sanic) -> None:
    """Let ``app`` refuse them with 400. To be called before it starts."""
    app.add_signal(_check, "http.lifecycle.request")


async def _check(request: Request) -> None:
    lengths = request.headers.getall("content-length", [])
    encodings = request.headers.getall("transfer-encoding", [])
    plain = (
        len(lengths) + len(encodings) <= 1
        and all(_LENGTH.fullmatch(length.strip()) for length in lengths)
        and all(encoding == "chunked" for encoding in encodings)
    )
    if not plain:
        raise InvalidUsage("Bad Request")
