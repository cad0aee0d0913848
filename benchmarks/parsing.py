"""``python -m benchmarks.parsing MODEL QUESTIONS``: prints as JSON what loading and parsing take.

It runs in a process of its own, so that nothing else is loaded before; the caller sets core and threads.
"""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import sys
import time
from pathlib import Path

import numpy as np
from rasa.core.agent import Agent
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.log_utils import configure_structlog

# Parsed before the clock starts: the first sentences pay for what is made once.
WARM_UP = 20


async def milliseconds(agent: Agent, questions: list[str]) -> list[float]:
    """Return how long each question took, in processor time: another process on the core does not count."""
    for question in questions[:WARM_UP]:
        await agent.parse_message(question)
    taken = []
    for question in questions:
        started = time.process_time()
        await agent.parse_message(question)
        taken.append(1000 * (time.process_time() - started))
    return taken


def main(model: str, questions: str) -> None:
    """Measure the model; ``questions`` is a file of JSON with a list of texts."""
    configure_logging_and_warnings(logging.ERROR)
    configure_structlog(logging.ERROR)
    started = time.process_time()
    agent = Agent.load(model)
    loading = time.process_time() - started
    taken = asyncio.run(milliseconds(agent, json.loads(Path(questions).read_text(encoding="utf-8"))))
    median, slow = np.quantile(taken, [0.5, 0.99])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000  # in MB: Linux counts in kB
    figures = {"loading": loading, "parse_median": float(median), "parse_slow": float(slow), "memory": memory}
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
