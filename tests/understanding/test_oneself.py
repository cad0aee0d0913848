from __future__ import annotations

import pytest

from bot.understanding.context import Context
from bot.understanding.oneself import tells_profession, wants
from tests.understanding.talks import talk

IN_TALK = talk("role/project_manager/overview")


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("im a teacher", Context(), True),
        ("ex nurse here", Context(), True),
        ("i'm a nurse, what do nurses earn", Context(), False),
        ("i'm a nurse, would that work", IN_TALK, True),
        ("what do nurses earn", IN_TALK, False),
        ("i'm bored", IN_TALK, False),
    ],
)
def test_who_says_what_they_are_is_heard(read, text, context, expected):
    assert tells_profession(read(text), context) is expected


def test_what_they_are_is_the_start_of_a_move(ask):
    resolution = ask("im a teacher", "out_of_scope_other_career")
    assert (str(resolution.id), resolution.profession) == ("transition/outside/project_manager", "teacher")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i want to leave my pm job", True),
        ("just finished engineering, i'd like to run projects", True),
        ("i'm thinking of the pmo", True),
        ("i have 3 years as a pm", False),
        ("they want me to have a degree", False),
    ],
)
def test_who_wants_something_is_heard(text, expected):
    assert wants(text) is expected
