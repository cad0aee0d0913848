"""Checks of facts and sources: they exist, they are used, their dates make sense."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.knowledge.base import Knowledge, references
from bot.knowledge.passages import Fact
from bot.knowledge.problems import Problem

REVIEW_NOTICE = timedelta(days=30)


def _facts(knowledge: Knowledge) -> Iterator[tuple[str, str, Fact]]:
    for home, facts in knowledge.facts.items():
        for name, fact in facts.items():
            yield home, str(name), fact


def sources_exist(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every fact names a source of ``sources.yml``."""
    for home, name, fact in _facts(knowledge):
        if fact.source not in knowledge.sources:
            cure = "Add the page to knowledge/sources.yml or name one that is there"
            message = f"the source '{fact.source}' is not known"
            yield knowledge.files[home].problem(("facts", name, "source"), message, cure)


def sources_are_used(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every source is used by a fact."""
    used = {fact.source for _, _, fact in _facts(knowledge)}
    for name in knowledge.sources:
        if name not in used:
            cure = "Remove it, or let a fact refer to it"
            yield knowledge.files["sources"].problem((name,), "no fact rests on this source", cure)


def facts_are_used(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every fact is quoted or named by a text or a rule."""
    used = set(_used(knowledge))
    for home, name, _ in _facts(knowledge):
        if (home, name) not in used:
            cure = "Quote it with {%s}, list it under grounds, or remove it" % name  # noqa: UP031
            yield knowledge.files[home].problem(("facts", name), "no text rests on this fact", cure)


def _used(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for located in knowledge.passages():
        for reference in references(located.passage):
            yield _absolute(reference, located.home)
    for comparison in knowledge.comparisons.items():
        (a, b), passage = comparison
        for reference in references(passage):
            yield _absolute(reference, f"comparisons/{a}-{b}")
    for profession in knowledge.professions.values():
        for reference in profession.references():
            yield _absolute(reference, "transitions/outside")
    for name, credential in knowledge.credentials.items():
        for reference in credential.rule_facts():
            yield _absolute(reference, f"credentials/{name}")


def _absolute(reference: str, home: str) -> tuple[str, str]:
    path, _, name = reference.rpartition(".")
    return path or home, name


def dates_hold(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    """No date of the past lies in the future, and a review comes after the check."""
    for home, name, fact in _facts(knowledge):
        source = knowledge.files[home]
        if fact.checked_on > today:
            message = f"checked_on {fact.checked_on} lies in the future"
            yield source.problem(
                ("facts", name, "checked_on"), message, "Give the day on which the page was read"
            )
        if fact.as_of and fact.as_of > today.isoformat()[: len(fact.as_of)]:
            message = f"as_of {fact.as_of} lies in the future"
            yield source.problem(("facts", name, "as_of"), message, "Give the date that the page states")
        if fact.review_by <= fact.checked_on:
            message = f"review_by {fact.review_by} is not after checked_on {fact.checked_on}"
            yield source.problem(
                ("facts", name, "review_by"), message, "Give a later day for the next review"
            )


def review_is_due(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    """Warn of facts that are due for review within 30 days, or overdue."""
    for home, name, fact in _facts(knowledge):
        if fact.review_by > today + REVIEW_NOTICE:
            continue
        state = "is overdue since" if fact.review_by < today else "is due by"
        problem = knowledge.files[home].problem(
            ("facts", name, "review_by"),
            f"the review {state} {fact.review_by}",
            "Read the source again, then set as_of, checked_on and review_by",
        )
        yield Problem(problem.file, problem.line, problem.key, problem.message, problem.cure, warning=True)
