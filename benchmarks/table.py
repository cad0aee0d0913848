"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

_WHOLE = 100
_TENTHS = 1


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table; every row has as many cells as ``head``."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def number(value: float) -> str:
    """Return a figure with as many digits as can be trusted: 1,234, 12.3, 0.71; a dash when there is none."""
    if isnan(value):
        return "-"
    if value >= _WHOLE:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= _TENTHS else f"{value:.2f}"
