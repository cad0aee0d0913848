"""What Slack takes of arguments of its methods, as far as it is documented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.channels.slack.block_limits import block_faults, brackets

MOST_TEXT = 40_000
TS = re.compile(r"\d{10}\.\d{6}")
CHANNEL = re.compile(r"[CDG][A-Z0-9]+")
USER = re.compile(r"[UW][A-Z0-9]+")

# Arguments of the methods that are documented and not for classic apps; True: required.
METHODS: dict[str, dict[str, bool]] = {
    "apps.connections.open": {},
    "auth.test": {},
    "assistant.threads.setStatus": {
        "channel_id": True,
        "thread_ts": True,
        "status": True,
        "loading_messages": False,
    },
    "assistant.threads.setSuggestedPrompts": {"channel_id": True, "prompts": True, "title": False},
    "chat.postEphemeral": {
        "channel": True,
        "user": True,
        "text": True,
        "blocks": False,
        "thread_ts": False,
    },
    "chat.postMessage": {
        "channel": True,
        "text": True,
        "blocks": False,
        "thread_ts": False,
        "unfurl_links": True,
        "unfurl_media": True,
    },
    "chat.update": {"channel": True, "ts": True, "text": True, "blocks": False},
    "conversations.open": {"users": True},
    "files.completeUploadExternal": {"files": True, "channel_id": True, "thread_ts": False},
    "files.getUploadURLExternal": {"filename": True, "length": True, "alt_txt": False},
    "oauth.v2.access": {
        "code": False,
        "client_id": True,
        "client_secret": True,
        "redirect_uri": False,
        "grant_type": False,
        "refresh_token": False,
    },
    "views.publish": {"user_id": True, "view": True, "hash": False},
}


def faults(method: str, given: dict[str, Any]) -> Iterator[str]:
    """Yield what Slack would not take of a call."""
    known = METHODS[method]
    yield from (f"unknown argument {name}" for name in given.keys() - known.keys())
    yield from (
        f"no {name}" for name, needed in known.items() if needed and given.get(name) in (None, "", [])
    )
    for name, shape in (("thread_ts", TS), ("ts", TS), ("channel", CHANNEL), ("channel_id", CHANNEL)):
        if given.get(name) is not None and not shape.fullmatch(str(given[name])):
            yield f"{name} is {given[name]!r}"
    for name in ("user", "users", "user_id"):
        if given.get(name) is not None and not USER.fullmatch(str(given[name])):
            yield f"{name} is {given[name]!r}"
    if "text" in given and not 0 < len(str(given["text"])) <= MOST_TEXT:
        yield "text is empty or too long"
    yield from _content_faults(method, given)


def _content_faults(method: str, given: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with what people would see."""
    if method in {"chat.postMessage", "chat.update", "chat.postEphemeral"}:
        yield from brackets(str(given.get("text", "")))
        yield from block_faults(given.get("blocks") or [], "message")
    if method == "views.publish":
        view = given.get("view") or {}
        yield from (f"unknown key {key} of the view" for key in view.keys() - {"type", "blocks"})
        yield from block_faults(view.get("blocks") or [], "home")
    if method == "assistant.threads.setSuggestedPrompts":
        yield from prompt_faults(given.get("prompts") or [])
    if len(given.get("loading_messages") or []) > 10:
        yield "more than 10 loading messages"
    if len(str(given.get("alt_txt") or "")) > 1000:
        yield "alt_txt is too long"


def prompt_faults(prompts: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what is wrong with suggested prompts."""
    if not 1 <= len(prompts) <= 4:
        yield f"{len(prompts)} prompts"
    yield from (f"prompt {prompt}" for prompt in prompts if set(prompt) != {"title", "message"})
