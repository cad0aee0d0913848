"""How long training takes with all cores, as a person would start it."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.bots import Bot, stock_environment
from benchmarks.parts.scale import Scale
from benchmarks.places import STOCK_BOT, STOCK_PYTHON
from bot.knowledge.checks.training import read_examples
from bot.service.commands import tool_environment, trainer
from bot.settings import ROOT


def measure(bot: Bot, scale: Scale) -> dict[str, Any]:  # noqa: ARG001 - as the other parts
    """Train each bot with its own data; return seconds, and how many examples that were."""
    with TemporaryDirectory() as folder:
        if bot.name == "stock":
            command = [str(STOCK_PYTHON), "-m", "rasa", "train", "--force", "--out", folder]
            taken = _run(command, STOCK_BOT, {**stock_environment(), "RASA_MAX_CACHE_SIZE": "0"})
        else:
            threads = {"OPENBLAS_NUM_THREADS": str(os.cpu_count())}
            command = trainer(ROOT / folder, "bench.tar.gz")
            taken = _run(command, ROOT, {**tool_environment(), **threads})
    project = STOCK_BOT if bot.name == "stock" else ROOT
    return {**taken, "examples": sum(1 for _ in read_examples(project))}


def _run(command: list[str], folder: os.PathLike[str], environment: dict[str, str]) -> dict[str, float]:
    used, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)  # noqa: S603
    wall, now = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall": wall, "processor": now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime}
