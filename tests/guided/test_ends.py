from __future__ import annotations

from dataclasses import replace

import pytest

from bot.guided.ends import credential_of, ends_of, goal_of
from bot.profile.person import Person
from bot.understanding.context import Context
from bot.understanding.question import Question

MOVE = Context(history=("transition/pmo_analyst/project_manager",))
AWAY = Context(history=("transition/project_manager/outside",))
KNOWN = Context(person=Person(role="scrum_master", goal="product_owner"))
TO_PMP = Context(person=Person(role="scrum_master", goal="pmp"))


def question(parts, text):
    return Question(text, mentions=tuple(parts[1].find(text)))


@pytest.mark.parametrize(
    ("text", "context", "goal"),
    [
        ("from pmo analyst to coo", KNOWN, "chief_operating_officer"),
        ("pmp", KNOWN, "pmp"),
        ("", KNOWN, "product_owner"),
        ("", MOVE, "project_manager"),
        ("", AWAY, None),
        ("", Context(), None),
    ],
)
def test_where_a_plan_leads(parts, text, context, goal):
    assert goal_of(question(parts, text), context) == goal


@pytest.mark.parametrize(
    ("text", "context", "ends"),
    [
        ("from pmo analyst to coo", KNOWN, ("pmo_analyst", "chief_operating_officer")),
        ("coo", KNOWN, ("scrum_master", "chief_operating_officer")),
        ("from pmo analyst", KNOWN, ("pmo_analyst", "product_owner")),
        ("", KNOWN, ("scrum_master", "product_owner")),
        ("", TO_PMP, ("scrum_master", None)),
        ("", MOVE, ("pmo_analyst", "project_manager")),
        ("", replace(MOVE, person=Person(role="scrum_master")), ("scrum_master", "project_manager")),
        ("", AWAY, ("project_manager", None)),
        ("", Context(), (None, None)),
    ],
)
def test_what_a_map_marks(parts, knowledge, text, context, ends):
    assert ends_of(question(parts, text), context, knowledge) == ends


def test_a_credential_is_named_or_talked_about(parts, knowledge):
    context = Context(subjects=("capm", "project_manager"))
    assert credential_of(question(parts, "pmp"), context, knowledge) == "pmp"
    assert credential_of(question(parts, "it"), context, knowledge) == "capm"
