from __future__ import annotations

from bot.knowledge.graph import CareerGraph
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
