"""``python -m benchmarks``: measures Waymark beside the bot that ``rasa init`` makes.

Each part's result is kept in build/bench, so that a part can be measured again by itself; docs/benchmarks.md
and docs/benchmarks.svg are written from all that is there.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

from benchmarks.bots import bots
from benchmarks.page import write
from benchmarks.parts import disk, length, stages, starting, throughput, training
from benchmarks.parts.scale import FULL, QUICK
from benchmarks.places import PAGE, PLOT, WORK, keep
from bot.settings import ROOT

# Measured of each bot, in this order.
COMPARED = {
    "disk": disk.measure,
    "starting": starting.measure,
    "stages": stages.measure,
    "throughput": throughput.measure,
    "length": length.measure,
    "training": training.measure,
}
# Measured with the part that it names.
ALSO = {"memory": "starting"}
# Of Waymark alone, by commands that set up their process.
OWN = ("nlu", "tenfold")
PARTS = (*COMPARED, *ALSO, *OWN)
# Takes as long as all others together: only when asked for.
ASKED_FOR = {"tenfold"}
# Those that train are left out of a quick run.
TRAINING = {"training", "nlu", "tenfold"}


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = _options(arguments)
    # Without compiled modules each start would take twelve seconds longer.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    skipped = TRAINING if options.quick else ASKED_FOR
    parts = [ALSO.get(part, part) for part in options.only] or [
        part for part in (*COMPARED, *OWN) if part not in skipped
    ]
    if compared := [part for part in COMPARED if part in parts]:
        scale = QUICK if options.quick else FULL
        for bot in bots(with_stock=options.stock or not options.quick):
            for part in compared:
                started = time.monotonic()
                keep(part, {bot.name: COMPARED[part](bot, scale)})
                print(f"{part} of the {bot.title}: {time.monotonic() - started:.0f} s", flush=True)
    for part in (part for part in OWN if part in parts):
        subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], cwd=ROOT, check=True)  # noqa: S603
    write(PAGE, PLOT)
    print(f"Written: {PAGE.relative_to(ROOT)}, {PLOT.relative_to(ROOT)} from {WORK.relative_to(ROOT)}")
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small numbers, no training, no stock bot")
    parser.add_argument("--stock", action="store_true", help="with --quick: the stock bot too")
    parser.add_argument("--only", nargs="+", default=[], choices=PARTS, metavar="PART", help=", ".join(PARTS))
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
