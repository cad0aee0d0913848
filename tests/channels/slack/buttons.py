"""Presses of buttons, in the shape in which Slack sends them."""

from __future__ import annotations

import itertools
import time
from typing import Any

from tests.channels.slack.fake import APP, TEAM, FakeSlack

_numbers = itertools.count(1)


def number() -> int:
    return next(_numbers)


def buttons(post: dict[str, Any], kind: str = "actions") -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the buttons of a message, each with its block."""
    return [
        (block, element) for block in post["blocks"] if block["type"] == kind for element in block["elements"]
    ]


def press(fake: FakeSlack, post: dict[str, Any], button: int = 0, **changes: Any) -> dict[str, Any]:
    """Return the press of the button with that number."""
    block, element = buttons(post)[button]
    action = {
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "text": element["text"],
        "type": "button",
        "action_ts": f"{time.time():.6f}",
        **({"value": element["value"]} if "value" in element else {}),
    }
    return acted(fake, post, action, **changes)


def thumb(fake: FakeSlack, post: dict[str, Any], which: str, **changes: Any) -> dict[str, Any]:
    """Return the press of a thumb: ``positive_button`` or ``negative_button``."""
    block, element = buttons(post, "context_actions")[0]
    action = {
        "type": "feedback_buttons",
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "value": element[which]["value"],
        "action_ts": f"{time.time():.6f}",
    }
    return acted(fake, post, action, **changes)


def acted(fake: FakeSlack, post: dict[str, Any], action: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a ``block_actions`` payload."""
    thread = {"thread_ts": post["thread_ts"]} if post.get("thread_ts") else {}
    return {
        "type": "block_actions",
        "user": {"id": "U1", "username": "ann", "name": "ann", "team_id": TEAM},
        "api_app_id": APP,
        "token": "unused",
        "container": {
            "type": "message",
            "message_ts": post["ts"],
            "channel_id": post["channel"],
            "is_ephemeral": False,
            **thread,
        },
        "trigger_id": f"1.2.{number()}",
        "team": {"id": TEAM, "domain": "t1"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": post["channel"], "name": "general"},
        "message": {**post, **thread},
        "state": {"values": {}},
        "response_url": f"{fake.url}/response/{number()}",
        "actions": [action],
        **changes,
    }
