"""Which model belongs to the files as they are now.

The model's file name carries a hash of everything that training reads, so a model is up to date when its file
is there, also after changing branches.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import load
from bot.knowledge.models import Credential, Role
from bot.knowledge.moves import Profession
from bot.service.seal import seal_path

KEPT_MODELS = 3

_FILES = (
    "config.yml",
    "domain.yml",
    "build/encoder/manifest.json",
    "bot/understanding/lookalikes.py",
    "bot/understanding/direction.py",
    "bot/understanding/mention.py",
    "bot/understanding/mentions.py",
    "bot/understanding/misspelt.py",
    "bot/understanding/name_words.py",
    "bot/understanding/names.py",
    "bot/understanding/small_words.py",
    "bot/understanding/words.py",
)
_FOLDERS = (("data", "*.yml"), ("domain", "*.yml"), ("bot/nlu", "*.py"))


def current_model(root: Path) -> Path:
    """Return the path of the model that fits the files below ``root``; it may have to be trained first.

    Raises ``KnowledgeError`` when the knowledge cannot be read.
    """
    return root / "models" / f"waymark-{fingerprint(root)}.tar.gz"


def fingerprint(root: Path) -> str:
    """Return 16 hexadecimal digits over what training reads: data, configuration, code, encoder and names.

    Of the knowledge only names and aliases count: the text of an answer can change without training.
    """
    digest = hashlib.sha256()
    for path in _trained_from(root):
        digest.update(f"{path.relative_to(root)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    digest.update(json.dumps(_names(load(root / "knowledge")), sort_keys=True).encode())
    digest.update(version("rasa").encode())
    return digest.hexdigest()[:16]


def prune(models: Path, keep: Path) -> None:
    """Remove all but the newest few models of the folder ``models``, with their seals, never ``keep``."""
    newest_first = sorted(
        models.glob("waymark-*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True
    )
    for path in newest_first[KEPT_MODELS:]:
        if path != keep:
            path.unlink()
            seal_path(path).unlink(missing_ok=True)


def _trained_from(root: Path) -> Iterable[Path]:
    found = {root / name for name in _FILES if (root / name).is_file()}
    for folder, pattern in _FOLDERS:
        found.update((root / folder).rglob(pattern))
    return sorted(found)


def _names(knowledge: Knowledge) -> dict[str, list[str]]:
    named: dict[str, Role | Credential | Profession]
    named = {**knowledge.roles, **knowledge.credentials, **knowledge.professions}
    return {
        slug: [entry.name, getattr(entry, "short", ""), *map(str, entry.aliases)]
        for slug, entry in named.items()
    }
