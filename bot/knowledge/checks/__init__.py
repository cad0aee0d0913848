"""Rules that the knowledge must keep beyond its shape: one small checker a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bot.knowledge.base import Knowledge
from bot.knowledge.checks.facts import (
    dates_hold,
    facts_are_used,
    review_is_due,
    sources_are_used,
    sources_exist,
)
from bot.knowledge.checks.figures import fees_have_currencies, figures_are_grounded, figures_name_levels
from bot.knowledge.checks.languages import languages_hold
from bot.knowledge.checks.links import follow_ups_lead_on, names_are_known, phrases_are_complete
from bot.knowledge.checks.names import (
    aliases_are_unique,
    issuers_stand_for_one,
    loose_aliases_are_no_names,
    loose_aliases_are_single_words,
)
from bot.knowledge.checks.readability import texts_are_readable
from bot.knowledge.checks.rules import rules_are_grounded, rules_name_credentials
from bot.knowledge.checks.texts import (
    figures_come_from_facts,
    lengths_hold,
    references_resolve,
    statements_are_grounded,
    texts_differ,
)
from bot.knowledge.checks.topics import topics_cover_each_aspect_once, topics_name_roles
from bot.knowledge.problems import Problem

Checker = Callable[[Knowledge, date], Iterator[Problem]]

CHECKERS: tuple[Checker, ...] = (
    sources_exist,
    sources_are_used,
    facts_are_used,
    dates_hold,
    review_is_due,
    references_resolve,
    statements_are_grounded,
    figures_come_from_facts,
    lengths_hold,
    texts_differ,
    texts_are_readable,
    rules_are_grounded,
    rules_name_credentials,
    figures_are_grounded,
    fees_have_currencies,
    figures_name_levels,
    names_are_known,
    aliases_are_unique,
    loose_aliases_are_single_words,
    loose_aliases_are_no_names,
    issuers_stand_for_one,
    topics_name_roles,
    topics_cover_each_aspect_once,
    follow_ups_lead_on,
    phrases_are_complete,
    languages_hold,
)


def check(knowledge: Knowledge, today: date) -> list[Problem]:
    """Return every fault and warning of ``knowledge`` as of ``today``, in the order of files and lines."""
    return sorted(problem for checker in CHECKERS for problem in checker(knowledge, today))
