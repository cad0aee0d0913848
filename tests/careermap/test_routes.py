from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.careermap.layout import PILL_HEIGHT, PILL_WIDTH, WIDTH, layout
from bot.careermap.routes import route
from bot.careermap.view import moves_up

LOW, HIGH, BETWEEN = (60.0, 100.0), (60.0, 400.0), (60.0, 250.0)


def crosses(line, pill):
    return any(
        abs(x - pill[0]) < PILL_WIDTH / 2 and abs(y - pill[1]) < PILL_HEIGHT / 2 for x, y in line.sampled()
    )


def test_a_free_way_is_straight():
    line = route(LOW, HIGH, [])
    assert {x for x, _ in line.sampled()} == {60.0}


def test_a_pill_in_the_way_is_passed_through_the_gutter():
    line = route(LOW, HIGH, [BETWEEN], gutters=[110.0])
    assert not crosses(line, BETWEEN)
    assert (110.0, 250.0) in [(x, round(y)) for x, y in line.sampled()]


def test_a_way_down_leaves_below_and_arrives_from_above():
    line = route(HIGH, LOW, [BETWEEN], gutters=[110.0])
    assert line.points[0][1] < HIGH[1]
    assert line.points[-1][1] > LOW[1]
    assert not crosses(line, BETWEEN)


@given(st.tuples(st.floats(50, 340), st.floats(50, 900)), st.tuples(st.floats(50, 340), st.floats(50, 900)))
def test_a_line_is_in_one_piece_from_pill_to_pill(start, end):
    assume(abs(start[0] - end[0]) > PILL_WIDTH + 10 or abs(start[1] - end[1]) > PILL_HEIGHT + 40)
    strokes = list(route(start, end, [], gutters=[110.0]).strokes())
    assert all(before[-1] == after[0] for before, after in pairwise(strokes))
    for tip, pill in ((strokes[0][0], start), (strokes[-1][-1], end)):
        assert abs(tip[0] - pill[0]) <= PILL_WIDTH / 2 + 3
        assert abs(tip[1] - pill[1]) <= PILL_HEIGHT / 2 + 3


def test_no_shipped_move_is_drawn_over_a_role(knowledge):
    spots = layout(knowledge, outside=True).spots
    gutters = layout(knowledge, outside=True).gutters
    for start, goal in moves_up(knowledge):
        others = [spot for role, spot in spots.items() if role not in (start, goal)]
        line = route(spots[start], spots[goal], others, gutters)
        assert not any(crosses(line, other) for other in others), (start, goal)
        assert all(0 < x < WIDTH for x, _ in line.sampled())
