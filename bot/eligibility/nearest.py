"""Finds a credential that is open to a person, near to one that is not."""

from __future__ import annotations

from collections.abc import Callable

from bot.eligibility.levels import levels
from bot.knowledge.base import Knowledge

_Open = Callable[[str, str | None], str | None]


def nearest_open(
    credential: str, level: str | None, knowledge: Knowledge, status: _Open
) -> tuple[str, str | None] | None:
    """Return the credential and level nearest to the one checked that is open to the person, None for none.

    ``status`` tells of a credential and level whether it is ``eligible`` or ``open_to_all``, else None.
    Another level of the same credential is nearest; then what is in the same field, what the person has
    earned rather than what is open to everybody, the same issuer, and the more modest level.
    """
    target = knowledge.credentials[credential]
    found = []
    for slug, entry in knowledge.credentials.items():
        choice = _level(slug, level if slug == credential else None, knowledge, status)
        if choice is None:
            continue
        chosen, state = choice
        distance = (
            slug != credential,
            entry.field != target.field,
            entry.field not in (target.field, "project"),
            state != "eligible",
            entry.issuer != target.issuer,
            entry.level,
            slug,
        )
        found.append((distance, slug, chosen))
    if not found:
        return None
    _, slug, chosen = min(found, key=lambda item: item[0])
    return slug, chosen


def _level(
    slug: str, below: str | None, knowledge: Knowledge, status: _Open
) -> tuple[str | None, str] | None:
    """Return the level to name and its status: the highest that is earned, else the first that is open."""
    if not knowledge.credentials[slug].eligibility_paths:
        return None
    names: tuple[str | None, ...] = levels(slug, knowledge) or (None,)
    if below is not None:
        names = names[: names.index(below)]
    states = [(name, state) for name in names if (state := status(slug, name)) is not None]
    earned = [pair for pair in states if pair[1] == "eligible"]
    return earned[-1] if earned else (states[0] if states else None)
