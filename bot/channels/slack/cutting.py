"""Cuts long Markdown into pieces that Slack takes."""

from __future__ import annotations

import re

_FENCE = re.compile(r"^```[^\n`]*$", re.MULTILINE)
_BREAKS = ("\n\n", "\n", " ")
_CLOSED = "\n```"


def pieces(markdown: str, longest: int) -> list[str]:
    """Return ``markdown`` in pieces of at most ``longest`` characters, each of them whole Markdown.

    A cut is made between paragraphs, else lines, else words, within the last tenth of what fits. A block of
    code that is cut ends in one piece and begins again in the next.
    """
    found: list[str] = []
    rest = markdown.strip()
    while len(rest) > longest:
        at = _place(rest, longest - len(_CLOSED))
        head, rest = rest[:at].rstrip(), rest[at:].lstrip("\n ")
        if fence := _open_fence(head):
            head, rest = head + _CLOSED, f"{fence}\n{rest}"
        found.append(head)
    return [*found, rest] if rest else found


def _place(text: str, most: int) -> int:
    """Return where to cut so that at most ``most`` characters stand before the cut."""
    for mark in _BREAKS:
        at = text.rfind(mark, most * 9 // 10, most)
        if at > 0:
            return at
    entity = text.rfind("&", most - 4, most)  # no cut within "&lt;"
    return entity if entity > 0 else most


def _open_fence(text: str) -> str | None:
    """Return the line that opened a block of code which ``text`` does not close."""
    fences = _FENCE.findall(text)
    return str(fences[-1]) if len(fences) % 2 else None
