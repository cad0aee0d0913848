from __future__ import annotations

from bot.careermap.view import moves_up, near_moves, subtitle, title, view_of
from bot.knowledge.loader import load
from tests.conftest import move

WAY = ("painter", "sculptor", "curator")


def test_the_ends_of_a_path_are_place_and_goal(small):
    view = view_of(small, path=WAY)
    assert (view.place, view.goal, view.steps) == ("painter", "curator", (WAY[:2], WAY[1:]))


def test_names_that_are_no_role_leave_no_mark(small):
    assert view_of(small, "plumber", "astronaut", ("painter", "plumber")) == view_of(small)


def test_a_path_with_a_step_that_nobody_wrote_is_left_out(small):
    assert view_of(small, "painter", "curator", ("painter", "curator")).path == ()


def test_heading_names_what_is_shown(small):
    headings = {
        (None, None): "The career map",
        ("painter", None): "From painter on",
        (None, "curator"): "Ways to curator",
        ("painter", "curator"): "From painter to curator",
        ("outside", "curator"): "From another job to curator",
        ("painter", "painter"): "From painter on",
    }
    assert {ends: title(view_of(small, *ends), small) for ends in headings} == headings


def test_the_time_of_the_path_is_added_up_and_called_an_estimate(small):
    assert subtitle(view_of(small, path=WAY), small) == "2 steps, 2 to 4 years by our estimate"
    assert subtitle(view_of(small, path=WAY[:2]), small) == "1 step, 1 to 2 years by our estimate"
    assert subtitle(view_of(small), small) == "Higher up means more responsibility"


def test_moves_near_the_person_are_the_usual_ones_or_else_the_possible(files, write):
    files["roles/curator.yml"]["level"] = 5
    files["roles/sculptor.yml"]["level"] = 4
    files["transitions/painter.yml"]["to"]["curator"] = move("Perhaps.", verdict="possible")
    knowledge = load(write())
    assert moves_up(knowledge) == [("painter", "sculptor"), ("sculptor", "curator")]
    assert near_moves(view_of(knowledge, "painter"), knowledge) == [("painter", "sculptor")]
    assert near_moves(view_of(knowledge, None, "curator"), knowledge) == [("sculptor", "curator")]
    files["transitions/painter.yml"]["to"]["sculptor"] = move("Rarely.", verdict="rare")
    knowledge = load(write())
    assert near_moves(view_of(knowledge, "painter"), knowledge) == [("painter", "curator")]


def test_no_move_is_near_when_the_path_says_it_all(small):
    assert near_moves(view_of(small, path=WAY), small) == []
