from __future__ import annotations

import pytest

from bot.answer_id import AnswerId
from bot.understanding.context import Context
from bot.understanding.settled import settled


@pytest.mark.parametrize(
    ("text", "answer", "angle", "aspect"),
    [
        ("which is easier", "compare/capm/pmp", "easier", "compare"),
        ("is it easier", "credential/capm/exam", None, "exam"),
    ],
)
def test_a_comparison_keeps_what_it_is_for(read, text, answer, angle, aspect):
    found = settled(AnswerId.parse(answer), 0.7, "said so", read(text), Context())
    assert (found.angle, found.aspect, found.confidence, found.reason) == (angle, aspect, 0.7, "said so")


@pytest.mark.parametrize(
    ("text", "expected"), [("can a nurse do it", "nurse"), ("can i do it", "teacher"), ("nurses, not teachers", "nurse")]
)  # fmt: skip
def test_a_profession_that_is_named_wins_over_that_of_the_talk(read, text, expected):
    answer = AnswerId("transition", ("outside", "pmo"))
    assert settled(answer, 1.0, "", read(text), Context(profession="teacher")).profession == expected
