"""Lines between roles: straight where that is free, else bent, or led through the gutter between lanes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from bot.careermap.layout import PILL_HEIGHT, PILL_WIDTH, ROW, WIDTH

Point = tuple[float, float]

# How far a curve may bend, as a share of its length; the straight one is tried first.
_BENDS = (0.0, 0.1, -0.1, 0.2, -0.2)
_SAMPLES = 24
_CLEAR = 2.5
_CORNER = 6.0


@dataclass(frozen=True)
class Line:
    """A line from the border of one pill to the border of another.

    With ``curved`` it is a quadratic Bézier curve over three points, else a chain of straight pieces whose
    corners are to be rounded.
    """

    points: tuple[Point, ...]
    curved: bool = False

    def sampled(self) -> list[Point]:
        """Return points along the line, close together."""
        shares = [step / _SAMPLES for step in range(_SAMPLES + 1)]
        if not self.curved:
            return [_between(a, b, share) for a, b in pairwise(self.points) for share in shares]
        a, b, c = self.points
        return [_between(_between(a, b, share), _between(b, c, share), share) for share in shares]

    def strokes(self) -> Iterator[tuple[Point, ...]]:
        """Yield the line piece by piece: two points are straight, three a curve over the middle one."""
        if self.curved:
            yield self.points
            return
        here = self.points[0]
        for (before, corner), (_, after) in pairwise(pairwise(self.points)):
            entry, leave = _towards(corner, before), _towards(corner, after)
            yield here, entry
            yield entry, corner, leave
            here = leave
        yield here, self.points[-1]


def route(start: Point, end: Point, others: Iterable[Point], gutters: Sequence[float] = ()) -> Line:
    """Return the plainest line between two pills that crosses none of ``others``, or else the fewest.

    All points are middles of pills. A straight line is plainer than a bent one, and that than one through the
    nearest of ``gutters``, the x of the strips that lines may be led through.
    """
    obstacles = list(others)
    lines = [_curve(start, end, bend) for bend in _BENDS]
    lines += sorted((_elbow(start, end, x) for x in gutters), key=_length)
    best, fewest = lines[0], _hits(lines[0], obstacles)
    for line in lines[1:]:
        if not fewest:
            break
        if (hits := _hits(line, obstacles)) < fewest:
            best, fewest = line, hits
    return best


def _hits(line: Line, obstacles: list[Point]) -> int:
    points = line.sampled()
    hits = sum(_inside(point, obstacle) for point in points for obstacle in obstacles)
    return hits + sum(not 0 < x < WIDTH for x, _ in points)


def _length(line: Line) -> float:
    return round(sum(dist(a, b) for a, b in pairwise(line.sampled())), 3)


def _inside(point: Point, middle: Point) -> bool:
    across, up = abs(point[0] - middle[0]), abs(point[1] - middle[1])
    return across < PILL_WIDTH / 2 + _CLEAR and up < PILL_HEIGHT / 2 + _CLEAR


def _curve(start: Point, end: Point, bend: float) -> Line:
    dx, dy = end[0] - start[0], end[1] - start[1]
    middle = (start[0] + end[0]) / 2 - dy * bend, (start[1] + end[1]) / 2 + dx * bend
    return Line((_border(start, middle), middle, _border(end, middle)), curved=True)


def _elbow(start: Point, end: Point, gutter: float) -> Line:
    """Return a line that leaves upwards (or downwards), runs along the gutter and comes in from below."""
    way = 1 if end[1] >= start[1] else -1
    edge, turn = way * (PILL_HEIGHT / 2 + _CLEAR), way * ROW / 2
    (x0, y0), (x1, y1) = start, end
    corners = ((x0, y0 + turn), (gutter, y0 + turn), (gutter, y1 - turn), (x1, y1 - turn))
    return Line(((x0, y0 + edge), *corners, (x1, y1 - edge)))


def _border(middle: Point, towards: Point) -> Point:
    """Return where the line from a pill's middle to another point leaves the pill."""
    across, up = abs(towards[0] - middle[0]), abs(towards[1] - middle[1])
    reach = min(
        (PILL_WIDTH / 2 + _CLEAR) / across if across else 1.0,
        (PILL_HEIGHT / 2 + _CLEAR) / up if up else 1.0,
        1.0,
    )
    return _between(middle, towards, reach)


def _towards(corner: Point, other: Point) -> Point:
    """Return the point on the way from ``corner`` to ``other`` where the rounding begins."""
    length = dist(corner, other)
    return _between(corner, other, min(0.5, _CORNER / length) if length else 0.0)


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
