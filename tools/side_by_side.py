"""``side_by_side.py [ARGUMENTS]``: all tests, in two halves at once; with arguments pytest alone gets them.

Tests that start servers and browsers mostly wait for them, others compute: one after the other they leave a
core idle. What the half that computes said is shown after the other's. The exit code is 0 if all passed,
else 1.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from tempfile import TemporaryFile
from threading import Thread
from typing import IO

PYTEST = (sys.executable, "-m", "pytest")
# Each remembers by itself which tests failed last.
THINKING = ("--half=thinking", "-o", "cache_dir=.pytest_cache/thinking")
SERVING = ("--half=serving",)


class Half:
    """A run of pytest; ``said`` takes what it prints, this program's own output unless given."""

    def __init__(self, name: str, command: Sequence[str], said: IO[bytes] | None = None) -> None:
        self.name = name
        self.seconds = 0.0
        self._started = time.monotonic()
        errors = None if said is None else subprocess.STDOUT
        self.process = subprocess.Popen(command, stdout=said, stderr=errors)  # noqa: S603 - our own
        self._watch = Thread(target=self._time, daemon=True)
        self._watch.start()

    def code(self) -> int:
        """Wait for its end; return its exit code."""
        self._watch.join()
        return self.process.returncode

    def _time(self) -> None:
        self.process.wait()
        self.seconds = time.monotonic() - self._started


def both(pytest: Sequence[str] = PYTEST) -> int:
    """Run both halves; return 0 if both passed, else 1."""
    with TemporaryFile() as said:
        halves = (Half("thinking", [*pytest, *THINKING], said), Half("serving", [*pytest, *SERVING]))
        try:
            failed = [half.name for half in reversed(halves) if half.code() != 0]
        finally:
            for half in halves:
                half.process.terminate()
        said.seek(0)
        print("\nMeanwhile the tests of the thinking:", flush=True)
        sys.stdout.buffer.write(said.read())
    for half in halves:
        print(f"-- tests, {half.name}: {half.seconds:.0f} s")
    if failed:
        print(f"Tests failed: {' and '.join(failed)} (see above).", file=sys.stderr)
    return int(bool(failed))


def main(arguments: Sequence[str]) -> int:
    """Run the tests; returns the exit code, 130 after Ctrl-C."""
    try:
        return subprocess.call([*PYTEST, *arguments]) if arguments else both()  # noqa: S603 - the caller's
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
