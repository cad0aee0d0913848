"""From the start to the first answer, and the memory of all processes then and after a hundred turns."""

from __future__ import annotations

import asyncio
from functools import partial
from statistics import median
from typing import Any

from benchmarks.bots import START_SECONDS, Bot
from benchmarks.parts.scale import Scale
from benchmarks.talking import one_talk


def measure(bot: Bot, scale: Scale) -> dict[str, Any]:
    """Start the bot a few times; return seconds to the first answer, and memory in MB."""
    starts = [_start(bot, 0) for _ in range(scale.starts - 1)]
    last = _start(bot, scale.turns)
    starts.append(last)
    return {
        "wall": median(start["wall"] for start in starts),
        "processor": median(start["processor"] for start in starts),
        "ready": last["ready"],
        "used": last["used"],
    }


def _start(bot: Bot, turns: int) -> dict[str, Any]:
    processes, url = bot.start(None)
    with processes:
        wall = processes.wait_until(partial(bot.answers, url), START_SECONDS)
        found: dict[str, Any] = {"wall": wall, "processor": processes.processor_seconds()}
        found["ready"] = [memory._asdict() for memory in processes.memory()]
        if turns:
            asyncio.run(one_talk(bot.talk, url, bot.sentences, turns))
        found["used"] = [memory._asdict() for memory in processes.memory()]
    return found
