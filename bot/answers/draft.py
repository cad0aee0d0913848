"""The content of an answer before it is dressed with sources and follow-ups."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.answers.answer import Choice, Grid
from bot.answers.sources import cited, filled
from bot.knowledge.base import Knowledge, Located, references
from bot.knowledge.passages import Fact


@dataclass
class Draft:
    """Text with its figures filled in, the facts that it rests on, and the follow-ups listed for it."""

    text: str
    more: str | None = None
    table: Grid | None = None
    facts: list[Fact] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    options: tuple[Choice, ...] = ()


def written(located: Located, knowledge: Knowledge) -> Draft:
    """Return the draft of a passage as it was written."""
    passage, home = located.passage, located.home
    table = None
    if passage.table is not None:
        rows = tuple(tuple(filled(cell, home, knowledge) for cell in row) for row in passage.table.rows)
        table = Grid(tuple(passage.table.columns), rows)
    return Draft(
        text=filled(passage.answer, home, knowledge),
        more=filled(passage.more, home, knowledge) if passage.more else None,
        table=table,
        facts=cited(references(passage), home, knowledge),
        listed=[str(item) for item in passage.follow_ups],
    )


def bullets(heading: str, items: list[str]) -> str:
    """Return a short Markdown list under a heading line."""
    return "\n".join((f"{heading}:", *(f"- {item}" for item in items)))
