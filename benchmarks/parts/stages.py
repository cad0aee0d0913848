"""What a turn is made of: one person over HTTP, with a clock in Rasa's processor."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.bots import Bot
from benchmarks.parts.scale import Scale
from benchmarks.talking import TURNS_OF_A_TALK, Seen, one_talk


def measure(bot: Bot, scale: Scale) -> dict[str, Any]:
    """Return milliseconds (p50, p99) of each stage and of the whole turn, as a client sees it."""
    with TemporaryDirectory() as folder:
        lines = Path(folder) / "turns.jsonl"
        with bot.ready(lines) as (processes, url):
            lines.unlink()
            before = processes.processor_seconds()
            seen = asyncio.run(_talks(bot, url, scale.turns))
            processor = 1000 * (processes.processor_seconds() - before) / scale.turns
        turns = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    stages = {stage: _spread([turn[stage] for turn in turns]) for stage in turns[0] if stage != "turn"}
    return {
        "stages": stages,
        "whole": {"p50": seen.quantile(0.5), "p99": seen.quantile(0.99)},
        "processor": processor,
        "turns": len(seen.taken),
        "empty": seen.empty,
    }


async def _talks(bot: Bot, url: str, turns: int) -> Seen:
    """Return what one person saw in talks of ten turns, one talk after the other."""
    seen = Seen()
    for _ in range(turns // TURNS_OF_A_TALK):
        talk = await one_talk(bot.talk, url, bot.sentences, TURNS_OF_A_TALK)
        seen.taken += talk.taken
        seen.empty += talk.empty
    return seen


def _spread(values: list[float]) -> dict[str, float]:
    median, slow = np.quantile(values, [0.5, 0.99])
    return {"p50": float(median), "p99": float(slow)}
