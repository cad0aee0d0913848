"""The maps that a talk needs: from a place to a goal over the best path, drawn once and kept."""

from __future__ import annotations

from functools import lru_cache

from bot.careermap.pen import Pen, here
from bot.careermap.picture import draw
from bot.careermap.sheet import Kind
from bot.careermap.words import alt_text, text_map
from bot.knowledge.base import Knowledge
from bot.knowledge.graph import CareerGraph

# A file has some 60 kB, so that all that are kept take a few megabytes.
_KEPT = 64


class Maps:
    """Draws maps of one knowledge. ``place`` and ``goal`` are role slugs, ``outside`` or None.

    ``pen`` draws the pictures: in this process, or in another that takes its memory with it when it ends.
    """

    def __init__(self, knowledge: Knowledge, pen: Pen = here) -> None:
        self._knowledge = knowledge
        self._pen = pen
        self._graph = CareerGraph(knowledge)
        self._drawn = lru_cache(maxsize=_KEPT)(self._draw)

    def path(self, place: str | None, goal: str | None) -> tuple[str, ...]:
        """Return the stops of the best path, both ends included; empty when there is none."""
        path = self._graph.path(place, goal) if place and goal and place != goal else None
        return path.stops if path else ()

    def picture(
        self, place: str | None, goal: str | None, *, dark: bool = False, kind: Kind = "png"
    ) -> bytes:
        """Return the picture as a file; see :func:`bot.careermap.picture.draw`."""
        return self._drawn(place, goal, dark, kind)

    def alt_text(self, place: str | None, goal: str | None) -> str:
        """Return the same in words."""
        return alt_text(self._knowledge, place, goal, self.path(place, goal))

    def text(self, place: str | None, goal: str | None) -> str:
        """Return the same drawn with letters, for a terminal of 72 columns."""
        return text_map(self._knowledge, place, goal, self.path(place, goal))

    def _draw(self, place: str | None, goal: str | None, dark: bool, kind: Kind) -> bytes:  # noqa: FBT001 - the key of a cache
        return draw(self._knowledge, place, goal, self.path(place, goal), dark=dark, kind=kind, pen=self._pen)
