"""What Slack takes of Block Kit, as far as it is documented.

The SDK's own models check most limits of single blocks; what they miss is checked here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

MOST_BLOCKS = {"message": 50, "home": 100}
MOST_MARKDOWN, MOST_OF_ALL_BLOCKS, LONGEST_ID = 12_000, 13_200, 255
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100, 20, 10_000

# What angle brackets may hold in Slack's own notation, as far as Waymark needs them.
_BRACKETS = re.compile(r"<[^<>]*>?|>")
_ALLOWED_BRACKETS = re.compile(r"<(?:https?://[^|<>\s]+|slack://[^|<>\s]+)\|[^<>|]+>|<@[UW][A-Z0-9]+>")

_KEYS = {
    "actions": {"elements"},
    "context": {"elements"},
    "context_actions": {"elements"},
    "divider": set(),
    "header": {"text"},
    "markdown": {"text"},
    "section": {"text", "fields", "accessory", "expand"},
    "table": {"rows", "column_settings"},
    "button": {"text", "action_id", "value", "url", "style", "confirm", "accessibility_label"},
    "feedback_buttons": {"action_id", "positive_button", "negative_button"},
    "plain_text": {"text", "emoji"},
    "mrkdwn": {"text", "verbatim"},
    "raw_text": {"text"},
}
_HOLDS = {
    "actions": {"button"},
    "context": {"mrkdwn", "plain_text"},
    "context_actions": {"feedback_buttons"},
    "button": {"plain_text"},
    "header": {"plain_text"},
}
_ONLY_IN_MESSAGES = {"markdown", "context_actions", "table"}


def block_faults(blocks: list[dict[str, Any]], surface: str) -> Iterator[str]:
    """Yield what is wrong with ``blocks`` of a message or of a ``home``."""
    if len(blocks) > MOST_BLOCKS[surface]:
        yield f"{len(blocks)} blocks"
    for block in blocks:
        yield from _single(block, surface)
    markdown = sum(len(block["text"]) for block in blocks if block["type"] == "markdown")
    if markdown > MOST_MARKDOWN:
        yield f"msg_blocks_too_long: {markdown} characters of Markdown"
    if surface == "message" and sum(map(len, _texts(blocks))) > MOST_OF_ALL_BLOCKS:
        yield "msg_blocks_too_long: all blocks together"
    if sum(block["type"] == "table" for block in blocks) > 1:
        yield "only_one_table_allowed"
    for name in ("action_id", "block_id"):
        ids = Counter(_values(blocks, name))
        yield from (f"{name} {found!r} twice" for found, count in ids.items() if count > 1)
        yield from (f"{name} too long" for found in ids if len(found) > LONGEST_ID)


def _single(block: dict[str, Any], surface: str) -> Iterator[str]:
    if surface != "message" and block["type"] in _ONLY_IN_MESSAGES:
        yield f"{block['type']} outside a message"
    yield from _keys(block)
    if block["type"] == "table":
        yield from _table(block)
        return
    parsed = Block.parse(block)
    if parsed is None:
        yield f"unknown block {block['type']}"
        return
    try:
        parsed.validate_json()
        for element in getattr(parsed, "elements", None) or []:
            element.validate_json()
    except SlackObjectFormationError as error:
        yield str(error)


def _table(block: dict[str, Any]) -> Iterator[str]:
    rows = block["rows"]
    if not 1 <= len(rows) <= MOST_ROWS or any(not 1 <= len(row) <= MOST_COLUMNS for row in rows):
        yield "size of the table"
    if len({len(row) for row in rows}) > 1:
        yield "rows of different lengths"
    if sum(len(cell["text"]) for row in rows for cell in row) > MOST_CELLS:
        yield "too much text in the table"


def _keys(item: Any) -> Iterator[str]:
    """Yield unknown keys, wrong children and empty texts, at any depth."""
    if isinstance(item, list):
        for part in item:
            yield from _keys(part)
    elif isinstance(item, dict):
        kind = item.get("type")
        if kind is not None:
            if kind not in _KEYS:
                yield f"unknown type {kind}"
                return
            yield from (
                f"unknown key {key} of {kind}" for key in item.keys() - _KEYS[kind] - {"type", "block_id"}
            )
            yield from _children(kind, item)
        if kind in {"plain_text", "mrkdwn", "raw_text", "markdown"} and not item["text"].strip():
            yield f"{kind} without text"
        if kind in {"mrkdwn", "markdown"}:
            yield from brackets(item["text"])
        for part in item.values():
            yield from _keys(part)


def _children(kind: str, item: dict[str, Any]) -> Iterator[str]:
    held = [*item.get("elements", []), *([item["text"]] if isinstance(item.get("text"), dict) else [])]
    allowed = _HOLDS.get(kind)
    if allowed:
        yield from (f"{part['type']} in {kind}" for part in held if part["type"] not in allowed)
    if kind == "context" and len(item["elements"]) > 10:
        yield "more than 10 elements of context"


def brackets(text: str) -> Iterator[str]:
    """Yield what could mention somebody: no bracket but one of a link or of a person may stay."""
    for found in _BRACKETS.findall(text):
        if not _ALLOWED_BRACKETS.fullmatch(found):
            yield f"unescaped {found!r}"


def _texts(item: Any) -> Iterator[str]:
    if isinstance(item, list):
        for part in item:
            yield from _texts(part)
    elif isinstance(item, dict):
        for name, part in item.items():
            if name == "text" and isinstance(part, str):
                yield part
            else:
                yield from _texts(part)


def _values(item: Any, name: str) -> Iterator[str]:
    if isinstance(item, list):
        for part in item:
            yield from _values(part, name)
    elif isinstance(item, dict):
        if isinstance(item.get(name), str):
            yield item[name]
        for part in item.values():
            yield from _values(part, name)
