"""Draws a sheet: in this process, or in one of its own, which takes matplotlib's 60 MB with it when it ends.

``python -m bot.careermap.pen KIND`` reads what to draw from its input and writes the file to its output.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Protocol

from bot.careermap.sheet import Kind, Sheet

ROOT = Path(__file__).resolve().parents[2]
# A map takes about a second on an idle machine.
_SECONDS = 60


class DrawingError(RuntimeError):
    """The other process drew nothing; the message has its last line."""


class Pen(Protocol):
    """Makes a file of a sheet, with its title and description inside."""

    def __call__(self, sheet: Sheet, kind: Kind, title: str, description: str) -> bytes:
        """Return the file, the same bytes for the same arguments."""


def here(sheet: Sheet, kind: Kind, title: str, description: str) -> bytes:
    """Draw in this process, which imports matplotlib for it: its drawing code, without a window system."""
    from bot.careermap.canvas import Canvas  # noqa: PLC0415 - see above

    canvas = Canvas(sheet.width, sheet.height, sheet.colour)
    for stroke, how in sheet.strokes:
        getattr(canvas, stroke)(**how)
    return canvas.file(kind, title, description)


def apart(sheet: Sheet, kind: Kind, title: str, description: str) -> bytes:
    """Draw in a process of its own. Raises :class:`DrawingError`, also when it takes a minute."""
    wanted = json.dumps({"sheet": sheet.as_json(), "title": title, "description": description})
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "bot.careermap.pen", kind],
            input=wanted.encode(),
            cwd=ROOT,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise DrawingError(f"no map within {_SECONDS} seconds") from error
    if done.returncode:
        raise DrawingError((done.stderr.decode(errors="replace").splitlines() or ["no reason given"])[-1])
    return done.stdout


def main() -> None:
    """Draw what the input holds."""
    kind: Kind = "svg" if sys.argv[1] == "svg" else "png"
    wanted = json.load(sys.stdin)
    sheet = Sheet.of_json(wanted["sheet"])
    sys.stdout.buffer.write(here(sheet, kind, wanted["title"], wanted["description"]))


if __name__ == "__main__":
    main()
