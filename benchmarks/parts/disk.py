"""How large the environments are on the disk.

What a runtime install is stands in ``deploy/requirements.lock``: the packages of the project itself, without
the groups for tests, style and building the encoder. The container image is made from it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from benchmarks.bots import Bot
from benchmarks.parts.scale import Scale
from benchmarks.places import STOCK_PYTHON
from bot.settings import ROOT

RUNTIME = ROOT / "deploy" / "requirements.lock"
# A folder has no hash, so that no lock names it.
_BESIDES = {"tensorflow"}


def measure(bot: Bot, scale: Scale) -> dict[str, Any]:  # noqa: ARG001 - as the other parts
    """Return MB and number of packages of the whole environment and, for Waymark, of what a runtime needs."""
    if bot.name == "stock":
        place = STOCK_PYTHON.parents[1]
        return {"all": _size(place.rglob("*")), "packages": len(list(place.rglob("*.dist-info")))}
    installed = list(distributions())
    wanted = {*re.findall(r"^([\w.-]+)==", RUNTIME.read_text(encoding="utf-8"), re.M), *_BESIDES}
    runtime = [item for item in installed if item.metadata["Name"].lower().replace("_", "-") in wanted]
    return {
        "all": _size(Path(sys.prefix).rglob("*")),
        "packages": len(installed),
        "runtime": _size(file for item in runtime for file in _files(item)),
        "runtime_packages": len(runtime),
    }


def _files(installed: Distribution) -> Iterable[Path]:
    """Yield the files of a package, and the compiled modules that Python puts beside them."""
    for name in installed.files or ():
        path = Path(str(installed.locate_file(name)))
        yield path
        if path.suffix == ".py":
            yield Path(cache_from_source(str(path)))


def _size(files: Iterable[Path]) -> float:
    """Return how many MB the files take on the disk, each once; those that are not there take nothing."""
    return sum(path.stat().st_blocks * 512 for path in set(files) if path.is_file()) / 1e6
