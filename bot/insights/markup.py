"""Small pieces of HTML. Every text that comes in is escaped; what is said to be HTML is taken as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


@dataclass(frozen=True)
class Cell:
    """A cell of a table; numbers stand to the right."""

    content: str
    number: bool = False


def text(content: str) -> str:
    """Return ``content`` escaped, unless it is :class:`Html`."""
    return content if isinstance(content, Html) else escape(content)


def code(content: str) -> Html:
    """Return ``content`` in the letters of a terminal."""
    return Html(f"<code>{escape(content)}</code>")


def number(value: float) -> Cell:
    """Return a cell with a whole number, thousands set apart."""
    return Cell(f"{value:,.0f}", number=True)


def percent(part: float, whole: float) -> str:
    """Return the share as whole per cent, "none" where there is nothing to share."""
    return f"{100 * part / whole:.0f} %" if whole else "none"


def bar(part: float, most: float) -> Cell:
    """Return a cell with a bar; the number stands in another cell, so it says nothing to a screen reader."""
    if not part:
        return Cell("")
    width = 100 * part / most
    return Cell(Html(f'<span style="width:{width:.1f}%" aria-hidden="true"></span>'))


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell | str]]) -> str:
    """Return a table of at least one row. The first column names a row; a head "" is that of bars."""
    listed = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
    top = "".join(_head(head, listed[0][place].number) for place, head in enumerate(heads))
    body = "".join(f"<tr>{_row(row, heads)}</tr>" for row in listed)
    return (
        f"<table><caption>{text(caption)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    )


def _head(head: str, number: bool) -> str:  # noqa: FBT001 - that of the cells below
    if not head:
        return '<td class="share"></td>'
    return f'<th scope="col"{" class=number" if number else ""}>{text(head)}</th>'


def _row(cells: Sequence[Cell], heads: Sequence[str]) -> str:
    first = f'<th scope="row">{text(cells[0].content)}</th>'
    rest = zip(cells[1:], heads[1:], strict=True)
    return first + "".join(
        f'<td class="{_class(cell, head)}">{text(cell.content)}</td>' for cell, head in rest
    )


def _class(cell: Cell, head: str) -> str:
    return ("number" if cell.number else "words") if head else "share"


def none(sentence: str) -> str:
    """Return what stands where there is nothing to show."""
    return f'<p class="none">{text(sentence)}</p>'


def day_of(day: date) -> str:
    """Return ``day`` as it is read: "3 November 2026"."""
    return f"{day:%d %B %Y}".lstrip("0")
