"""The career map as a picture, PNG or SVG, light or dark."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from bot.careermap.layout import PILL_HEIGHT, PILL_WIDTH, ROW, WIDTH, layout
from bot.careermap.palette import DARK, LIGHT, Palette
from bot.careermap.pen import Pen, here
from bot.careermap.routes import Line, Point, route
from bot.careermap.sheet import Kind, Sheet
from bot.careermap.view import View, moves_up, near_moves, role_name, subtitle, title, view_of
from bot.careermap.words import alt_text
from bot.knowledge.base import Knowledge

# Sizes of type in pixels; nothing on the map is smaller than the label.
_TITLE, _TEXT, _LABEL = 16.0, 12.0, 11.5
_MARGIN = 12.0
_TITLE_LINE = 22.0
# Letters that fit into a pill and into a line of the title.
_PILL_LETTERS, _TITLE_LETTERS = 10, 34
_LONGEST_WORD = 13


def draw(
    knowledge: Knowledge,
    place: str | None = None,
    goal: str | None = None,
    path: Sequence[str] = (),
    *,
    dark: bool = False,
    kind: Kind = "png",
    pen: Pen = here,
) -> bytes:
    """Return the map as a file: 390 pixels wide as an SVG, twice that as a PNG.

    ``path`` holds the stops of a :class:`bot.knowledge.graph.Path`. Marks that cannot be placed are left out
    (see :func:`bot.careermap.view.view_of`). The same arguments give the same bytes. ``pen`` draws it, in
    this process or in another (:mod:`bot.careermap.pen`).
    """
    view = view_of(knowledge, place, goal, path)
    sheet = _Map(knowledge, view, DARK if dark else LIGHT).drawn()
    return pen(sheet, kind, title(view, knowledge), alt_text(knowledge, place, goal, path))


class _Map:
    """One map while it is drawn."""

    def __init__(self, knowledge: Knowledge, view: View, palette: Palette) -> None:
        self._knowledge, self._view, self._palette = knowledge, view, palette
        self._layout = layout(knowledge, outside=view.starts_outside)
        self._title = _lines(title(view, knowledge))
        height = self._layout.top + 80 + _TITLE_LINE * len(self._title)
        self._sheet = Sheet(WIDTH, height, palette.card)

    def drawn(self) -> Sheet:
        """Draw everything, back to front, and return the sheet."""
        self._bands()
        self._heading()
        self._moves()
        for role in self._layout.spots:
            self._pill(role)
        self._marks()
        self._legend()
        return self._sheet

    def _bands(self) -> None:
        for number, (bottom, top) in enumerate(self._layout.bands):
            if number % 2 == 0:
                self._sheet.band(bottom, top, self._palette.band)

    def _heading(self) -> None:
        sheet, soft, top = self._sheet, self._palette.soft, self._layout.top
        for number, line in enumerate(reversed(self._title)):
            y = top + 74 + _TITLE_LINE * number
            sheet.text((_MARGIN, y), line, _TITLE, self._palette.ink, bold=True, align="left")
        sheet.text((_MARGIN, top + 50), subtitle(self._view, self._knowledge), _TEXT, soft, align="left")
        for heading, x in self._layout.headings:
            sheet.text((x, top + 20), heading, _LABEL, soft)

    def _moves(self) -> None:
        """Draw the usual moves in grey and the path, or the moves near the person, over them."""
        accent, view = self._palette.accent, self._view
        near = near_moves(view, self._knowledge)
        on_map = self._layout.spots.keys()
        for start, goal in moves_up(self._knowledge):
            if {start, goal} <= on_map and (start, goal) not in (*view.steps, *near):
                self._sheet.arrow(self._line(start, goal), self._palette.edge, 1.2, 5, layer=1)
        for start, goal in near:
            self._sheet.arrow(self._line(start, goal), accent, 1.8, 8, layer=2)
        for start, goal in view.steps:
            self._sheet.arrow(self._line(start, goal), accent, 2.6, 9, layer=3)

    def _line(self, start: str, goal: str) -> Line:
        spots = self._layout.spots
        others = [spot for role, spot in spots.items() if role not in (start, goal)]
        return route(spots[start], spots[goal], others, self._layout.gutters)

    def _pill(self, role: str) -> None:
        palette, view = self._palette, self._view
        marked = {*view.path, *(end for move in near_moves(view, self._knowledge) for end in move)}
        fill, edge, ink, width = palette.card, palette.line, palette.ink, 1.0
        if role in marked:
            fill, edge, width = palette.wash, palette.accent, 1.5
        elif marked:
            ink = palette.soft
        if role == view.goal:
            fill, edge, ink, width = palette.card, palette.accent, palette.accent, 2.8
        if role == view.place:
            fill, edge, ink = palette.accent, palette.accent, palette.on_accent
        spot = self._layout.spots[role]
        self._sheet.pill(spot, (PILL_WIDTH, PILL_HEIGHT), fill, edge, width)
        lines = textwrap.wrap(role_name(role, self._knowledge), _PILL_LETTERS, break_long_words=False)
        size = _LABEL * min(1.0, _LONGEST_WORD / max(len(line) for line in lines))
        self._sheet.text(spot, "\n".join(lines), size, ink)

    def _marks(self) -> None:
        """Say which role is the place and which the goal, and number the stops after the place."""
        view, spots = self._view, self._layout.spots
        for number, role in enumerate(view.path[1:], start=1):
            x, y = spots[role]
            at = x - PILL_WIDTH / 2 + 3, y + PILL_HEIGHT / 2 - 2
            self._sheet.badge(
                at, str(number), self._palette.accent, self._palette.on_accent, self._palette.card
            )
        if view.place:
            self._tag(view.place, "You are here", above=self._leads_down(view.place))
        if view.goal and view.goal != view.place:
            self._tag(view.goal, "Your goal", above=not self._leads_down(view.goal))

    def _leads_down(self, role: str) -> bool:
        """Tell whether the path's line at ``role`` goes down from the place, or comes down into the goal."""
        spots = self._layout.spots
        return any(spots[a][1] > spots[b][1] for a, b in self._view.steps if role in (a, b))

    def _tag(self, role: str, words: str, *, above: bool) -> None:
        x, y = self._layout.spots[role]
        at: Point = (x, y + (ROW / 2 - 1) * (1 if above else -1))
        self._sheet.text(at, words, _LABEL, self._palette.accent, bold=True, halo=self._palette.card)

    def _legend(self) -> None:
        palette, view = self._palette, self._view
        self._key(_MARGIN, "usual move up", palette.edge, 1.4, 6)
        if view.steps:
            self._key(160.0, "your path", palette.accent, 2.6, 9)
        elif near_moves(view, self._knowledge):
            self._key(160.0, "from where you are" if view.place else "to your goal", palette.accent, 1.8, 8)

    def _key(self, left: float, words: str, colour: str, width: float, head: float) -> None:
        y = 22.0
        self._sheet.arrow(Line(((left, y), (left + 26, y))), colour, width, head, layer=1)
        self._sheet.text((left + 33, y), words, _LABEL, self._palette.soft, align="left")


def _lines(heading: str) -> list[str]:
    """Return a heading in one line or, when it is long, in two that break at its second half."""
    if len(heading) <= _TITLE_LETTERS:
        return [heading]
    first, to, second = heading.partition(" to ")
    return [first, f"{to.strip()} {second}"] if to else textwrap.wrap(heading, _TITLE_LETTERS)
