"""``python -m benchmarks.staged FILE MODULE ARGUMENTS``: runs Rasa's server and times turns.

For each turn a line of JSON is added to FILE: the milliseconds of each stage. It knows one turn at a
time, and runs in both environments, so it imports nothing but Rasa.
"""

from __future__ import annotations

import functools
import inspect
import json
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rasa.core.processor import MessageProcessor

# What Rasa's processor calls, by what it is for. None of them calls another of them.
STAGES = {
    "nlu": ("parse_message",),
    "policies": ("predict_next_with_tracker_if_should",),
    "actions": ("_run_action", "run_action_extract_slots"),
    "store": ("get_tracker", "save_tracker"),
}


class Clock:
    """Adds up the time of each stage of the present turn, and writes it to ``file`` at the turn's end."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._taken: dict[str, float] = {}

    def attach(self) -> None:
        """Time the methods of Rasa's processor from now on."""
        for stage, names in STAGES.items():
            for name in names:
                setattr(MessageProcessor, name, self._timed(stage, getattr(MessageProcessor, name)))
        handle = self._timed("turn", MessageProcessor.handle_message)

        async def handle_message(*arguments: object) -> object:
            self._taken = dict.fromkeys((*STAGES, "turn"), 0.0)
            said = await handle(*arguments)
            with self._file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(self._taken) + "\n")
            return said

        MessageProcessor.handle_message = handle_message

    def _timed(self, stage: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def add(started: float) -> None:
            self._taken[stage] = self._taken.get(stage, 0.0) + 1000 * (time.perf_counter() - started)

        @functools.wraps(method)
        async def waiting(*arguments: object, **named: object) -> object:
            started = time.perf_counter()
            try:
                return await method(*arguments, **named)
            finally:
                add(started)

        @functools.wraps(method)
        def at_once(*arguments: object, **named: object) -> object:
            started = time.perf_counter()
            try:
                return method(*arguments, **named)
            finally:
                add(started)

        return waiting if inspect.iscoroutinefunction(method) else at_once


def main() -> None:
    """Attach the clock and run the module that the second argument names with the rest as its arguments."""
    Clock(Path(sys.argv[1])).attach()
    del sys.argv[:2]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
