"""``python -m benchmarks.long_talk``: what a turn costs while a talk gets long.

One person talks with the real service; the processor time of all its processes is printed for every 50 turns.
It is a mixture of questions, what nobody can answer, and pressed buttons, the same each time.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import requests

from benchmarks.nlu import questions
from benchmarks.processes import family, processor_seconds
from bot.service.running import Service

_PATIENCE_SECONDS = 60
_GIBBERISH = ("asdkj qwpeoi", "zxcv mnbv", "the the of", "???")
_PRESSED_EVERY, _GIBBERISH_EVERY = 5, 7
# The first turns after a start read files and draw a map: somebody else has them.
_WARMING_TURNS = 40


@dataclass(frozen=True)
class Stretch:
    """Some turns in a row: the first and last, milliseconds of processor and of waiting for each turn."""

    first: int
    last: int
    processor: float
    wall: float

    def line(self) -> str:
        """Return the stretch as a row of a Markdown table."""
        return f"| {self.first} to {self.last} | {self.processor:.1f} ms | {self.wall:.1f} ms |"


class Talker:
    """Somebody who talks with the service at ``url`` for long."""

    def __init__(self, url: str, seed: int) -> None:
        self._url = url
        self._http = requests.Session()
        started = self._http.post(f"{url}/chat/api/conversations", timeout=_PATIENCE_SECONDS).json()
        self._http.headers["Authorization"] = f"Bearer {started['token']}"
        self._random = random.Random(seed)  # noqa: S311 - a mixture, not a secret
        self._questions = questions()
        self._buttons: list[dict[str, str]] = []

    def turn(self, number: int) -> None:
        """Say the ``number``-th thing, from 1 on. Raises ``requests``' errors when it is not answered."""
        reply = self._http.post(
            f"{self._url}/chat/api/messages", json=self._ask(number), timeout=_PATIENCE_SECONDS
        )
        reply.raise_for_status()
        self._buttons = [button for message in reply.json()["messages"] for button in message["buttons"]]

    def history(self) -> list[dict[str, Any]]:
        """Return the talk so far."""
        reply = self._http.get(f"{self._url}/chat/api/history", timeout=_PATIENCE_SECONDS)
        reply.raise_for_status()
        return list(reply.json()["messages"])

    def _ask(self, number: int) -> dict[str, str]:
        if number % _PRESSED_EVERY == 0 and self._buttons:
            return {"payload": self._random.choice(self._buttons)["payload"]}
        if number % _GIBBERISH_EVERY == 0:
            return {"text": self._random.choice(_GIBBERISH)}
        return {"text": self._random.choice(self._questions)}


def measure(service: Service, turns: int, every: int, seed: int = 1) -> Iterator[Stretch]:
    """Talk for ``turns`` turns and yield what each ``every`` of them cost. The service must be running."""
    pids = family(service.pid)
    earlier, talker = Talker(service.url, seed + 1), Talker(service.url, seed)
    for number in range(1, _WARMING_TURNS + 1):
        earlier.turn(number)
    for first in range(1, turns + 1, every):
        last = min(first + every - 1, turns)
        processor, wall = processor_seconds(pids), time.monotonic()
        for number in range(first, last + 1):
            talker.turn(number)
        count = last - first + 1
        yield Stretch(
            first,
            last,
            1000 * (processor_seconds(pids) - processor) / count,
            1000 * (time.monotonic() - wall) / count,
        )
    kept = talker.history()
    print(f"\nThe history holds {len(kept)} entries, {sum(entry['from'] == 'user' for entry in kept)} asked.")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; prints a Markdown table as it goes. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.long_talk", description=__doc__)
    parser.add_argument("--turns", type=int, default=1000)
    parser.add_argument("--every", type=int, default=50, help="turns in a row of the table")
    parser.add_argument("--database", help="URL of the database; a fresh SQLite file when not given")
    options = parser.parse_args(arguments)
    print("| turns | processor a turn | waiting a turn |\n|---|---|---|", flush=True)
    with Service(database_url=options.database) as service:
        for stretch in measure(service, options.turns, options.every):
            print(stretch.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
