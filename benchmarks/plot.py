"""The comparison as a picture: a panel for each figure, Waymark beside the stock bot, and the target."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

from benchmarks.figures import Row

mpl.use("svg")

from matplotlib import pyplot as plt
from matplotlib.axes import Axes

INK, SOFT, OURS, STOCK = "#1d2433", "#6b7385", "#1f5fa8", "#ffffff"
_STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "waymark",
    "font.family": "sans-serif",
    "font.size": 11,
    "text.color": INK,
    "hatch.linewidth": 0.7,
}


def draw(path: Path, rows: Sequence[Row]) -> None:
    """Draw the rows with a figure of the stock bot and a target into the SVG ``path``; nothing without any.

    Ours is full and dark, the stock bot's hatched, and each bar says what it is, so that no colour is needed.
    """
    compared = [row for row in rows if row.stock is not None and row.target]
    if not compared:
        return
    with mpl.rc_context(_STYLE):
        figure, panels = plt.subplots(len(compared), 1, figsize=(7.2, 1.45 * len(compared)), squeeze=False)
        for panel, row in zip(panels[:, 0], compared, strict=True):
            _panel(panel, row)
        figure.subplots_adjust(left=0.15, right=0.87, top=0.94, bottom=0.02, hspace=0.62)
        figure.savefig(path, format="svg", metadata={"Date": None, "Title": _words(compared)})
        plt.close(figure)


def _panel(panel: Axes, row: Row) -> None:
    stock = row.stock or 0.0
    panel.barh(1, row.waymark, height=0.66, color=OURS, edgecolor=INK)
    panel.barh(0, stock, height=0.66, color=STOCK, edgecolor=INK, hatch="////")
    largest = max(row.waymark, stock)
    for place, value, weight in ((1, row.waymark, "bold"), (0, stock, "normal")):
        panel.text(value + 0.012 * largest, place, _figure(value, row.unit), va="center", weight=weight)
    panel.set_yticks([1, 0], ["Waymark", "stock bot"])
    panel.set_xlim(0, largest)
    panel.set_ylim(-0.5, 1.5)
    panel.set_title(row.title, loc="left", weight="bold", x=-0.17, pad=5)
    verdict = "met" if row.met else "not met"
    panel.set_title(f"target: {row.target} ({verdict})", loc="right", fontsize=9.5, color=SOFT, x=1.15, pad=5)
    panel.tick_params(length=0, labelcolor=INK)
    panel.xaxis.set_visible(False)
    panel.spines[:].set_visible(False)
    panel.axvline(0, color=INK, linewidth=1)


def _figure(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}".strip() if value >= 100 else f"{value:.1f} {unit}".strip()  # noqa: PLR2004


def _words(rows: Sequence[Row]) -> str:
    """Return the picture in words, for those who do not see it."""
    said = []
    for row in rows:
        ours, stock = _figure(row.waymark, row.unit), _figure(row.stock or 0, row.unit)
        said.append(f"{row.title}: Waymark {ours}, stock bot {stock}")
    return "; ".join(said)
