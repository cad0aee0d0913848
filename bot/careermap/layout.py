"""Where each role stands on the map: levels are bands from the bottom up, families are lanes.

Positions are in pixels of a picture that is 390 wide, the width of a phone; y runs upwards from 0. They
depend on the roles and their moves alone, so that a role is found in the same spot on every map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.base import OUTSIDE, Knowledge

WIDTH = 390.0
PILL_WIDTH, PILL_HEIGHT = 84.0, 36.0
ROW = 64.0
_FOOT = 50.0
# Between the lanes there is room for a line, between the two places of one lane for hardly any.
_LANE_GAP, _INNER_GAP = 16.0, 8.0


@dataclass(frozen=True)
class Lane:
    """A column of the map: its heading, the families in it, and how many roles stand side by side."""

    heading: str
    families: frozenset[str]
    size: int

    @property
    def width(self) -> float:
        """Return the width of the pills side by side."""
        return PILL_WIDTH * self.size + _INNER_GAP * (self.size - 1)


LANES = (
    Lane("PMO", frozenset({"pmo"}), 1),
    Lane("Projects and leadership", frozenset({"delivery", "leadership"}), 2),
    Lane("Agile, product", frozenset({"agile", "product", "analysis"}), 1),
)


@dataclass(frozen=True)
class Layout:
    """Where things are.

    ``spots`` holds the middle of each role's pill, ``bands`` bottom and top of each level from the lowest up,
    ``headings`` each lane's name and middle, ``gutters`` the x of the free strips beside and within lanes.
    """

    top: float
    spots: dict[str, tuple[float, float]]
    bands: tuple[tuple[float, float], ...]
    headings: tuple[tuple[str, float], ...]
    gutters: tuple[float, ...]


def layout(knowledge: Knowledge, *, outside: bool = False) -> Layout:
    """Return the layout of all roles; with ``outside``, of a person's other job below them too."""
    spots: dict[str, tuple[float, float]] = {}
    bands: list[tuple[float, float]] = []
    bottom = _FOOT
    if outside:
        spots[OUTSIDE] = (WIDTH / 2, bottom + ROW / 2)
        bands.append((bottom, bottom + ROW))
    for level in sorted({role.level for role in knowledge.roles.values()}):
        bottom = bands[-1][1] if bands else bottom
        lanes = [_rows(_members(knowledge, lane, level), lane.size) for lane in LANES]
        height = ROW * max(len(rows) for rows in lanes)
        for lane, rows in zip(LANES, lanes, strict=True):
            spots |= _placed(_middle(lane), rows, bottom, height)
        bands.append((bottom, bottom + height))
    headings = tuple((lane.heading, _middle(lane)) for lane in LANES)
    return Layout(bands[-1][1] if bands else bottom, spots, tuple(bands), headings, tuple(_gutters()))


def _members(knowledge: Knowledge, lane: Lane, level: int) -> list[str]:
    """Return the roles of a lane on a level, those with the most moves first."""
    moves = Counter(role for pair in knowledge.transitions for role in pair)
    roles = knowledge.roles.items()
    found = [name for name, role in roles if role.level == level and role.family in lane.families]
    return sorted(found, key=lambda name: (-moves[name], name))


def _rows(members: list[str], size: int) -> list[list[str]]:
    """Share ``members`` out to rows of ``size``, from the bottom up; a row that is not full comes first."""
    rest = len(members) % size
    first = [members[:rest]] if rest else []
    return first + [members[at : at + size] for at in range(rest, len(members), size)]


def _placed(
    middle: float, rows: list[list[str]], bottom: float, height: float
) -> Iterator[tuple[str, tuple[float, float]]]:
    lift = (height - ROW * len(rows)) / 2
    pitch = PILL_WIDTH + _INNER_GAP
    for number, row in enumerate(rows):
        y = bottom + lift + ROW * (number + 0.5)
        for place, name in enumerate(row):
            yield name, (middle + pitch * (place - (len(row) - 1) / 2), y)


def _middle(lane: Lane) -> float:
    """Return the x of the middle of a lane."""
    before = LANES[: LANES.index(lane)]
    return _margin() + sum(other.width + _LANE_GAP for other in before) + lane.width / 2


def _margin() -> float:
    return (WIDTH - sum(lane.width for lane in LANES) - _LANE_GAP * (len(LANES) - 1)) / 2


def _gutters() -> Iterator[float]:
    for lane in LANES:
        left = _middle(lane) - lane.width / 2
        if lane is not LANES[0]:
            yield left - _LANE_GAP / 2
        for place in range(1, lane.size):
            yield left + (PILL_WIDTH + _INNER_GAP) * place - _INNER_GAP / 2
