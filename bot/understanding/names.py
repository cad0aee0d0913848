"""The names by which the knowledge calls roles, credentials and professions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.base import Knowledge
from bot.understanding.mention import MentionKind

_OFFICES = ("project management office", "project office")
_OFFICE = re.compile(r"\bpmo\b", re.IGNORECASE)
_WITH_OFFICE = re.compile(r"\w \bpmo\b|\bpmo\b \w", re.IGNORECASE)


def names_in(knowledge: Knowledge) -> Iterator[tuple[str, MentionKind, str]]:
    """Yield every name and alias with the kind and slug of what it names; the proper name comes first.

    A longer name of a role with "PMO" in it also stands with the office written out.
    """
    for slug, role in knowledge.roles.items():
        for alias in (role.name, role.short, *role.aliases):
            yield str(alias), "role", slug
            for office in _OFFICES if _WITH_OFFICE.search(str(alias)) else ():
                yield _OFFICE.sub(office, str(alias)), "role", slug
    for slug, credential in knowledge.credentials.items():
        for alias in (credential.short, *credential.aliases):
            yield str(alias), "credential", slug
    for slug, profession in knowledge.professions.items():
        for alias in (profession.name, *profession.aliases):
            yield str(alias), "profession", slug
