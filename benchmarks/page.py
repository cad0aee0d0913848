"""docs/benchmarks.md and its picture, written from what the parts have measured last."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import psutil

from benchmarks import figures, plot
from benchmarks.figures import Row
from benchmarks.places import kept
from benchmarks.sections import SECTIONS
from benchmarks.table import number, table

_TITLE = """# Benchmarks

Waymark beside the bot that `rasa init` makes (Rasa 3.6.21 as it comes: DIET, TED, UnexpecTED, memory store),
measured by `make bench` on {days}, on {machine}. The two do not do the same work: Waymark learns
from a hundred times as many sentences, its answers come from an action server, and its talks are stored in
SQLite; the stock bot has an action server too, which it does not call. Wall times depend on the machine and
on what else it does: compare the columns with each other. Processor time is user and system time of all
processes of the bot.

![{alt}](benchmarks.svg)
"""
_AGAIN = """
`make bench` measures all of this in some fifteen minutes; with `ARGS=--quick` in less than three, without the
stock bot and without training. `ARGS="--only starting stages"` measures parts again and keeps the others;
`ARGS="--only tenfold"` takes long. `make load` lets locust send people: the section on load.
"""


def write(page: Path, picture: Path) -> None:
    """Write the page and the picture from the results that are kept."""
    rows = figures.rows()
    plot.draw(picture, rows)
    parts = {title: body for title, make in SECTIONS.items() if (body := make())}
    text = _TITLE.format(days=_days(), machine=_machine(), alt=_alt(rows)) + "\n" + _targets(rows) + "\n"
    text += "".join(f"\n## {title}\n\n{body}\n" for title, body in parts.items())
    page.write_text(text + "\n## Again\n" + _AGAIN, encoding="utf-8")


def _targets(rows: Sequence[Row]) -> str:
    head = ("", "Waymark / stock", "target", "met", "Waymark", "stock bot")
    return table(head, [_cells(row) for row in rows])


def _cells(row: Row) -> tuple[str, ...]:
    shown = [
        f"{number(value)} {row.unit}".strip() if value is not None else ""
        for value in (row.waymark, row.stock)
    ]
    ratio = f"**{row.ratio:.2f}**" if row.ratio is not None else ""
    return (row.title, ratio, row.target, _MET[row.met], *shown)


_MET = {True: "yes", False: "no", None: ""}


def _alt(rows: Sequence[Row]) -> str:
    met = sum(row.met is True for row in rows if row.stock is not None)
    return f"Bars: Waymark beside the stock bot; targets met: {met}. The table has the figures."


def _days() -> str:
    """Return the day or days on which the results were measured."""
    results: list[Mapping[str, Any]] = [
        kept(part) for part in ("disk", "starting", "stages", "throughput", "nlu")
    ]
    days = sorted({str(result["day"]) for result in results if result})
    return " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "no day yet"


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}"
