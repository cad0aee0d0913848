"""A drawing surface in pixels over matplotlib.

Only the Agg renderer, the SVG writer and the DejaVu fonts of matplotlib's own package are used; neither
pyplot nor a window system, so that pictures can be drawn in any thread of a server.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke
from PIL import Image, PngImagePlugin

Point = tuple[float, float]

# 96 pixels an inch, as on web pages, and two dots for each: sharp on phones, and at 800 pixels.
_DPI, _DOTS = 96, 2
_POINTS = 72 / _DPI
_COLOURS = 64
# Setting matplotlib's options for one file sets them for the process.
_LOCK = Lock()


class Canvas:
    """A picture of ``width`` x ``height`` pixels; y runs upwards. Sizes of lines and type are in pixels."""

    def __init__(self, width: float, height: float, colour: str) -> None:
        self._width = width
        self._figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor=colour)
        FigureCanvasAgg(self._figure)
        self._axes: Any = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set(xlim=(0, width), ylim=(0, height))
        self._axes.axis("off")

    def band(self, bottom: float, top: float, colour: str) -> None:
        """Fill a strip over the whole width, behind everything."""
        self._axes.add_patch(Rectangle((0, bottom), self._width, top - bottom, fc=colour, lw=0, zorder=0))

    def arrow(
        self,
        start: Point,
        pieces: Sequence[Sequence[Point]],
        colour: str,
        width: float,
        head: float,
        *,
        layer: int,
    ) -> None:
        """Draw a line with a head at its end; pieces of one point are straight, those of two a curve."""
        vertices, codes = [start], [Outline.MOVETO]
        for rest in pieces:
            vertices += rest
            codes += [Outline.CURVE3] * 2 if len(rest) > 1 else [Outline.LINETO]
        arrow = FancyArrowPatch(
            path=Outline(vertices, codes),
            arrowstyle="-|>",
            mutation_scale=head,
            color=colour,
            lw=width * _POINTS,
            joinstyle="miter",
            zorder=layer,
        )
        self._axes.add_patch(arrow)

    def pill(self, middle: Point, size: tuple[float, float], fill: str, edge: str, width: float) -> None:
        """Draw a box with round corners over the lines."""
        corner = middle[0] - size[0] / 2, middle[1] - size[1] / 2
        style = f"round,pad=0,rounding_size={size[1] * 0.3}"
        box = FancyBboxPatch(corner, *size, boxstyle=style, fc=fill, ec=edge, lw=width * _POINTS, zorder=4)
        self._axes.add_patch(box)

    def badge(self, middle: Point, words: str, fill: str, ink: str, edge: str) -> None:
        """Draw a small disc with a number on it, over the pills."""
        self._axes.add_patch(Circle(middle, 8.5, fc=fill, ec=edge, lw=1.5 * _POINTS, zorder=6))
        self.text((middle[0], middle[1] - 0.5), words, 11, ink, bold=True)

    def text(
        self,
        at: Point,
        words: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        align: Literal["left", "center"] = "center",
        halo: str | None = None,
    ) -> None:
        """Write ``words`` over everything else; a ``halo`` of that colour keeps lines off the letters."""
        self._axes.text(
            *at,
            words,
            color=colour,
            fontproperties=_font("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"),
            fontsize=size * _POINTS,
            ha=align,
            va="center",
            linespacing=1.15,
            zorder=7,
            path_effects=[withStroke(linewidth=4 * _POINTS, foreground=halo)] if halo else None,
        )

    def file(self, kind: Literal["png", "svg"], title: str, description: str) -> bytes:
        """Return the picture as a file that is the same each time, with its title and description inside."""
        return self._png(title, description) if kind == "png" else self._svg(title, description)

    def _png(self, title: str, description: str) -> bytes:
        """Return a PNG with a palette, not full colours: a quarter of the size, and no difference to see."""
        self._figure.set_dpi(_DPI * _DOTS)
        self._figure.canvas.draw()
        pixels = self._figure.canvas.buffer_rgba()
        picture = Image.frombuffer("RGBA", (pixels.shape[1], pixels.shape[0]), pixels, "raw", "RGBA", 0, 1)
        words = PngImagePlugin.PngInfo()
        words.add_itxt("Title", title)
        words.add_itxt("Description", description)
        file = io.BytesIO()
        picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "PNG", pnginfo=words)
        return file.getvalue()

    def _svg(self, title: str, description: str) -> bytes:
        file = io.BytesIO()
        metadata = {"Title": title, "Description": description, "Date": None, "Creator": None}
        with _LOCK, mpl.rc_context({"svg.hashsalt": "map", "svg.fonttype": "path"}):
            self._figure.savefig(file, format="svg", dpi=_DPI, metadata=metadata)
        return file.getvalue()


def _font(name: str) -> FontProperties:
    return FontProperties(fname=str(Path(mpl.get_data_path()) / "fonts" / "ttf" / name))
