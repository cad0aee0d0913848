from __future__ import annotations

import pytest

from bot.understanding.context import Context
from tests.understanding.talks import talk

TWO = talk("credential/pmp/study_time", "credential/pmi_acp/study_time")


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("how many questions in the first one", "exam", "credential/pmp/exam"),
        ("how many questions in the second one", "exam", "credential/pmi_acp/exam"),
        ("price of the latter?", "cost", "credential/pmi_acp/cost"),
        # Nothing is asked but which: the aspect of the talk is kept.
        ("what about the other one", "overview", "credential/pmp/study_time"),
        ("the first one?", "smalltalk_affirm", "credential/pmp/study_time"),
        # An intent that is no aspect leaves the aspect of the talk, too.
        ("does the first one need it", "topic_masters", "credential/pmp/study_time"),
    ],
)
def test_pointing_at_what_stood_side_by_side(ask, text, intent, expected):
    resolution = ask(text, intent, context=TWO)
    assert str(resolution.id) == expected
    assert resolution.named == ("pmp", "pmi_acp")


def test_without_anything_listed_nothing_is_pointed_at(ask):
    assert str(ask("the first one", "smalltalk_deny", context=Context()).id) == "smalltalk/deny"


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (talk("role/scrum_master/salary"), "role/agile_coach/salary"),
        (Context(), "role/agile_coach/duties"),  # a soft start needs a talk
    ],
)
def test_a_soft_start_keeps_the_aspect(ask, context, expected):
    assert str(ask("and agile coaches, just curious", "duties", context=context).id) == expected


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("realistic from project manager?", "role/chief_operating_officer/entry",
         "transition/project_manager/chief_operating_officer"),
        ("and from scrum master", "transition/project_manager/agile_coach", "transition/scrum_master/agile_coach"),
        # The way on is another question, and so is the role that the talk is about.
        ("where next from project manager", "role/chief_operating_officer/entry", "role/project_manager/next_steps"),
        ("possible from project manager?", "role/project_manager/entry", "role/project_manager/next_steps"),
        ("doable from project manager?", "credential/pmp/need", "role/project_manager/next_steps"),
    ],
)  # fmt: skip
def test_from_another_role_to_the_one_of_the_talk(ask, text, last, expected):
    assert str(ask(text, "next_steps", context=talk(last)).id) == expected


def test_what_is_x_is_a_question_of_its_own(ask):
    assert str(ask("what is a pmo", context=talk("compare/pmp/prince2")).id) == "role/pmo/overview"


def test_names_alone_do_not_lean_on_small_talk(ask):
    context = talk("credential/pmp/cost", "smalltalk/thanks")
    assert str(ask("and capm?", context=context).id) == "credential/capm/cost"
