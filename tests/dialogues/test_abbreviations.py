"""Short forms mean what the words around them make of them."""

from __future__ import annotations

import pytest

MEANT = {
    # PM: project, product or programme manager, or the head of a government
    "what does a PM earn": "role/project_manager/salary",
    "senior PM salary": "role/senior_project_manager/salary",
    "IT PM salary": "role/it_project_manager/salary",
    "what does a product PM earn": "role/product_manager/salary",
    "programme PM salary": "role/program_manager/salary",
    "who is the PM of canada": "out_of_scope/unrelated",
    "what did the PM say in parliament": "out_of_scope/unrelated",
    "PM or PO, who decides": "compare/product_owner/project_manager | compare/product_manager/product_owner",
    "can you call me at 5 pm": "out_of_scope/* | smalltalk/human_handoff",
    # PO, BA, SM
    "PO salary": "role/product_owner/salary",
    "can a BA become a PO": "transition/business_analyst/product_owner",
    "is BA a step to PM": "transition/business_analyst/project_manager",
    "SM vs PO": "compare/product_owner/scrum_master",
    "how do i raise a PO in sap": "out_of_scope/*",
    "i have a BA in history, can i become a project manager": "topic/* | role/project_manager/entry | "
    "transition/outside/project_manager",
    # PgM, programme
    "PgM pay": "role/program_manager/salary",
    "what does PgMP cost": "credential/pgmp/cost",
    "is it hard to go from PMO to PgM": "transition/pmo/program_manager",
    "how do i get into programme management": "role/program_manager/entry",
    "project or programme manager, who earns more": "compare/program_manager/project_manager",
    # PMO and its other names
    "what does a project office do": "topic/pmo_functions | topic/pmo_definition | role/pmo/duties",
    "what do people in a project office earn": "role/pmo/salary",
    "PMO lead salary": "role/pmo_manager/salary",
    "head of project office salary": "role/pmo_manager/salary",
    "PMO of India": "out_of_scope/unrelated",
    "prime ministers office press release": "out_of_scope/unrelated",
    # job titles of some houses
    "scrum lord salary": "role/scrum_master/salary",
    "what does a delivery lead do": "role/delivery_manager/duties",
    # APM: assistant or associate project manager, or the association with its certificates
    "what does an APM earn": "role/assistant_project_manager/salary",
    "i work as an APM, how do i become a PM": "transition/assistant_project_manager/project_manager",
    "what are the duties of an APM on a building site": "role/assistant_project_manager/duties",
    "apm exam cost": "credential/apm/cost",
    "is APM recognised in the US": "credential/apm/need",
    "APM vs PMP": "compare/apm/pmp",
    # German words in English sentences
    "what does a Projektleiter earn": "role/project_manager/salary",
    "does a Projektmanager need the PMP": "credential/pmp/need",
    "what is a Projektmanagement-Büro": "topic/pmo_definition | role/pmo/overview",
    "Projektmanagement-Büro: what do people earn there": "role/pmo/salary",
    "from Projektassistenz to Projektleiter, how long": "transition/project_coordinator/project_manager | "
    "transition/project_administrator/project_manager | transition/assistant_project_manager/project_manager",
}

MADE_CLEAR = {
    "product": (
        ("what does a PM earn", "role/project_manager/salary"),
        ("i meant the product one", "role/product_manager/salary"),
    ),
    "programme": (
        ("what does a PM earn", "role/project_manager/salary"),
        ("no, programme", "role/program_manager/salary"),
        ("and how do i become one", "role/program_manager/entry"),
    ),
    "the job, not the association": (
        ("what is APM", "credential/apm/overview | role/assistant_project_manager/overview | clarify"),
        ("i mean assistant project manager", "role/assistant_project_manager/overview"),
        ("what do they earn", "role/assistant_project_manager/salary"),
    ),
    "short forms all the way": (
        ("PMO to PM?", "transition/pmo/project_manager"),
        ("or PgM?", "transition/pmo/program_manager"),
        ("SM vs PO", "compare/product_owner/scrum_master"),
        ("PMP fee", "credential/pmp/cost"),
        ("ACP?", "credential/pmi_acp/cost"),
    ),
}


@pytest.mark.parametrize("text", MEANT)
def test_a_short_form_is_read_from_the_words_around_it(talk, text):
    talk.goes((text, MEANT[text]))


@pytest.mark.parametrize("name", MADE_CLEAR)
def test_a_short_form_is_made_clear_afterwards(talk, name):
    talk.goes(*MADE_CLEAR[name])
