"""What differs between two states of the knowledge, as far as a reload must know."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from bot.knowledge.base import Knowledge


def digest_of(root: Path) -> str:
    """Return the SHA-256 over the names and bytes of all knowledge files below ``root``."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.yml")):
        digest.update(f"{path.relative_to(root)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def gone(old: Knowledge, new: Knowledge) -> list[str]:
    """Return the entries of ``old`` that ``new`` lacks: the model in use still answers with them."""
    return sorted(_entries(old).keys() - _entries(new).keys())


def need_training(old: Knowledge, new: Knowledge) -> list[str]:
    """Return what of ``new`` the model in use does not know, each as a sentence."""
    before, after = _entries(old), _entries(new)
    sentences = [f"{home} is new" for home in sorted(after.keys() - before.keys())]
    for home in sorted(before.keys() & after.keys()):
        sentences += [f"{home} is now called '{name}' too" for name in sorted(after[home] - before[home])]
        sentences += [
            f"{home} is not called '{name}' any more" for name in sorted(before[home] - after[home])
        ]
    return sentences


def _entries(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Return every entry that the model knows of, with the names that it goes by."""
    return {
        **{
            f"roles/{slug}": _names(role.name, role.short, role.aliases)
            for slug, role in knowledge.roles.items()
        },
        **{
            f"credentials/{slug}": _names(item.name, item.short, item.aliases)
            for slug, item in knowledge.credentials.items()
        },
        **{
            f"transitions/outside.{slug}": _names(item.name, "", item.aliases)
            for slug, item in knowledge.professions.items()
        },
        **{f"topics/{slug}": frozenset[str]() for slug in knowledge.topics},
    }


def _names(name: str, short: str, aliases: Iterable[str]) -> frozenset[str]:
    return frozenset(text for text in (name, short, *map(str, aliases)) if text)
