"""Checks of the names by which people call roles, credentials and professions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.knowledge.base import Knowledge
from bot.knowledge.problems import Problem


def aliases_are_unique(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """No alias means two things, and aliases are written in lower case."""
    owner: dict[str, str] = {}
    for home, key, aliases in _aliases(knowledge):
        entry = ".".join((home, *key))
        for number, alias in enumerate(aliases):
            place = (*key, "aliases", number)
            if alias != alias.lower():
                yield knowledge.files[home].problem(
                    place, f"'{alias}' has capitals", "Write it in lower case"
                )
            taken = owner.setdefault(alias.lower(), entry)
            if taken != entry:
                message = f"the alias '{alias}' belongs to {taken} already"
                yield knowledge.files[home].problem(place, message, "Keep it where more people mean it")


def _aliases(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    for name, role in knowledge.roles.items():
        yield f"roles/{name}", (), [str(alias) for alias in role.aliases]
    for name, credential in knowledge.credentials.items():
        yield f"credentials/{name}", (), [str(alias) for alias in credential.aliases]
    for name, profession in knowledge.professions.items():
        aliases = [str(alias) for alias in profession.aliases]
        yield "transitions/outside", ("professions", name), aliases
