"""The bot's messages as Slack's."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from bot.channels.messages import Message
from bot.channels.plain_text import dated, without_marks
from bot.channels.slack import blocks, texts
from bot.channels.slack.blocks import Block
from bot.channels.slack.cutting import pieces
from bot.channels.slack.words import cut, harmless

ANSWER, WORDS, VOTE = "answer", "words", "vote"

# A question in a guided talk or a greeting is neither right nor wrong.
_NOT_TO_BE_JUDGED = ("tool/", "smalltalk/")

logger = logging.getLogger(__name__)


class Post(NamedTuple):
    """One message to Slack: its blocks, and the same as text for notifications and screen readers."""

    text: str
    blocks: list[Block]

    def arguments(self) -> dict[str, Any]:
        """Return what ``chat.postMessage`` gets. Links are never unfolded into previews."""
        return {"text": self.text, "blocks": self.blocks, "unfurl_links": False, "unfurl_media": False}


def posts(message: Message, conversation: str) -> list[Post]:
    """Return ``message`` as one post, or as several where it is longer than Slack takes.

    The last has the buttons, the table, the sources and the thumbs. Blocks with buttons have the talk's id as
    the beginning of theirs, so that a press leads back to it.
    """
    parts = pieces(harmless(message["text"]), blocks.LONGEST_MARKDOWN) or [texts.NO_WORDS]
    found = [Post(_spoken(part), [blocks.markdown(part)]) for part in parts]
    found[-1].blocks.extend(_below(message, conversation))
    del found[-1].blocks[blocks.MOST_BLOCKS :]
    return found


def sentence(text: str) -> Post:
    """Return one sentence of the channel's own."""
    return Post(harmless(text), [blocks.markdown(harmless(text))])


def closed(menu: list[Block], note: str) -> list[Block]:
    """Return the blocks of a message without its buttons, with a ``note`` in their place."""
    at = next((n for n, block in enumerate(menu) if block["type"] == "actions"), len(menu))
    kept = [block for block in menu if block["type"] != "actions"]
    return [*kept[:at], blocks.context(note), *kept[at:]]


def _spoken(markdown: str) -> str:
    """Return Markdown as a screen reader should say it."""
    return cut("\n".join(without_marks(line) for line in markdown.splitlines()), blocks.LONGEST_TEXT)


def _below(message: Message, conversation: str) -> Iterator[Block]:
    answer = message["answer"] or {}
    yield from blocks.actions(list(_buttons(message)), conversation)
    if grid := answer.get("table"):
        yield blocks.table([_bare(grid["columns"]), *map(_bare, grid["rows"])])
    if sources := answer.get("sources"):
        yield blocks.context(_sources(sources))
    if answer.get("id") and not str(answer["id"]).startswith(_NOT_TO_BE_JUDGED):
        yield _thumbs(str(answer["id"]), conversation)


def _buttons(message: Message) -> Iterator[Block]:
    if (message["answer"] or {}).get("more"):
        yield blocks.button(texts.MORE, f"{WORDS}:0", texts.MORE)
    for number, given in enumerate(message["buttons"]):
        if len(given["payload"]) > blocks.LONGEST_VALUE:
            logger.error("A button's payload of %d characters was left out.", len(given["payload"]))
        else:
            yield blocks.button(given["title"], f"{ANSWER}:{number}", given["payload"])


def _bare(cells: Sequence[object]) -> list[str]:
    return [without_marks(str(cell)) for cell in cells]


def _sources(sources: Sequence[dict[str, Any]]) -> str:
    """Return as many sources as fit, since a link that is cut is none."""
    line = texts.SOURCES
    for number, source in enumerate(map(_source, sources)):
        longer = f"{line} {'· ' if number else ''}{source}"
        if len(longer) > blocks.LONGEST_TEXT:
            break
        line = longer
    return line


def _source(source: dict[str, Any]) -> str:
    publisher, title = str(source.get("publisher") or ""), str(source.get("title") or "")
    name = title if publisher in title else f"{publisher}: {title}"
    return blocks.link(str(source["url"]), name) + dated(source)


def _thumbs(answer_id: str, conversation: str) -> Block:
    def thumb(title: str, label: str, vote: str) -> dict[str, Any]:
        value = json.dumps({"answer": answer_id, "vote": vote})
        return {"text": blocks.plain(title), "accessibility_label": label, "value": value}

    element = {
        "type": "feedback_buttons",
        "action_id": VOTE,
        "positive_button": thumb(texts.GOOD, texts.GOOD_LABEL, "up"),
        "negative_button": thumb(texts.BAD, texts.BAD_LABEL, "down"),
    }
    return {"type": "context_actions", "block_id": f"{conversation}#{VOTE}", "elements": [element]}
