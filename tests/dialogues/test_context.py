"""Later turns lean on earlier ones."""

from __future__ import annotations

from tests.dialogues.conftest import Talk


def ids(talk, *texts):
    return [talk.ask(text) for text in texts]


def test_the_aspect_stays_when_the_subject_changes(talk):
    assert ids(talk, "how long does it take to study for the pmp", "and capm?") == [
        "credential/pmp/study_time",
        "credential/capm/study_time",
    ]


def test_the_subject_stays_when_the_aspect_changes(talk):
    assert ids(talk, "what is a pmo analyst", "what does it pay", "which skills are needed") == [
        "role/pmo_analyst/overview",
        "role/pmo_analyst/salary",
        "role/pmo_analyst/skills",
    ]


def test_a_correction_replaces_the_goal(talk):
    assert ids(talk, "can a pmo become a project manager", "no, i meant programme manager") == [
        "transition/pmo/project_manager",
        "transition/pmo/program_manager",
    ]


def test_small_talk_in_between_loses_nothing(talk):
    assert ids(talk, "what does the pmp cost", "thanks", "and capm?")[-1] == "credential/capm/cost"


def test_a_refusal_in_between_loses_nothing(talk):
    given = ids(talk, "what does the pmp cost", "what's the weather in paris", "and capm?")
    assert given[1].startswith("out_of_scope/")
    assert given[2] == "credential/capm/cost"


def test_two_talks_do_not_mix(talk, service):
    other = Talk(service.url)
    talk.ask("what does the pmp cost")
    other.ask("what does a scrum master earn")
    assert talk.ask("and capm?") == "credential/capm/cost"
    assert other.ask("and a product owner?") == "role/product_owner/salary"
