"""The figures that are compared, taken from the results of the parts, and the targets they should meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from benchmarks.places import kept

Result = Mapping[str, Any]
Take = Callable[[Result], float]


class Comparison(NamedTuple):
    """A figure of both bots.

    Waymark's should be at most the share ``ratio`` of the stock bot's; where more is better, at least so many
    times as much. Without a ``ratio`` it is only told.
    """

    title: str
    unit: str
    part: str
    take: Take
    ratio: float | None = None
    more_is_better: bool = False


class Limit(NamedTuple):
    """A figure of Waymark alone, and what it should be at most."""

    title: str
    unit: str
    part: str
    take: Take
    most: float


def resident(result: Result) -> float:
    """Return the proportional memory (PSS) of all processes after the turns, in MB."""
    return float(sum(memory["pss"] for memory in result["used"]))


COMPARISONS = (
    Comparison("memory of all processes (PSS)", "MB", "starting", resident, 1 / 3),
    Comparison("start to first answer", "s", "starting", lambda result: result["wall"], 1 / 5),
    Comparison("start, processor", "s", "starting", lambda result: result["processor"]),
    Comparison("a turn over HTTP, p50", "ms", "stages", lambda result: result["whole"]["p50"], 1 / 4),
    Comparison("a turn, processor", "ms", "stages", lambda result: result["processor"]),
    Comparison(
        "turns a second, 10 users",
        "",
        "throughput",
        lambda result: result["10"]["turns_a_second"],
        4,
        more_is_better=True,
    ),
)
LIMITS = (
    Limit("environment on the disk", "GB", "disk", lambda result: result["runtime"] / 1000, 0.9),
    Limit("reading a message, p50, processor", "ms", "nlu", lambda result: result["parse_median"], 10),
    Limit("training, all cores", "s", "training", lambda result: result["wall"], 60),
    Limit(
        "turn 1,000 to turn 10, processor", "x", "length",
        lambda result: result["1000"]["processor"] / result["10"]["processor"], 1.3,
    ),
)  # fmt: skip


class Row(NamedTuple):
    """A figure beside its target.

    ``stock`` and ``ratio`` are None for a limit of Waymark's own, ``met`` where there is no target.
    """

    title: str
    unit: str
    waymark: float
    stock: float | None
    ratio: float | None
    target: str
    met: bool | None


def rows() -> list[Row]:
    """Return every figure that was measured, comparisons first."""
    found = [row for comparison in COMPARISONS if (row := _compared(comparison))]
    return found + [row for limit in LIMITS if (row := _limited(limit))]


def _compared(comparison: Comparison) -> Row | None:
    waymark, stock = (_figure(comparison.part, bot, comparison.take) for bot in ("waymark", "stock"))
    if waymark is None or stock is None:
        return None
    ratio, wanted = waymark / stock, comparison.ratio
    target: str
    met: bool | None
    if wanted is None:
        target, met = "", None
    elif comparison.more_is_better:
        target, met = f"at least {wanted:.0f} times", ratio >= wanted
    else:
        target, met = f"at most 1/{1 / wanted:.0f}", ratio <= wanted
    return Row(comparison.title, comparison.unit, waymark, stock, ratio, target, met)


def _limited(limit: Limit) -> Row | None:
    waymark = _figure(limit.part, "waymark", limit.take)
    if waymark is None:
        return None
    target = f"at most {limit.most:g} {limit.unit}"
    return Row(limit.title, limit.unit, waymark, None, None, target, waymark <= limit.most)


def _figure(part: str, bot: str, take: Take) -> float | None:
    """Return a figure; None when it was not measured (a quick run leaves some out)."""
    try:
        return float(take(kept(part)[bot]))
    except KeyError:
        return None
