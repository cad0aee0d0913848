"""Reads the arguments of a call, in whichever way the SDK sends them."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web


async def arguments(request: web.Request) -> dict[str, Any]:
    """Return the arguments by name, lists and objects read."""
    if request.content_type == "application/json":
        fields = await request.json()
        return {
            name: _value(name, value) if isinstance(value, str) else value for name, value in fields.items()
        }
    fields = {**await request.post(), **request.query}
    return {name: _value(name, str(value)) for name, value in fields.items()}


def _value(name: str, text: str) -> Any:
    return json.loads(text) if name in {"blocks", "files", "prompts", "view", "loading_messages"} else text
