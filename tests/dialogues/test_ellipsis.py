"""What a turn leaves out, the talk fills in: the subject, the thing asked, or the topic."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk

ASPECT_STAYS = {
    "the price": (
        ("what does the pmp cost", "credential/pmp/cost"),
        ("and capm?", "credential/capm/cost"),
        ("same for prince2", "credential/prince2/cost"),
        ("and the csm", "credential/csm/cost"),
    ),
    "the study time": (
        ("how long does it take to study for the pmp", "credential/pmp/study_time"),
        ("and capm?", "credential/capm/study_time"),
    ),
    "the validity": (
        ("does the pmp expire", "credential/pmp/renewal"),
        ("what about prince2", "credential/prince2/renewal"),
        ("or the csm", "credential/csm/renewal"),
    ),
    "the conditions": (
        ("who can take the pmp", "credential/pmp/eligibility"),
        ("and prince2 agile?", "credential/prince2_agile/eligibility"),
    ),
    "the pay": (
        ("what does a scrum master earn", "role/scrum_master/salary"),
        ("same for a product owner", "role/product_owner/salary"),
        ("n a pmo analyst", "role/pmo_analyst/salary"),
    ),
    "the skills": (
        ("what skills does a business analyst need", "role/business_analyst/skills"),
        ("and what do they earn", "role/business_analyst/salary"),
        ("same question for an agile coach", "role/agile_coach/salary"),
    ),
    "the move, from elsewhere": (
        ("can a pmo analyst become a project manager", "transition/pmo_analyst/project_manager"),
        ("and from scrum master?", "transition/scrum_master/project_manager"),
        ("how long does it take", "transition/scrum_master/project_manager"),
    ),
    "the move, to elsewhere": (
        ("can a project coordinator become a project manager", "transition/project_coordinator/project_manager"),
        ("and to pmo analyst?", "transition/project_coordinator/pmo_analyst"),
    ),
    "a job's way in, of a certificate": (
        ("how do i become a scrum master", "role/scrum_master/entry"),
        ("and the csm?", "credential/csm/how_to_get"),
    ),
}  # fmt: skip

SUBJECT_STAYS = {
    "a certificate": (
        ("what is the capm", "credential/capm/overview"),
        ("how much is it", "credential/capm/cost"),
        ("any exam?", "credential/capm/exam"),
        ("how long to study", "credential/capm/study_time"),
        ("does it expire", "credential/capm/renewal"),
    ),
    "a role": (
        ("what is a pmo analyst", "role/pmo_analyst/overview"),
        ("what does it pay", "role/pmo_analyst/salary"),
        ("which skills are needed", "role/pmo_analyst/skills"),
    ),
    "a role, in single words": (
        ("what does a programme manager do", "role/program_manager/duties"),
        ("pay?", "role/program_manager/salary"),
        ("and the future?", "role/program_manager/outlook"),
        ("how do i become one", "role/program_manager/entry"),
    ),
    "another certificate, then back": (
        ("what does the pmp cost", "credential/pmp/cost"),
        ("and capm?", "credential/capm/cost"),
        ("any exam?", "credential/capm/exam"),
        ("and for the pmp?", "credential/pmp/exam"),
    ),
}

TOPIC_STAYS = {
    "the job market": (
        ("how is the job market for project managers", "topic/job_market"),
        ("and for pmo people?", "topic/job_market | role/pmo*/outlook"),
    ),
    "artificial intelligence": (
        ("will ai replace project managers", "topic/ai_impact"),
        ("and for pmo people?", "topic/ai_impact | role/pmo*/outlook"),
        ("and scrum masters?", "topic/ai_impact | role/scrum_master/outlook"),
    ),
    "no degree": (
        ("no degree, can i be a project manager", "topic/no_degree"),
        ("and a scrum master?", "topic/no_degree | role/scrum_master/entry"),
    ),
    "interviews": (
        ("how do i prepare for a project manager interview", "topic/interview_prep"),
        ("and for a pmo analyst job?", "topic/interview_prep"),
    ),
}


@pytest.mark.parametrize("name", ASPECT_STAYS)
def test_the_aspect_stays_when_the_subject_changes(talk, name):
    talk.goes(*ASPECT_STAYS[name])


@pytest.mark.parametrize("name", SUBJECT_STAYS)
def test_the_subject_stays_when_the_aspect_changes(talk, name):
    talk.goes(*SUBJECT_STAYS[name])


@pytest.mark.parametrize("name", TOPIC_STAYS)
def test_the_topic_stays_when_it_is_asked_of_others(talk, name):
    talk.goes(*TOPIC_STAYS[name])


def test_what_a_role_has_not_is_asked_of_a_certificate_sensibly(talk):
    """A certificate has no pay: whether it pays off is what is meant."""
    talk.goes(
        ("what does a scrum master earn", "role/scrum_master/salary"),
        ("and the csm?", "credential/csm/need | credential/csm/overview"),
    )


def test_two_talks_do_not_mix(talk, service):
    other = Talk(service.url)
    talk.ask("what does the pmp cost")
    other.ask("what does a scrum master earn")
    assert talk.ask("and capm?") == "credential/capm/cost"
    assert other.ask("and a product owner?") == "role/product_owner/salary"
