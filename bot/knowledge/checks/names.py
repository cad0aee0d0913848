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


def loose_aliases_are_single_words(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every loose alias is one word: texts are searched for them word by word."""
    for home, number, alias in _loose_aliases(knowledge):
        if len(alias.split()) > 1:
            cure = "Make it one word, or move it to 'aliases'"
            yield knowledge.files[home].problem(
                ("loose_aliases", number), f"'{alias}' is no single word", cure
            )


def loose_aliases_are_no_names(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """No loose alias is a full name or alias of anything: those are found everywhere, whatever the talk."""
    names = _full_names(knowledge)
    for home, number, alias in _loose_aliases(knowledge):
        if alias in names:
            message = f"'{alias}' is a full name of {names[alias]}"
            cure = "Remove it here, or there if it is just a word elsewhere"
            yield knowledge.files[home].problem(("loose_aliases", number), message, cure)


def issuers_stand_for_one(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """No issuer in ``flagship_of`` means two credentials or is a full name of anything."""
    owner: dict[str, str] = {}
    names = _full_names(knowledge)
    for name, credential in knowledge.credentials.items():
        source = knowledge.files[f"credentials/{name}"]
        for number, issuer in enumerate(credential.flagship_of):
            place = ("flagship_of", number)
            taken = owner.setdefault(issuer.lower(), name)
            if taken != name:
                message = f"'{issuer}' stands for credentials/{taken} already"
                yield source.problem(place, message, "Keep it where more people mean it")
            if issuer.lower() in names:
                message = f"'{issuer}' is a full name of {names[issuer.lower()]}"
                yield source.problem(place, message, "Name the issuer, not what it issues")


def _loose_aliases(knowledge: Knowledge) -> Iterator[tuple[str, int, str]]:
    """Yield every loose alias with its file and its place in the list."""
    for name, role in knowledge.roles.items():
        yield from ((f"roles/{name}", number, str(item)) for number, item in enumerate(role.loose_aliases))
    for name, credential in knowledge.credentials.items():
        listed = enumerate(credential.loose_aliases)
        yield from ((f"credentials/{name}", number, str(item)) for number, item in listed)


def _full_names(knowledge: Knowledge) -> dict[str, str]:
    """Return the file of every alias and of every short name of a role, all in lower case."""
    names = {alias.lower(): home for home, _, aliases in _aliases(knowledge) for alias in aliases}
    for name, role in knowledge.roles.items():
        names.setdefault(role.short.lower(), f"roles/{name}")
    return names


def _aliases(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    for name, role in knowledge.roles.items():
        yield f"roles/{name}", (), [str(alias) for alias in role.aliases]
    for name, credential in knowledge.credentials.items():
        yield f"credentials/{name}", (), [str(alias) for alias in credential.aliases]
    for name, profession in knowledge.professions.items():
        aliases = [str(alias) for alias in profession.aliases]
        yield "transitions/outside", ("professions", name), aliases
