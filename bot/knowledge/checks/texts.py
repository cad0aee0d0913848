"""Checks of the written texts: grounded, short, every figure taken from a fact, nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.knowledge.base import Knowledge, Located, references
from bot.knowledge.fields import PLACEHOLDER
from bot.knowledge.problems import Problem

ANSWER_WORDS = 95
MORE_WORDS = 160

# Names with a digit in them; every other digit in a text is a figure and belongs in a fact.
_NAMES_WITH_DIGITS = re.compile(r"\b(P6|PRINCE2|P3O|P3M3|ICB4|PK0-\d+|[A-C][12])\b")
_FIGURE = re.compile(r"\S*\d\S*")


def _fault(knowledge: Knowledge, located: Located, field: str, message: str, cure: str) -> Problem:
    return knowledge.files[located.home].problem((*located.key, field), message, cure)


def references_resolve(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every placeholder and every ground names a fact; a placeholder's fact has a value."""
    for located in knowledge.passages():
        quoted = {name for text in located.passage.texts() for name in PLACEHOLDER.findall(text)}
        for reference in references(located.passage):
            field = "answer" if reference in quoted else "grounds"
            if not knowledge.has_fact(reference, located.home):
                cure = "Add the fact, or correct its name (another file's fact is written path/file.name)"
                yield _fault(knowledge, located, field, f"there is no fact '{reference}'", cure)
                continue
            if reference in quoted and knowledge.fact(reference, located.home).value is None:
                cure = "Give the fact a value, or name it under grounds instead"
                yield _fault(knowledge, located, field, f"the fact '{reference}' has no value to show", cure)


def statements_are_grounded(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every text rests on at least one fact, hence on a source with a date."""
    for located in knowledge.passages():
        if not references(located.passage):
            cure = "Quote a fact with {name}, or list facts under grounds"
            yield _fault(knowledge, located, "answer", "this text rests on no fact", cure)


def figures_come_from_facts(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Figures stand in facts and are quoted, so that each is changed in one place."""
    for located in knowledge.passages():
        for text in located.passage.texts():
            bare = _NAMES_WITH_DIGITS.sub("", PLACEHOLDER.sub("", text))
            for figure in _FIGURE.findall(bare):
                cure = "Move it into a fact and quote the fact with {name}"
                yield _fault(
                    knowledge, located, "answer", f"the figure '{figure}' is typed into the text", cure
                )


def lengths_hold(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Answers are short enough to read in a chat; "more" has a bound too."""
    for located in knowledge.passages():
        for field, bound in (("answer", ANSWER_WORDS), ("more", MORE_WORDS)):
            words = len(_as_shown(getattr(located.passage, field) or "", located, knowledge).split())
            if words > bound:
                cure = "Shorten it, or move detail to 'more'" if field == "answer" else "Shorten it"
                yield _fault(knowledge, located, field, f"{words} words, at most {bound} are allowed", cure)


def _as_shown(text: str, located: Located, knowledge: Knowledge) -> str:
    """Return ``text`` with its figures filled in, as far as their facts exist."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        return (
            str(knowledge.fact(name, located.home).value) if knowledge.has_fact(name, located.home) else name
        )

    return PLACEHOLDER.sub(value, text)


def texts_differ(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """No two entries say the same text."""
    seen: dict[str, Located] = {}
    for located in knowledge.passages():
        text = located.passage.answer.casefold()
        if text in seen:
            message = f"the same text as {seen[text].id}"
            yield _fault(knowledge, located, "answer", message, "Write what is true of this entry alone")
        seen[text] = located
