from __future__ import annotations

import pytest

from bot.answer_id import AnswerId, compare


@pytest.mark.parametrize(
    "text",
    ["credential/pmp/cost", "role/pmo/next_steps", "transition/pmo/project_manager", "compare/capm/pmp",
     "topic/no_degree", "smalltalk/greet", "out_of_scope/method", "clarify", "tool/eligibility/pmp"],
)  # fmt: skip
def test_an_id_is_written_as_it_is_read(text):
    assert str(AnswerId.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "starts with"),
        ("price/pmp", "starts with 'price'"),
        ("credential/pmp", "should have 2 names"),
        ("topic/", "should have 1 names"),
        ("credential/pmp/price", "ends with 'price'"),
        ("smalltalk/shout", "ends with 'shout'"),
        ("compare/pmp/capm", "alphabetical order: compare/capm/pmp"),
        ("tool", "should have a name"),
    ],
)
def test_a_wrong_id_says_what_is_wrong(text, message):
    with pytest.raises(ValueError, match=message):
        AnswerId.parse(text)


def test_a_comparison_has_one_id_in_both_orders():
    assert compare("pmp", "capm") == compare("capm", "pmp") == AnswerId("compare", ("capm", "pmp"))
