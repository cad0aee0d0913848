"""Checks of eligibility rules: each rests on a fact, and the credentials that they name exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.knowledge.base import Knowledge
from bot.knowledge.problems import Problem


def rules_are_grounded(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every path to a credential, and every demand of it, names a fact that exists."""
    for name, credential in knowledge.credentials.items():
        home = f"credentials/{name}"
        for number, path in enumerate(credential.eligibility_paths):
            for reference in path.facts():
                if not knowledge.has_fact(reference, home):
                    place = ("eligibility_paths", number)
                    cure = "Add the fact, or correct its name"
                    yield knowledge.files[home].problem(place, f"there is no fact '{reference}'", cure)


def rules_name_credentials(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Credentials that a path accepts or asks for are known."""
    for name, credential in knowledge.credentials.items():
        source = knowledge.files[f"credentials/{name}"]
        for number, path in enumerate(credential.eligibility_paths):
            waived = path.training.waived_by if path.training else []
            for other in (*path.holds_any, *waived):
                if other not in knowledge.credentials:
                    cure = "Use the name of a file in knowledge/credentials"
                    yield source.problem(("eligibility_paths", number), f"'{other}' is no credential", cure)
