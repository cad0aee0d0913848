"""What every knowledge file is made of: written answers, the facts they rest on, and the facts' sources."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, HttpUrl, validator

from bot.knowledge.fields import Line, Model, PartialDate, Slug, Text

Confidence = Literal["high", "medium", "low"]


class Source(Model):
    """A page that facts are taken from."""

    title: Line
    publisher: Line
    url: HttpUrl


class Fact(Model):
    """One statement with its source and dates.

    ``value`` is what a text shows where it says ``{name}``; a fact without a value only grounds a text.
    ``as_of`` is the date that the source gives or implies, absent when the page carries none. ``checked_on``
    is the day on which the page was read, ``review_by`` the day from which the fact counts as stale.
    """

    say: Line
    value: Line | None = None
    source: Slug
    as_of: PartialDate | None = None
    checked_on: date
    review_by: date
    confidence: Confidence
    note: Line | None = None

    @validator("as_of", pre=True)
    def _as_text(cls, value: object) -> object:  # noqa: N805 - pydantic's signature
        """Take YAML's own dates and years too."""
        return str(value) if isinstance(value, (date, int)) else value


class Table(Model):
    """A small table under an answer. Cells may hold placeholders."""

    columns: list[Line]
    rows: list[list[Line]]

    @validator("rows")
    def _full_rows(cls, rows: list[list[Line]], values: dict[str, list[Line]]) -> list[list[Line]]:  # noqa: N805
        width = len(values.get("columns", []))
        for number, row in enumerate(rows, start=1):
            if len(row) != width:
                raise ValueError(f"row {number} has {len(row)} cells, the table has {width} columns")
        return rows


class Passage(Model):
    """A written answer: what is said first, what "tell me more" adds, what it rests on, what comes next.

    ``grounds`` names facts that the text rests on without quoting their value; facts quoted with a
    placeholder are grounds by themselves. A name is a fact of the same file (``fee``), or a path to another
    file's (``credentials/pmp.fee``, ``facts/labour_market.us_median``).
    """

    answer: Text
    more: Text | None = None
    table: Table | None = None
    grounds: list[Line] = Field(default_factory=list)
    follow_ups: list[Line] = Field(default_factory=list)

    def texts(self) -> list[str]:
        """Return every text of the passage in which placeholders may stand."""
        cells = [cell for row in (self.table.rows if self.table else []) for cell in row]
        return [text for text in (self.answer, self.more, *cells) if text]
