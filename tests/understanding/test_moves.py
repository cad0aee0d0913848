from __future__ import annotations

from dataclasses import replace

import pytest

from bot.profile.person import Person
from bot.understanding.context import Context
from bot.understanding.moves import is_move, move_asked, move_pointed_at, way
from tests.understanding.talks import talk

TEACHER = Context(profession="teacher")
TWO_ROLES = talk("role/scrum_master/salary", "role/product_owner/salary")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can a pmo become a pm", True),
        ("pmo -> pm", True),
        ("from pmo to pm", True),
        ("what does a pm earn", False),
        ("pmo or pm", False),
    ],
)
def test_words_of_moving(text, expected):
    assert is_move(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can PMO become PM", "transition/pmo/project_manager"),
        ("from pmo into project management", "transition/pmo/project_manager"),
        ("from teacher to scrum master", "transition/outside/scrum_master"),
        ("become a scrum master", "None"),
        ("from pmo", "None"),
        ("scrum master -> scrum master", "None"),
    ],
)
def test_both_ends_in_words(read, text, expected):
    assert str(way(read(text))) == expected


@pytest.mark.parametrize(("asides", "expected"), [(1, "transition/outside/scrum_master"), (4, "None")])
def test_a_profession_somewhere_in_a_long_story_is_no_start(read, asides, expected):
    story = "one sister teaches, teacher and nurse " + "and likes it a lot " * asides
    assert str(way(read(f"{story}; how to become a scrum master"))) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("pmo project manager", Context(), "transition/pmo/project_manager"),
        ("how do i become a program manager", Context(), "role/program_manager/entry"),
        ("where can i go from project coordinator", Context(), "role/project_coordinator/next_steps"),
        ("can a teacher do it", Context(), "transition/outside/project_manager"),
        ("can i become a scrum master", TEACHER, "transition/outside/scrum_master"),
        ("can i become that", TEACHER, "transition/outside/project_manager"),
        # The talk gives the start, or the whole move, or the role to get into.
        ("and to become a scrum master", talk("transition/pmo/project_manager"), "transition/pmo/scrum_master"),
        ("to scrum master from there", talk("role/pmo/overview"), "transition/pmo/scrum_master"),
        ("how long would that take", talk("transition/pmo/project_manager"), "transition/pmo/project_manager"),
        ("how do i get there", talk("role/pmo/overview"), "role/pmo/entry"),
        ("how do i switch", Context(), "topic/career_change"),
    ],
)  # fmt: skip
def test_which_move_is_asked(knowledge, read, text, context, expected):
    assert str(move_asked(read(text), context, knowledge)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can i go from the first to the second", "transition/scrum_master/product_owner"),
        ("from the second one to the first", "transition/product_owner/scrum_master"),
        ("from the latter to the former", "transition/product_owner/scrum_master"),
        ("is the first better", "None"),
    ],
)
def test_a_move_between_the_two_of_the_talk(knowledge, read, text, expected):
    assert str(move_pointed_at(read(text), TWO_ROLES, knowledge)) == expected


@pytest.mark.parametrize(
    "context",
    [replace(TWO_ROLES, listed=()), talk("credential/pmp/cost", "credential/capm/cost"), Context()],
)
def test_pointing_needs_two_roles_side_by_side(knowledge, ask, read, context):
    text = "from the first to the second"
    assert move_pointed_at(read(text), context, knowledge) is None
    assert knowledge.can_answer(ask(text, "transition", context=context).id)


def test_a_move_begins_at_the_role_that_the_person_said_to_have(read, knowledge):
    analyst = Context(person=Person(role="business_analyst"))
    for text in ("maybe product manager, how would i do that", "how do i become a product manager"):
        asked = str(move_asked(read(text, "transition"), analyst, knowledge))
        assert asked == "transition/business_analyst/product_manager"
    assert str(move_asked(read("how to become a business analyst"), analyst, knowledge)) == (
        "role/business_analyst/entry"
    )
