"""The career graph: roles joined by the written moves between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from bot.knowledge.base import Knowledge
from bot.knowledge.moves import Transition

# What a verdict adds to the length of a path, in months: a rare move is a detour even when it is quick.
_DETOUR = {"usual": 0, "possible": 12, "sideways": 12, "rare": 36, "step_back": 48}


@dataclass(frozen=True)
class Path:
    """A computed way from one role to another over written moves. ``stops`` holds both ends."""

    stops: tuple[str, ...]
    moves: tuple[Transition, ...]

    @property
    def months(self) -> tuple[int, int]:
        """Return the least and the most time in months: the sums over all moves."""
        return sum(move.months.least for move in self.moves), sum(move.months.most for move in self.moves)

    @property
    def cost(self) -> float:
        """Return the length by which ways are compared: typical months, detours counted."""
        return sum(_cost(move) for move in self.moves)


class CareerGraph:
    """Finds the best way between roles. The best is the shortest in typical time, detours counted."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._graph: nx.DiGraph = nx.DiGraph()
        self._graph.add_nodes_from(knowledge.roles)
        for (start, goal), move in knowledge.transitions.items():
            self._graph.add_edge(start, goal, move=move, cost=_cost(move))

    def path(self, start: str, goal: str) -> Path | None:
        """Return the best way from ``start`` to ``goal``, or None when no written moves lead there."""
        try:
            stops = nx.shortest_path(self._graph, start, goal, weight="cost")
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            return None
        moves = tuple(self._graph.edges[pair]["move"] for pair in pairwise(stops))
        return Path(tuple(stops), moves)


def _cost(move: Transition) -> float:
    return 1 + (move.months.least + move.months.most) / 2 + _DETOUR[move.verdict]
