"""Messages as plain text for a terminal: light Markdown taken off, tables aligned, sources in short."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urljoin

from tabulate import tabulate

from bot.channels.messages import Message

_NARROWEST, _WIDEST = 40, 96

_LINK = re.compile(r"\[([^\]]+)\]\((\S+?)\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LIGHT = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"`([^`]+)`")
_HEADING = re.compile(r"^#{1,6}\s+")
_BULLET = re.compile(r"^(\s*)(?:[-*+]|(\d+[.)]))\s+")


def plain(message: Message, first_number: int = 1, address: str = "") -> str:
    """Return ``message`` as text, with what is attached, and its buttons numbered from ``first_number`` on.

    A picture is drawn with letters where the answer brings such a drawing. ``address`` is where paths of
    pictures and files begin.
    """
    answer = message["answer"] or {}
    parts = [
        unmarked(message["text"]),
        _table(answer.get("table")),
        str((answer.get("picture") or {}).get("text") or ""),
        _image(message["image"], address),
        _files(answer.get("downloads") or (), address),
        _sources(answer.get("sources") or []),
        "\n".join(
            f"[{n}] {button['title']}" for n, button in enumerate(message["buttons"], start=first_number)
        ),
    ]
    return "\n\n".join(part for part in parts if part)


def unmarked(markdown: str) -> str:
    """Return light Markdown as text, wrapped to the terminal; a bullet's further lines are indented."""
    return "\n".join(_wrapped(line) for line in markdown.strip().splitlines())


def _wrapped(line: str) -> str:
    line = _HEADING.sub("", line.rstrip())
    bullet = _BULLET.match(line)
    mark = f"{bullet[1]}{bullet[2] or '-'} " if bullet else ""
    rest = line[bullet.end() :] if bullet else line
    return textwrap.fill(
        without_marks(rest),
        width=_width(),
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def without_marks(text: str) -> str:
    """Return one line without the marks of bold, italics, code and links; a link keeps its address."""
    text = _LINK.sub(r"\1 (\2)", text)
    text = _STRONG.sub(r"\2", text)
    text = _LIGHT.sub(r"\2", text)
    return _CODE.sub(r"\1", text)


def _table(table: dict[str, Any] | None) -> str:
    if not table:
        return ""
    rows = [[without_marks(str(cell)) for cell in row] for row in table["rows"]]
    columns = [without_marks(str(column)) for column in table["columns"]]
    widest = max(12, _width() // len(columns) - 2)
    return str(tabulate(rows, columns, disable_numparse=True, maxcolwidths=widest))


def _width() -> int:
    """Return the columns to fill; some terminals say that they have none."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))


def _image(place: str | None, address: str) -> str:
    return f"Picture: {urljoin(address, place)}" if place else ""


def _files(files: Sequence[dict[str, Any]], address: str) -> str:
    return "\n".join(f"{file['title']}: {urljoin(address, file['url'])}" for file in files)


def _sources(sources: list[dict[str, Any]]) -> str:
    return "\n".join(["Sources:", *(f"  {line}" for line in _source_lines(sources))]) if sources else ""


def _source_lines(sources: list[dict[str, Any]]) -> Iterator[str]:
    for source in sources:
        publisher = str(source.get("publisher") or "")
        title = str(source.get("title") or "")
        name = title if publisher in title else f"{publisher}: {title}"
        yield f"{name}{dated(source)} {source.get('url') or ''}".rstrip()


def dated(source: dict[str, Any]) -> str:
    """Return the date of the page, or the day on which it was read when the page has none."""
    as_of, checked_on = source.get("as_of"), source.get("checked_on")
    if not as_of:
        return ""
    return f" (checked {_day(str(as_of))})" if as_of == checked_on else f" ({_day(str(as_of))})"


def _day(iso: str) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"
