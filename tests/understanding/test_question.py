from __future__ import annotations


def test_names_are_told_by_kind_and_direction(read):
    question = read("can a teacher or a pmo with a pmp become a scrum master or pmo")
    assert question.subjects == ("pmo", "pmp", "scrum_master")
    assert question.roles == ("pmo", "scrum_master")
    assert question.profession == "teacher"
    assert question.named("to") == "scrum_master"
    assert len(question.places) == len(question.mentions) == 5


def test_a_question_without_names_names_nothing(read):
    question = read("how much is it")
    assert (question.subjects, question.roles, question.profession, question.named("from")) == (
        (),
        (),
        None,
        None,
    )
