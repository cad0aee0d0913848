"""Block Kit's blocks as far as Waymark uses them, each within Slack's limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bot.channels.slack.words import cut, harmless

Block = dict[str, Any]

LONGEST_MARKDOWN = 11_000  # of 12,000, since all blocks of a message together may not pass some 13,200
LONGEST_TEXT, LONGEST_TITLE, LONGEST_VALUE = 3_000, 75, 2_000
MOST_BUTTONS, MOST_BLOCKS, MOST_ROWS, MOST_COLUMNS = 25, 50, 100, 20


def markdown(text: str) -> Block:
    """Return a block of Markdown, which must be harmless already."""
    return {"type": "markdown", "text": text}


def section(text: str) -> Block:
    """Return a block of text in Slack's own notation, which must be harmless already."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": cut(text, LONGEST_TEXT)}}


def context(text: str) -> Block:
    """Return a line in small type, in Slack's own notation, which must be harmless already."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": cut(text, LONGEST_TEXT)}]}


def header(text: str) -> Block:
    """Return a heading."""
    return {"type": "header", "text": plain(cut(text, 150))}


def plain(text: str) -> Block:
    """Return text without any notation."""
    return {"type": "plain_text", "text": text, "emoji": False}


def button(title: str, action: str, value: str, **more: object) -> Block:
    """Return a button; ``action`` must be unlike all others of the message. A long title is cut."""
    return {
        "type": "button",
        "text": plain(cut(title.strip() or "…", LONGEST_TITLE)),
        "action_id": action,
        "value": value,
        **more,
    }


def actions(buttons: Sequence[Block], name: str) -> Iterator[Block]:
    """Yield rows of buttons, as many to a row as Slack takes; their ids begin with ``name`` and ``#``."""
    for start in range(0, len(buttons), MOST_BUTTONS):
        elements = list(buttons[start : start + MOST_BUTTONS])
        yield {"type": "actions", "block_id": f"{name}#{start}", "elements": elements}


def table(lines: Sequence[Sequence[str]]) -> Block:
    """Return a table, its headings first; Slack shows it below the rest, and takes one a message."""
    rows = [[_cell(cell) for cell in line[:MOST_COLUMNS]] for line in lines[:MOST_ROWS]]
    return {"type": "table", "rows": rows}


def _cell(text: str) -> Block:
    return {"type": "raw_text", "text": text or "–"}  # noqa: RUF001 - a dash: no cell may be empty


def link(url: str, title: str) -> str:
    """Return a link in Slack's own notation."""
    address = url.replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
    return f"<{address}|{harmless(title).replace('|', '/')}>"
