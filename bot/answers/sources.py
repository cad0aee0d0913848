"""Fills figures into texts and lists the sources that an answer rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bot.answers.answer import SourceLine
from bot.knowledge.base import Knowledge
from bot.knowledge.fields import PLACEHOLDER
from bot.knowledge.passages import Fact


def filled(text: str, home: str, knowledge: Knowledge) -> str:
    """Return ``text`` with every placeholder replaced by the value of its fact."""

    def value(match: re.Match[str]) -> str:
        return str(knowledge.fact(match.group(1), home).value)

    return PLACEHOLDER.sub(value, text)


def cited(references: Iterable[str], home: str, knowledge: Knowledge) -> list[Fact]:
    """Return the facts that ``references`` name, as seen from the file ``home``."""
    return [knowledge.fact(reference, home) for reference in references]


def source_lines(facts: Iterable[Fact], knowledge: Knowledge) -> tuple[SourceLine, ...]:
    """Return the sources of ``facts``, each page once, with its newest date."""
    lines: dict[str, SourceLine] = {}
    for fact in facts:
        source = knowledge.sources[fact.source]
        url, checked = str(source.url), fact.checked_on.isoformat()
        line = SourceLine(source.title, source.publisher, url, fact.as_of or checked, checked)
        known = lines.get(url)
        if known is None or known.as_of < line.as_of:
            lines[url] = line
    return tuple(lines.values())


def overdue_note(facts: Iterable[Fact], today: date) -> str | None:
    """Return a sentence that warns when a fact is past its review, else None."""
    days = [fact.review_by for fact in facts if fact.review_by < today]
    if not days:
        return None
    return f"Some of this was due for a check on {min(days).isoformat()}: please look at the source too."
