"""Text on its way from and to Slack: what people typed is unwrapped, what the bot says mentions nobody."""

from __future__ import annotations

import html
import re

_WRAPPED = re.compile(r"<([^<>\n]+)>")
_SIGNS = {"@": "@", "#": "#", "!": "@"}


def typed(text: str, own_id: str | None = None) -> str:
    """Return ``text`` of a Slack message as the person typed it.

    Slack wraps links, mentions and dates in angle brackets and escapes ``&``, ``<`` and ``>``. Mentions of
    the bot, whose user id is ``own_id``, are left out.
    """
    return html.unescape(_WRAPPED.sub(lambda found: _unwrapped(found[1], own_id), text)).strip()


def harmless(text: str) -> str:
    """Return ``text`` so that nothing in it mentions a person, a group or a channel.

    Only ``<`` and ``>`` are replaced: Slack shows ``&amp;`` in a Markdown block as it is written.
    """
    return text.replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, longest: int) -> str:
    """Return ``text`` with at most ``longest`` characters, with an ellipsis where something was taken off."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _unwrapped(inside: str, own_id: str | None) -> str:
    target, _, label = inside.partition("|")
    if target.startswith(("@", "#", "!")):
        return _mention(target, label, own_id)
    address = target.removeprefix("mailto:").removeprefix("tel:")
    if not label or label == address or _without_scheme(address).rstrip("/") == label.rstrip("/"):
        return label or address
    return f"{label} ({address})"


def _mention(target: str, label: str, own_id: str | None) -> str:
    if target == f"@{own_id}":
        return ""
    if target.startswith("!date"):
        return label
    name = label or target[1:].partition("^")[0]
    return name if name.startswith(target[0]) else f"{_SIGNS[target[0]]}{name.lstrip('@')}"


def _without_scheme(address: str) -> str:
    return address.partition("://")[2] or address
