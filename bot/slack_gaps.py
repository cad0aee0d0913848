"""What is missing beside the Slack settings that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_BOT, _SIGNING, _APP = "WAYMARK_SLACK_BOT_TOKEN", "WAYMARK_SLACK_SIGNING_SECRET", "WAYMARK_SLACK_APP_TOKEN"
_ID, _SECRET = "WAYMARK_SLACK_CLIENT_ID", "WAYMARK_SLACK_CLIENT_SECRET"


def slack_gaps(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each thing that does not fit; ``values`` are settings by name."""
    bot, signing, app = (values.get(f"slack_{name}") for name in ("bot_token", "signing_secret", "app_token"))
    client, secret = values.get("slack_client_id"), values.get("slack_client_secret")
    if bool(client) != bool(secret):
        yield f"{_ID} and {_SECRET} belong together: set both, or neither."
    if bot and client:
        yield f"{_BOT} is for one workspace, {_ID} for many: set one of them."
    if bot and not (signing or app):
        yield f"{_BOT} needs {_SIGNING} beside it or, for Socket Mode, {_APP}."
    if client and not signing:
        yield f"{_ID} needs {_SIGNING} beside it."
    if (signing or app) and not (bot or client):
        yield f"{_SIGNING if signing else _APP} needs {_BOT} or {_ID} beside it."
