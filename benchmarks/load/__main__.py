"""``python -m benchmarks.load --users 1 10 50``: so many people on Waymark, by locust."""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.bots import bots
from benchmarks.page import write
from benchmarks.places import PAGE, PLOT, keep
from benchmarks.processes import Processes, clean_environment
from bot.settings import ROOT

PLACE = ROOT / "build" / "load-venv"
PEOPLE = ROOT / "benchmarks" / "load" / "people.py"
# As people.py names what it sends.
TURN, BUSY = "turn", "busy"
SECONDS = 60


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--users", nargs="+", type=int, default=[1, 10, 50, 200], help="people at once")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="how long each of these crowds stays")
    options = parser.parse_args(arguments)
    make = [str(ROOT / "tools" / "locked_environment.sh"), "benchmarks/load", "build/load-venv"]
    subprocess.run(make, check=True)  # noqa: S603 - our own script
    [waymark] = bots(with_stock=False)
    crowds = {}
    with waymark.ready() as (processes, url):
        for users in options.users:
            crowds[str(users)] = crowd(url, users, options.seconds, processes)
            print(users, crowds[str(users)], flush=True)
    keep("load", {"crowds": crowds, "seconds": options.seconds})
    write(PAGE, PLOT)
    return 0


def crowd(url: str, users: int, seconds: int, processes: Processes) -> dict[str, Any]:
    """Let ``users`` people talk to the chat at ``url``; return what they saw (see :func:`figures`)."""
    before = processes.processor_seconds()
    with TemporaryDirectory() as folder:
        command = [
            *(str(PLACE / "bin" / "locust"), "--locustfile", str(PEOPLE), "--host", url, "--headless"),
            *("--users", str(users), "--spawn-rate", str(max(1, users // 5)), "--run-time", f"{seconds}s"),
            *(
                "--csv",
                f"{folder}/seen",
                "--only-summary",
                "--exit-code-on-error",
                "0",
                "--loglevel",
                "ERROR",
            ),
        ]
        environment = {**clean_environment(), "PYTHONPATH": str(ROOT)}
        subprocess.run(  # noqa: S603 - our own command
            command, cwd=ROOT, env=environment, capture_output=True, check=True
        )
        seen = figures(Path(folder) / "seen_stats.csv")
    memory = sum(process.pss for process in processes.memory())
    return {**seen, "processor": (processes.processor_seconds() - before) / seconds, "memory": memory}


def figures(stats: Path) -> dict[str, Any]:
    """Return from locust's table: requests and turns a second, milliseconds of turns, failures, and refusals.

    A turn that was refused as busy is no request here, and no failure.
    """
    with stats.open(encoding="utf-8", newline="") as file:
        rows = {row["Name"]: row for row in csv.DictReader(file)}
    every, turn = rows["Aggregated"], rows[TURN]
    busy = rows.get(BUSY, dict.fromkeys(every, "0"))
    return {
        "requests": float(every["Requests/s"]) - float(busy["Requests/s"]),
        "turns": float(turn["Requests/s"]),
        **{f"p{share}": float(turn[f"{share}%"]) for share in (50, 95, 99)},
        "failed": int(every["Failure Count"]),
        "busy": int(busy["Request Count"]),
        "busy_p95": float(busy["95%"]),
    }


if __name__ == "__main__":
    sys.exit(main())
