"""After another subject the talk finds its way back."""

from __future__ import annotations

import pytest

BACK = {
    "to a certificate, with a question": (
        ("what does the pmp cost", "credential/pmp/cost"),
        ("what does a scrum master earn", "role/scrum_master/salary"),
        ("back to the pmp, what is the fee", "credential/pmp/cost"),
    ),
    "to a certificate, by its name alone": (
        ("what does the pmp cost", "credential/pmp/cost"),
        ("what does a scrum master earn", "role/scrum_master/salary"),
        ("back to the pmp", "credential/pmp/*"),
        ("and does it expire", "credential/pmp/renewal"),
    ),
    "to a certificate, politely": (
        ("what is the exam of the capm like", "credential/capm/exam"),
        ("what does a scrum master do", "role/scrum_master/duties"),
        ("earlier you said something about the capm, how long do i study", "credential/capm/study_time"),
    ),
    "to a role": (
        ("what does a product owner earn", "role/product_owner/salary"),
        ("is the csm worth it", "credential/csm/need"),
        ("returning to the product owner, how do i become one", "role/product_owner/entry"),
    ),
    "to two things": (
        ("pmp or capm, which is better", "compare/capm/pmp"),
        ("what is a pmo", "topic/pmo_definition | role/pmo/overview"),
        ("ok back to those two, which is cheaper", "compare/capm/pmp"),
    ),
    "to two things, past a third of their kind": (
        ("csm or psm", "compare/csm/psm"),
        ("what does the pmp cost", "credential/pmp/cost"),
        ("back to those two scrum ones, which is easier", "compare/csm/psm"),
    ),
    "to a move": (
        ("can a pmo become a pm", "transition/pmo/project_manager"),
        ("what does the pmp cost", "credential/pmp/cost"),
        ("ok and back to that move, how long does it take", "transition/pmo/project_manager"),
    ),
    "to a topic": (
        ("will ai take my job", "topic/ai_impact"),
        ("what does a pmo analyst earn", "role/pmo_analyst/salary"),
        ("back to ai, which tasks go first", "topic/ai_impact"),
    ),
    "to a topic's subject": (
        ("should i join a pmo", "topic/should_i_join_pmo"),
        ("what does the csm cost", "credential/csm/cost"),
        ("back to the pmo thing, what do people earn there", "role/pmo/salary"),
    ),
    "to what was asked": (
        ("what does a scrum master earn", "role/scrum_master/salary"),
        ("will ai take my job", "topic/ai_impact"),
        ("back to pay, and for a product owner?", "role/product_owner/salary"),
    ),
}


@pytest.mark.parametrize("name", BACK)
def test_the_talk_returns(talk, name):
    talk.goes(*BACK[name])
