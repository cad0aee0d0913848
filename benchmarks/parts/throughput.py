"""How many turns a second a bot answers when many people talk at once."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from benchmarks.bots import Bot
from benchmarks.parts.scale import Scale
from benchmarks.talking import crowd


def measure(bot: Bot, scale: Scale) -> dict[str, Any]:
    """Return for each number of users the turns a second, milliseconds to an answer, and failures."""
    found: dict[str, Any] = {}
    with bot.ready() as (processes, url):
        for users in scale.users:
            before, started = processes.processor_seconds(), time.monotonic()
            seen = asyncio.run(crowd(bot.talk, url, bot.sentences, users, scale.seconds))
            taken = time.monotonic() - started
            found[str(users)] = {
                "turns_a_second": len(seen.taken) / taken,
                "p50": seen.quantile(0.5),
                "p99": seen.quantile(0.99),
                "failed": seen.empty,
                "processor": 1000 * (processes.processor_seconds() - before) / max(1, len(seen.taken)),
            }
    return found
