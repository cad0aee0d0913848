from __future__ import annotations

import pytest

from bot.understanding.returning import aspect_returned_to, is_return, returned_to
from tests.understanding.talks import talk

TALK = talk("transition/pmo/project_manager", "compare/capm/pmp", "topic/masters")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("back to the pmp", True),
        ("about that salary thing again", True),
        ("going back to work", True),
        ("i want my job back", False),
    ],
)
def test_a_return_is_heard(text, expected):
    assert is_return(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ok back to those two", "compare/capm/pmp"),
        ("back to the comparison", "compare/capm/pmp"),
        ("back to that move, is it hard", "transition/pmo/project_manager"),
        ("back to the switch from pmo", "transition/pmo/project_manager"),
        ("back to the switch to scrum master", "None"),
        ("back to the pmp", "None"),
        ("is that move hard", "None"),
    ],
)
def test_the_earlier_answer_is_found(read, text, expected):
    assert str(returned_to(read(text), TALK)) == expected


def test_going_back_forgets_what_was_asked_last(ask):
    context = talk("credential/pmp/exam", "credential/capm/cost")
    assert str(ask("back to the pmp", context=context).id) == "credential/pmp/overview"


def test_without_such_an_answer_there_is_nothing_to_go_back_to(read):
    assert returned_to(read("back to those two"), talk("topic/masters")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("back to pay, and for a product owner?", "role/product_owner/salary"),
        ("ok back to the fees, what about the capm", "credential/capm/cost"),
        ("back to the exam. psm?", "credential/psm/exam"),
    ],
)
def test_an_aspect_is_gone_back_to_for_another_subject(ask, text, expected):
    assert str(ask(text, "overview", context=talk("topic/ai_impact")).id) == expected


def test_going_back_to_an_aspect_of_nothing_named_is_left_to_the_rest():
    assert aspect_returned_to("back to the pmp") is None
