"""How much is measured: in full, or quickly."""

from __future__ import annotations

from typing import NamedTuple


class Scale(NamedTuple):
    """How often the bots are started, turns of a talk that is timed, users at once, seconds of each crowd.

    ``lengths`` are the turns of one long talk that are compared, for Waymark and for the stock bot.
    """

    starts: int
    turns: int
    users: tuple[int, ...]
    seconds: float
    lengths: dict[str, tuple[int, ...]]


# The stock bot takes minutes for 200 turns of one talk, and most of an hour for 1,000.
FULL = Scale(3, 200, (1, 10, 50), 20, {"waymark": (10, 200, 1000), "stock": (10, 200)})
QUICK = Scale(1, 50, (1, 10), 5, {"waymark": (10, 100), "stock": (10, 50)})
