"""The charts of a report as SVG. Kinds are told apart by pattern and by lightness, not by hue."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time, timedelta
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.dates import AutoDateLocator, DateFormatter
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bot.insights.figures import ANSWERED, ASKED_BACK, DECLINED, Figures
from bot.insights.turns import FAILED

INK, GRID = "#1c2733", "#d9dfe5"
_LOOKS: dict[str, dict[str, Any]] = {
    ANSWERED: {"facecolor": "#0f5b6e", "edgecolor": "#0f5b6e"},
    ASKED_BACK: {"facecolor": "#8fc1cd", "edgecolor": "#0f5b6e", "hatch": "//"},
    DECLINED: {"facecolor": "#ffffff", "edgecolor": "#0f5b6e", "hatch": "xx"},
    FAILED: {"facecolor": INK, "edgecolor": INK, "hatch": ".."},
}
_STYLE = {
    "svg.fonttype": "none",  # letters stay letters: they can be read out, found and copied
    "font.size": 11,
    "hatch.linewidth": 0.8,
    "axes.edgecolor": GRID,
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}
# Longer spans are drawn by week, so that a bar stays wide enough to see its pattern.
MOST_DAYS = 70
_WEEK = 7


def volume(figures: Figures) -> str:
    """Return questions over time, stacked by what became of them."""
    width = 1 if len(figures.by_day) <= MOST_DAYS else _WEEK
    bins: dict[date, dict[str, int]] = {}
    for day, counts in figures.by_day.items():
        start = figures.span.first + timedelta(days=(day - figures.span.first).days // width * width)
        kept = bins.setdefault(start, dict.fromkeys(counts, 0))
        for name, number in counts.items():
            kept[name] += number
    figure, axes = _canvas(3.2)
    below = [0] * len(bins)
    for name, look in _LOOKS.items():
        heights = [counts[name] for counts in bins.values()]
        axes.bar(list(bins), heights, width * 0.78, bottom=below, label=name, linewidth=0.6, **look)
        below = [low + height for low, height in zip(below, heights, strict=True)]
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.set_ylabel("questions a day" if width == 1 else "questions a week")
    _dates(axes, figures)
    axes.legend(loc="upper left", bbox_to_anchor=(0, 1.17), ncol=4, frameon=False, fontsize=10)
    return _svg(figure, "volume")


def latency(figures: Figures) -> str:
    """Return the time to an answer by day: median as a full line, 95th percentile as a dashed one."""
    days = list(figures.latency_by_day)
    figure, axes = _canvas(2.6)
    for place, label, style in ((1, "95 of 100 are quicker", "--"), (0, "half are quicker", "-")):
        values = [1000 * figures.latency_by_day[day][place] for day in days]
        marker = "o" if place == 0 else "s"
        axes.plot(days, values, style, color="#0f5b6e", marker=marker, markersize=3.5, label=label)
    axes.set_ylim(bottom=0)
    axes.set_ylabel("milliseconds")
    _dates(axes, figures)
    axes.legend(loc="upper left", bbox_to_anchor=(0, 1.22), ncol=2, frameon=False, fontsize=10)
    return _svg(figure, "latency")


def _canvas(height: float) -> tuple[Figure, Any]:
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(9.2, height), facecolor="none")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        axes.set_facecolor("none")
        axes.grid(axis="y", color=GRID, linewidth=0.8)
        axes.set_axisbelow(True)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.tick_params(length=0)
        return figure, axes


def _dates(axes: Any, figures: Figures) -> None:  # noqa: ANN401 - matplotlib has no types
    first, last = (datetime.combine(day, time()) for day in (figures.span.first, figures.span.last))
    margin = timedelta(hours=14)
    axes.set_xlim(first - margin, last + margin)
    axes.tick_params(axis="x", pad=8)
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=10))
    axes.xaxis.set_major_formatter(DateFormatter("%d %b"))


def _svg(figure: Figure, name: str) -> str:
    """Return the figure as an element to put into a page; ``name`` keeps its ids apart from other charts'."""
    file = io.StringIO()
    with mpl.rc_context({**_STYLE, "svg.hashsalt": name}):
        figure.savefig(file, format="svg", bbox_inches="tight", metadata={"Date": None})
    svg = file.getvalue()
    svg = svg[svg.index("<svg") :]
    # As wide as its column; what it shows stands in a table beside it, so it is a picture without a name.
    svg = re.sub(r'(<svg[^>]*?) height="[^"]*"', r'\1 aria-hidden="true"', svg, count=1)
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, count=1, flags=re.DOTALL)
    return re.sub(r"font: ([0-9.]+)px '[^']*'[^;\"]*", r"font-size: \1px", svg)
