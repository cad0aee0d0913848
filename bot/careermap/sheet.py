"""A drawing written down, so that it can be handed to whoever has a pen: the same process or another."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from bot.careermap.routes import Line, Point

Kind = Literal["png", "svg"]


@dataclass(frozen=True)
class Sheet:
    """What is drawn on ``width`` x ``height`` pixels of a colour; y runs upwards.

    Sizes of lines and type are in pixels. ``strokes`` are calls of :class:`bot.careermap.canvas.Canvas`, in
    their order: the name of the method and its arguments by name, of JSON's kinds only.
    """

    width: float
    height: float
    colour: str
    strokes: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def band(self, bottom: float, top: float, colour: str) -> None:
        """Fill a strip over the whole width, behind everything."""
        self._add("band", bottom=bottom, top=top, colour=colour)

    def arrow(self, line: Line, colour: str, width: float, head: float, *, layer: int) -> None:
        """Draw ``line`` with a head at its end."""
        pieces = [rest for _, *rest in line.strokes()]
        self._add(
            "arrow", start=line.points[0], pieces=pieces, colour=colour, width=width, head=head, layer=layer
        )

    def pill(self, middle: Point, size: tuple[float, float], fill: str, edge: str, width: float) -> None:
        """Draw a box with round corners over the lines."""
        self._add("pill", middle=middle, size=size, fill=fill, edge=edge, width=width)

    def badge(self, middle: Point, words: str, fill: str, ink: str, edge: str) -> None:
        """Draw a small disc with a number on it, over the pills."""
        self._add("badge", middle=middle, words=words, fill=fill, ink=ink, edge=edge)

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
        self._add("text", at=at, words=words, size=size, colour=colour, bold=bold, align=align, halo=halo)

    def as_json(self) -> str:
        """Return the sheet as text, for :meth:`of_json`."""
        return json.dumps(asdict(self))

    @classmethod
    def of_json(cls, text: str) -> Sheet:
        """Return the sheet that :meth:`as_json` wrote."""
        return cls(**json.loads(text))

    def _add(self, stroke: str, **how: object) -> None:
        self.strokes.append((stroke, how))
