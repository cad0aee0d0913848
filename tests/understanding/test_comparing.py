from __future__ import annotations

import pytest

from bot.understanding.comparing import (
    angle,
    compares_the_last_two,
    comparison_asked,
    comparison_in_words,
    is_against,
    is_less_or_more,
)
from bot.understanding.context import Context
from tests.understanding.talks import talk

TWO = talk("role/product_owner/salary", "role/scrum_master/salary")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("which is easier", "easier"),
        ("who earns more", "pay"),
        ("is it a promotion", "seniority"),
        ("the cheaper one", "cost"),
        ("which is quicker", "time"),
        ("which comes first", "first"),
        ("which should i choose", "better"),
        ("tell me about both", None),
    ],
)
def test_what_two_things_are_compared_for(text, expected):
    assert angle(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("which pays more", True),
        ("so which of those two", True),
        ("which one is harder", True),
        ("what's the difference", True),
        ("both?", True),
        ("what is the difference for pmos", False),
        ("which one", False),
    ],
)
def test_two_things_of_the_talk_may_be_compared_without_names(text, expected):
    assert compares_the_last_two(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("vs the pmi-acp", True), ("compared to csm?", True), ("pmp vs csm", False)]
)
def test_a_name_set_against_the_talk(text, expected):
    assert is_against(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ipma or pmp in germany", "compare/ipma/pmp"),
        ("difference between pm and pmo", "compare/pmo/project_manager"),
        ("how does csm differ for a scrum master from psm", "compare/csm/psm"),
        ("pmp after capm", "None"),
        ("pmp or capm or csm", "None"),
        ("pmp or scrum master", "None"),
    ],
)
def test_two_names_joined_in_words(read, text, expected):
    assert str(comparison_in_words(read(text))) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("pmp capm", Context(), "compare/capm/pmp"),
        ("pmp capm and a scrum master", Context(), "compare/capm/pmp"),
        ("which is better", TWO, "compare/product_owner/scrum_master"),
        ("which is better", Context(), "None"),
        # One name is compared with the newest of its kind, else asked about alone.
        ("better than agile coach", TWO, "compare/agile_coach/scrum_master"),
        ("is csm better", TWO, "credential/csm/need"),
        ("csm then", TWO, "credential/csm/overview"),
        ("is a pmo better", Context(), "role/pmo/overview"),
    ],
)
def test_which_comparison_is_asked(knowledge, read, text, context, expected):
    assert str(comparison_asked(read(text), context, knowledge)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do they earn more than a PM", True),
        ("is it harder than the capm", True),
        ("more than a PM", False),
        ("do they earn more than a nurse", False),
        ("is the pmp harder than the capm", False),
        ("rather than that, a PM", False),
    ],
)
def test_a_pronoun_is_set_against_the_one_name(read, text, expected):
    assert is_less_or_more(read(text)) is expected


def test_what_is_less_or_more_is_compared_with_the_talk(ask):
    context = talk("role/business_analyst/duties")
    assert str(ask("do they earn more than a PM", "salary", context=context).id) == (
        "compare/business_analyst/project_manager"
    )
    assert str(ask("do they earn more than a PM", "salary").id) == "role/project_manager/salary"
