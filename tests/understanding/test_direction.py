from __future__ import annotations

import pytest

from bot.understanding.mentions import MentionFinder

FINDER = MentionFinder(
    [
        ("pmo", "role", "pmo"),
        ("pm", "role", "project_manager"),
        ("project manager", "role", "project_manager"),
        ("project coordinator", "role", "project_coordinator"),
        ("scrum master", "role", "scrum_master"),
        ("agile coach", "role", "agile_coach"),
        ("business analyst", "role", "business_analyst"),
        ("coo", "role", "chief_operating_officer"),
        ("teacher", "profession", "teacher"),
    ]
)


@pytest.mark.parametrize(
    ("text", "start", "goal"),
    [
        ("can PMO become PM", "pmo", "project_manager"),
        ("can a project manager become a pmo", "project_manager", "pmo"),
        ("become a project manager from a pmo", "pmo", "project_manager"),
        ("from pmo to pm", "pmo", "project_manager"),
        ("pmo -> pm", "pmo", "project_manager"),
        ("3 yrs in a pmo and want pm", "pmo", "project_manager"),
        (
            "I'm a business analyst but would like to become a project manager",
            "business_analyst",
            "project_manager",
        ),
        ("could a pmo end up as COO", "pmo", "chief_operating_officer"),
        ("why would a project manager go to pmo", "project_manager", "pmo"),
        ("to become an agile coach do i need to be a scrum master first", "scrum_master", "agile_coach"),
        ("do you have to be a scrum master before getting into agile coach", "scrum_master", "agile_coach"),
        ("teachers becoming project managers", "teacher", "project_manager"),
        ("took a job in the pmo hoping to get into pm later", "pmo", "project_manager"),
        ("PM since 2019. would they take me as a scrum master", "project_manager", "scrum_master"),
        ("scrum master for 6 years, i fancy agile coach", "scrum_master", "agile_coach"),
        ("been a scrum master for ages, how to become a pm", "scrum_master", "project_manager"),
    ],
)
def test_both_ends_are_told_apart(text, start, goal):
    found = {mention.direction: mention.name for mention in FINDER.find(text)}
    assert found == {"from": start, "to": goal}


def test_two_roles_are_a_pair_beside_a_profession():
    found = FINDER.find("scrum master in a school, ex teacher, i want to be a project manager")
    assert [(mention.name, mention.direction) for mention in found if mention.kind == "role"] == [
        ("scrum_master", "from"),
        ("project_manager", "to"),
    ]


@pytest.mark.parametrize(
    "text", ["pmo or project manager", "is a scrum master just a project manager", "pm vs coo"]
)
def test_a_comparison_has_no_direction(text):
    assert {mention.direction for mention in FINDER.find(text)} == {None}


@pytest.mark.parametrize(
    ("text", "direction"),
    [("how do i become a scrum master", "to"), ("i am a project coordinator, what next", "from")],
)
def test_one_name_can_show_a_direction(text, direction):
    assert [mention.direction for mention in FINDER.find(text)] == [direction]
