"""Where the built widget is. ``bot.service`` builds it, ``bot.channels`` serves it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

SOURCES = "web"
BUILT = "build/web"
_DONE = "ready"
_NOT_SOURCES = {"node_modules"}


def sources(root: Path) -> list[Path]:
    """Return all files that the widget is made from, in a fixed order."""
    found: list[Path] = []
    for folder, folders, files in os.walk(root / SOURCES):
        folders[:] = sorted(set(folders) - _NOT_SOURCES)
        found += [Path(folder, name) for name in files]
    return sorted(found)


def fingerprint(root: Path) -> str:
    """Return a hash of names and contents of the sources: another one means that the bundle is old."""
    digest = hashlib.sha256()
    for path in sources(root):
        name = path.relative_to(root).as_posix().encode()
        digest.update(name + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def bundle(root: Path) -> Path:
    """Return the directory of the bundle of today's sources, whether or not it has been built."""
    return root / BUILT / fingerprint(root)


def is_built(root: Path) -> bool:
    """Return whether the bundle of today's sources is there, whole."""
    return (bundle(root) / _DONE).is_file()


def public_files(root: Path) -> Path:
    """Return the directory of what is served. Raises ``FileNotFoundError`` when it is not built."""
    if not is_built(root):
        raise FileNotFoundError("The widget has not been built from its present sources: run `make setup`.")
    return bundle(root) / "public"
