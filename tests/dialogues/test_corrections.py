"""A correction replaces what was wrong and keeps the rest of the question."""

from __future__ import annotations

import pytest

SUBJECT = {
    "the goal of a move": (
        ("can a pmo become a project manager", "transition/pmo/project_manager"),
        ("no, i meant programme manager", "transition/pmo/program_manager"),
    ),
    "the start of a move": (
        ("can a pmo analyst become a project manager", "transition/pmo_analyst/project_manager"),
        ("sorry, i am a coordinator", "transition/project_coordinator/project_manager"),
        ("and how long would that take", "transition/project_coordinator/project_manager"),
    ),
    "this, not that": (
        ("what does the csm cost", "credential/csm/cost"),
        ("sorry, psm not csm", "credential/psm/cost"),
    ),
    "not that, this": (
        ("what does the pmp cost", "credential/pmp/cost"),
        ("not the pmp, the pgmp", "credential/pgmp/cost"),
    ),
    "i said": (
        ("how long to study for the pmp", "credential/pmp/study_time"),
        ("i said capm, not pmp", "credential/capm/study_time"),
    ),
    "i mean, afterwards": (
        ("do i need the pmp", "credential/pmp/need"),
        ("pgmp i mean", "credential/pgmp/need"),
    ),
    "a longer name": (
        ("what is the prince2 exam like", "credential/prince2/exam"),
        ("i mean prince2 agile", "credential/prince2_agile/exam"),
    ),
    "a shorter name": (
        ("what does a pmo manager earn", "role/pmo_manager/salary"),
        ("oops, i meant the director", "role/pmo_director/salary"),
    ),
    "product, not project": (
        ("what does a project manager earn", "role/project_manager/salary"),
        ("no, i meant a product manager", "role/product_manager/salary"),
        ("and how do i become one", "role/product_manager/entry"),
    ),
    "correction with a colon": (
        ("what does a product owner do", "role/product_owner/duties"),
        ("correction: product manager", "role/product_manager/duties"),
        ("and their pay", "role/product_manager/salary"),
    ),
    "wrong": (
        ("what does a scrum master earn", "role/scrum_master/salary"),
        ("wrong, agile coach", "role/agile_coach/salary"),
    ),
    "one of two": (
        ("pmp or capm", "compare/capm/pmp"),
        ("no, pmp or prince2", "compare/pmp/prince2"),
    ),
}

ASPECT = {
    "no i meant": (
        ("what does a pmo analyst do", "role/pmo_analyst/duties"),
        ("no i meant what do they earn", "role/pmo_analyst/salary"),
    ),
    "not this, that": (
        ("what does the capm cost", "credential/capm/cost"),
        ("not the cost, the exam", "credential/capm/exam"),
    ),
    "first a complaint": (
        ("what does the pmp cost", "credential/pmp/cost"),
        ("that is not what i asked", "smalltalk/deny | smalltalk/insult | clarify"),
        ("i asked how long it is valid", "credential/pmp/renewal"),
    ),
}

DIRECTION = {
    "the other way round": (
        ("can a project manager become a pmo", "transition/project_manager/pmo"),
        ("the other way round", "transition/pmo/project_manager"),
        ("and how long does that take", "transition/pmo/project_manager"),
    ),
    "the other way round, with names": (
        ("can a project manager become a pmo", "transition/project_manager/pmo"),
        ("no, other way round: pmo to pm", "transition/pmo/project_manager"),
    ),
    "vice versa": (
        ("from scrum master to product owner, possible?", "transition/scrum_master/product_owner"),
        ("and vice versa?", "transition/product_owner/scrum_master"),
    ),
}


@pytest.mark.parametrize("name", SUBJECT)
def test_another_subject_keeps_what_was_asked(talk, name):
    talk.goes(*SUBJECT[name])


@pytest.mark.parametrize("name", ASPECT)
def test_another_question_keeps_the_subject(talk, name):
    talk.goes(*ASPECT[name])


@pytest.mark.parametrize("name", DIRECTION)
def test_a_move_is_turned_round(talk, name):
    talk.goes(*DIRECTION[name])
