"""``python -m bot.knowledge check`` and ``python -m bot.knowledge stats``."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timezone
from pathlib import Path

from bot.knowledge.checks import check
from bot.knowledge.checks.training import check_training
from bot.knowledge.loader import DEFAULT_ROOT, load_leniently
from bot.knowledge.stats import stats


def main(arguments: list[str] | None = None) -> int:
    """Run the command. Returns 0, or 1 when the knowledge has faults (warnings alone are no fault)."""
    parser = argparse.ArgumentParser(prog="python -m bot.knowledge", description=__doc__)
    parser.add_argument("command", choices=("check", "stats"))
    parser.add_argument("--root", type=Path, default=DEFAULT_ROOT, help="the knowledge folder")
    options = parser.parse_args(arguments)
    knowledge, shape = load_leniently(options.root)
    if options.command == "stats":
        for label, value in stats(knowledge).items():
            print(f"{label:22} {value}")
        return 0
    if knowledge.unreadable:
        for problem in shape:
            print(problem)
        print(f"{len(shape)} faults. Mend these first: what depends on these files is checked after that.")
        return 1
    problems = {*shape, *check(knowledge, datetime.now(tz=timezone.utc).date())}
    if options.root == DEFAULT_ROOT:
        problems |= set(check_training(DEFAULT_ROOT.parent, knowledge))
    for problem in sorted(problems):
        print(problem)
    faults = sum(not problem.warning for problem in problems)
    print(f"{faults} faults, {len(problems) - faults} warnings")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
