from __future__ import annotations

from itertools import combinations

import pytest

from bot.careermap.layout import PILL_HEIGHT, PILL_WIDTH, WIDTH, layout
from bot.knowledge.loader import load
from tests.conftest import role


@pytest.fixture(scope="module")
def shipped(knowledge):
    return layout(knowledge, outside=True)


def test_every_role_has_a_spot_within_the_picture(shipped, knowledge):
    assert set(shipped.spots) == {*knowledge.roles, "outside"}
    for x, y in shipped.spots.values():
        assert PILL_WIDTH / 2 <= x <= WIDTH - PILL_WIDTH / 2
        assert PILL_HEIGHT / 2 <= y <= shipped.top


def test_no_pill_touches_another(shipped):
    for (x1, y1), (x2, y2) in combinations(shipped.spots.values(), 2):
        assert abs(x1 - x2) > PILL_WIDTH or abs(y1 - y2) > PILL_HEIGHT


def test_a_higher_level_stands_higher(shipped, knowledge):
    for a, b in combinations(knowledge.roles, 2):
        low, high = sorted((a, b), key=lambda name: knowledge.roles[name].level)
        if knowledge.roles[low].level < knowledge.roles[high].level:
            assert shipped.spots[low][1] < shipped.spots[high][1]
    assert all(shipped.spots["outside"][1] < shipped.spots[name][1] for name in knowledge.roles)


def test_gutters_run_between_the_pills(shipped):
    lanes = {x for x, _ in shipped.spots.values()}
    assert len(shipped.gutters) == 3
    left, _, right = shipped.gutters
    for gutter in (left, right):
        assert all(abs(gutter - x) > PILL_WIDTH / 2 for x in lanes)


def test_one_more_role_is_placed_by_itself(files, write):
    before = layout(load(write())).spots
    files["roles/framer.yml"] = role("framer", level=5, family="pmo")
    after = layout(load(write())).spots
    assert after["framer"][0] < after["painter"][0]
    assert after["framer"][1] > after["painter"][1]
    assert {name: after[name] for name in before} == before


def test_roles_of_one_level_stand_side_by_side(small):
    spots = layout(small).spots
    assert len({x for x, _ in spots.values()}) == 3
    assert len({y for _, y in spots.values()}) == 2
