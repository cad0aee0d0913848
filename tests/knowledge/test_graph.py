from __future__ import annotations

import networkx as nx

from bot.knowledge.graph import CareerGraph, _cost
from bot.knowledge.loader import load
from tests.conftest import move


def test_path_adds_up_moves(small):
    path = CareerGraph(small).path("painter", "curator")
    assert path.stops == ("painter", "sculptor", "curator")
    assert path.months == (24, 48)


def test_no_way_is_none(small):
    graph = CareerGraph(small)
    assert graph.path("curator", "painter") is None
    assert graph.path("painter", "astronaut") is None


def test_a_rare_short_cut_loses_against_the_usual_way(files, write):
    files["transitions/painter.yml"]["to"]["curator"] = move(
        "Rarely.", verdict="rare", months={"least": 24, "most": 36, "basis": "x"}
    )
    assert CareerGraph(load(write())).path("painter", "curator").stops == ("painter", "sculptor", "curator")


def test_a_usual_direct_move_wins(files, write):
    files["transitions/painter.yml"]["to"]["curator"] = move("Directly.")
    assert CareerGraph(load(write())).path("painter", "curator").stops == ("painter", "curator")


def test_ways_are_compared_by_time_and_detours(small, files, write):
    graph = CareerGraph(small)
    assert graph.path("painter", "curator").cost == 2 * (1 + 18)
    files["transitions/painter.yml"]["to"]["sculptor"] = move("Rarely.", verdict="rare")
    assert CareerGraph(load(write())).path("painter", "sculptor").cost == 1 + 18 + 36


def test_every_way_of_the_shipped_graph_is_as_short_as_networkx_finds_it():
    knowledge = load()
    graph, known = CareerGraph(knowledge), nx.DiGraph()
    known.add_nodes_from(knowledge.roles)
    for (start, goal), written in knowledge.transitions.items():
        known.add_edge(start, goal, cost=_cost(written))
    lengths = dict(nx.all_pairs_dijkstra_path_length(known, weight="cost"))
    for start in known:
        for goal in known:
            path = graph.path(start, goal)
            assert (path.cost if path else None) == lengths[start].get(goal), (start, goal)
            assert path is None or (path.stops[0], path.stops[-1]) == (start, goal)


def test_of_equal_ways_the_one_with_fewer_moves_is_taken(files, write):
    files["transitions/painter.yml"]["to"]["curator"] = move(
        "Slowly.", months={"least": 36, "most": 38, "basis": "x"}
    )
    graph = CareerGraph(load(write()))
    assert graph.path("painter", "curator").cost == 38
    assert graph.path("painter", "curator").stops == ("painter", "curator")
