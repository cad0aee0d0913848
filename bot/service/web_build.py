"""Builds the widget's bundle when its sources have changed. Nothing but the bundle is left on the disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from bot.service.node import Node, find_node
from bot.web_bundle import BUILT, SOURCES, bundle, is_built

_SECONDS = 600
_NAME_OF_TEMPORARY = ".building-"


class WebBuildError(RuntimeError):
    """The bundle could not be built; the message is what the tools said."""


def ensure_bundle(root: Path) -> Path:
    """Return the bundle of the sources below ``root``; build it first if it is not there.

    Where the packages are installed (``web/node_modules``: somebody works on the widget) these are used; else
    they are fetched, and removed after the build. Raises :class:`WebBuildError` and
    :class:`bot.service.node.NodeError`.
    """
    wanted = bundle(root)
    if not is_built(root):
        _build(root, wanted)
    return wanted


def _build(root: Path, wanted: Path) -> None:
    print("Building the widget.", flush=True)
    started = time.monotonic()
    place = root / BUILT
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place, prefix=_NAME_OF_TEMPORARY) as folder:
        workshop = Path(folder)
        node = find_node(root, workshop)
        sources = root / SOURCES
        if not (sources / "node_modules").is_dir():
            sources = shutil.copytree(sources, workshop / SOURCES)
            # With a cache of its own, which goes with the workshop.
            _run([*node.npm, "ci", "--cache", str(workshop / "cache")], sources, node)
        out = workshop / "out"
        for command in (["node_modules/typescript/bin/tsc"], ["build.mjs", str(out)]):
            _run([*node.node, *command], sources, node)
        shutil.rmtree(wanted, ignore_errors=True)
        out.rename(wanted)
    _remove_others(place, keep=wanted)
    print(f"Built in {time.monotonic() - started:.0f} s: {wanted.relative_to(root)}", flush=True)


def _run(command: list[str], folder: Path, node: Node) -> None:
    # npm starts programs that look for `node` on the PATH.
    path = os.pathsep.join([str(Path(node.node[0]).parent), os.environ.get("PATH", "")])
    try:
        done = subprocess.run(  # noqa: S603 - our own commands
            command,
            cwd=folder,
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise WebBuildError(
            f"The widget could not be built: {command[-1]} took over {_SECONDS} s."
        ) from error
    if done.returncode:
        raise WebBuildError(f"The widget could not be built. The tools said:\n{done.stdout}")


def _remove_others(place: Path, keep: Path) -> None:
    """Remove bundles of other sources: one is built in seconds, but is ten megabytes."""
    for old in place.iterdir():
        if old != keep and not old.name.startswith("."):
            shutil.rmtree(old)
