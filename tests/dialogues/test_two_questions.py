"""Two questions in one message: one is answered, the other is one button away."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import fits, offered

TWO = {
    "what does a pmo analyst earn and do i need a degree for it": (
        "role/pmo_analyst/salary",
        "topic/no_degree | topic/degree_choice | role/pmo_analyst/entry",
    ),
    "what does the pmp cost and does it expire": ("credential/pmp/cost", "credential/pmp/renewal"),
    "how hard is the capm exam and how long should i study": (
        "credential/capm/exam",
        "credential/capm/study_time",
    ),
    "what is a pmo and can i work there without experience": (
        "topic/pmo_definition | role/pmo/overview",
        "role/pmo/entry | role/pmo_analyst/entry | topic/should_i_join_pmo | topic/experience_without_title",
    ),
    "can a pmo become a project manager and do i need pmp for that": (
        "transition/pmo/project_manager",
        "credential/pmp/need | credential/pmp/eligibility",
    ),
    "what does a scrum master earn? and which certificate do i need?": (
        "role/scrum_master/salary",
        "topic/which_certification | credential/csm/* | credential/psm/* | compare/csm/psm",
    ),
    "will ai replace project managers and what about the job market": ("topic/ai_impact", "topic/job_market"),
    "is prince2 worth it? what does it cost?": ("credential/prince2/need", "credential/prince2/cost"),
    "what skills does a product owner need, and is it a job with a future?": (
        "role/product_owner/skills",
        "role/product_owner/outlook",
    ),
    "how do i become a scrum master and what do they earn": (
        "role/scrum_master/entry",
        "role/scrum_master/salary",
    ),
    "what does a pmo director do all day, also what comes after that job": (
        "role/pmo_director/duties",
        "role/pmo_director/next_steps",
    ),
}

SEVERAL = {
    "pmp, capm and prince2: what do they cost": {"pmp", "capm", "prince2"},
    "how long do i study for csm, psm and pmi-acp": {"csm", "psm", "pmi_acp"},
    "salary of scrum master, product owner and business analyst": {
        "scrum_master",
        "product_owner",
        "business_analyst",
    },
    "prince2 vs pmp vs apm": {"prince2", "pmp", "apm"},
}

ONE = {
    "what is the difference between the pmp and the capm": "compare/capm/pmp",
    "i have a degree and two years in a pmo, can i become a project manager": "transition/pmo/project_manager",
    "what does a scrum master do and what does a product owner do": "compare/product_owner/scrum_master | "
    "role/scrum_master/duties | role/product_owner/duties",
    "hi there, and thanks in advance: what does the capm cost": "credential/capm/cost",
}


@pytest.mark.parametrize("text", TWO)
def test_one_is_answered_and_the_other_offered(talk, text):
    """Either may be taken for the main one."""
    message = talk.say(text)
    answer, choices = message["answer"]["id"], offered(message)
    first, second = TWO[text]
    assert fits(answer, f"{first} | {second}")
    left = second if fits(answer, first) else first
    assert any(fits(choice, left) for choice in choices), (answer, choices)


def test_the_other_question_is_answered_by_its_button(talk):
    message = talk.say("what does the pmp cost and does it expire")
    other = ({"credential/pmp/cost", "credential/pmp/renewal"} - {message["answer"]["id"]}).pop()
    assert talk.press(offered(message).index(other))["answer"]["id"] == other


def test_the_talk_goes_on_from_what_was_answered(talk):
    answer = talk.ask("is prince2 worth it? what does it cost?")
    assert talk.ask("and capm?") == answer.replace("prince2", "capm")


@pytest.mark.parametrize("text", SEVERAL)
def test_several_subjects_are_all_told_or_offered(talk, text):
    message = talk.say(text)
    names, answer = SEVERAL[text], message["answer"]["id"]
    assert names & set(answer.split("/")), answer
    told = {part for found in (answer, *offered(message)) for part in found.split("/")}
    assert told >= names, told


@pytest.mark.parametrize("text", ONE)
def test_one_question_with_an_and_in_it_stays_one(talk, text):
    talk.goes((text, ONE[text]))
