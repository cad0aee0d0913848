"""The levels of a credential, and which of them a text names."""

from __future__ import annotations

import re

from bot.knowledge.base import Knowledge

_IN_BRACKETS = re.compile(r"\(([^)]+)\)")
_WORD = re.compile(r"[^\W_]+")


def levels(credential: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the levels of a credential that have rules, the first one first; empty when it has one alone."""
    paths = knowledge.credentials[credential].eligibility_paths
    return tuple(dict.fromkeys(str(path.level) for path in paths if path.level))


def named_level(text: str, credential: str, knowledge: Knowledge) -> str | None:
    """Return the level of a credential that ``text`` names ("ipma level C", "psm 2"), None for none.

    The longest name wins: "advanced csm" is not the CSM.
    """
    words = _spaced(text)
    names = _names(credential, knowledge)
    found = [name for name in names if name and f" {name} " in words]
    return names[max(found, key=len)] if found else None


def _names(credential: str, knowledge: Knowledge) -> dict[str, str]:
    """Return the level by each name that it goes by."""
    names: dict[str, str] = {}
    for path in knowledge.credentials[credential].eligibility_paths:
        if path.level is None:
            continue
        level = str(path.level)
        short = _IN_BRACKETS.sub("", level)
        for name in (level, short, *_IN_BRACKETS.findall(level), *path.level_aliases):
            names.setdefault(_spaced(str(name)).strip(), level)
    return names


def _spaced(text: str) -> str:
    """Return the words of a text in lower case, each between blanks."""
    return f" {' '.join(_WORD.findall(text.lower()))} "
