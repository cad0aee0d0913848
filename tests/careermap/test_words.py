from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.careermap.maps import Maps
from bot.careermap.words import TEXT_WIDTH, alt_text, text_map
from bot.knowledge.base import OUTSIDE
from bot.knowledge.loader import load

SHIPPED = load()
MAPS = Maps(SHIPPED)
ENDS = st.one_of(st.none(), st.sampled_from([*SHIPPED.roles, OUTSIDE, "nonsense"]))


def test_alt_text_says_place_goal_path_and_time():
    text = MAPS.alt_text("pmo_analyst", "chief_operating_officer")
    assert "You are here: PMO analyst (level 2)." in text
    assert "Your goal: COO (level 9)." in text
    assert (
        "Your path takes 7 to 20 years by our estimate: 1. PMO manager, 2 to 5 years; 2. PMO director" in text
    )


def test_alt_text_of_the_plain_map_names_every_role():
    text = MAPS.alt_text(None, None)
    assert all(str(role.short) in text for role in SHIPPED.roles.values())


def test_alt_text_tells_the_moves_near_a_place_or_goal():
    assert "Moves up from there: Project manager to PMO manager" in MAPS.alt_text("project_manager", None)
    assert "Moves that lead to it: Business analyst to Scrum master" in MAPS.alt_text(None, "scrum_master")


@given(ENDS, ENDS)
def test_the_text_map_fits_the_terminal_and_shows_every_role(place, goal):
    text = MAPS.text(place, goal)
    assert max(len(line) for line in text.splitlines()) <= TEXT_WIDTH
    assert all(str(role.short) in text for role in SHIPPED.roles.values())
    assert not any(line != line.rstrip() for line in text.splitlines())


@given(ENDS, ENDS)
def test_both_say_where_the_person_is_and_wants_to_be(place, goal):
    alt, text = MAPS.alt_text(place, goal), MAPS.text(place, goal)
    assert ("You are here" in alt) == ("you are here" in text) == (place not in (None, "nonsense"))
    wanted = goal in SHIPPED.roles and goal != place
    assert ("Your goal" in alt) == ("your goal" in text) == wanted


def test_stops_are_numbered_on_the_map_and_below_it():
    lines = MAPS.text("pmo_analyst", "chief_operating_officer").splitlines()
    assert " 6 | 1) PMO manager    | Consultant               | Agile coach" in lines
    assert " 2 | ** PMO analyst    | Coordinator              |" in lines
    assert lines[-3:] == [
        "1) PMO manager, 2 to 5 years",
        "2) PMO director, 2 to 7 years",
        "3) COO, 3 to 8 years: your goal",
    ]


def test_a_long_name_is_cut_to_its_column(small, files, write):
    files["roles/curator.yml"]["short"] = "Curator of everything that anybody ever painted"
    text = text_map(load(write()), "painter")
    assert "Curator of everything..." in text
    assert max(map(len, text.splitlines())) <= TEXT_WIDTH


@pytest.mark.parametrize("path", [("painter", "curator"), ("painter", "plumber"), ("painter",)])
def test_a_path_that_cannot_be_walked_is_not_told(small, path):
    assert "Your path" not in alt_text(small, path=path)
