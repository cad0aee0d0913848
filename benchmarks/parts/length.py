"""What a turn costs as a talk grows: the tenth, the two hundredth, the thousandth."""

from __future__ import annotations

import asyncio
from itertools import cycle, islice
from statistics import median
from typing import Any

from benchmarks.bots import Bot
from benchmarks.parts.scale import Scale
from benchmarks.processes import Processes
from benchmarks.talking import Seen, session


def measure(bot: Bot, scale: Scale) -> dict[str, Any]:
    """Return for each length the milliseconds (median wall, mean processor) of the ten turns from there on.

    Each ten turns say the same ten sentences, so that they can be compared.
    """
    with bot.ready() as (processes, url):
        return asyncio.run(_long_talk(bot, url, scale.lengths[bot.name], processes))


async def _long_talk(bot: Bot, url: str, lengths: tuple[int, ...], processes: Processes) -> dict[str, Any]:
    found: dict[str, Any] = {}
    window = len(bot.sentences)
    words = cycle(bot.sentences)
    said = 0
    async with session() as http:
        talk = bot.talk(http, url)
        for length in lengths:
            passed = Seen()
            for text in islice(words, length - said):
                await passed.ask(talk, text)
            seen, before = Seen(), processes.processor_seconds()
            for text in islice(words, window):
                await seen.ask(talk, text)
            found[str(length)] = {
                "wall": median(seen.taken),
                "processor": 1000 * (processes.processor_seconds() - before) / window,
                "failed": passed.empty + seen.empty,
            }
            said = length + window
    return found
