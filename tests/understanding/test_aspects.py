from __future__ import annotations

import pytest

from bot.answer_id import CREDENTIAL_ASPECTS, ROLE_ASPECTS, AnswerId
from bot.understanding.aspects import ASPECTS, about, aspect_of, fitting_subjects, kind_of_aspect


@pytest.mark.parametrize(
    ("subject", "aspect", "expected"),
    [
        ("pmo", "salary", "role/pmo/salary"),
        ("scrum_master", "cost", "role/scrum_master/salary"),
        ("pmp", "cost", "credential/pmp/cost"),
        ("pmp", "entry", "credential/pmp/how_to_get"),
    ],
)
def test_an_aspect_of_the_other_kind_is_translated(knowledge, subject, aspect, expected):
    assert str(about(subject, aspect, knowledge)) == expected


@pytest.mark.parametrize("aspect", sorted(ASPECTS))
def test_every_aspect_means_something_for_both_kinds(knowledge, aspect):
    assert about("pmo", aspect, knowledge).parts[1] in ROLE_ASPECTS
    assert about("pmp", aspect, knowledge).parts[1] in CREDENTIAL_ASPECTS


@pytest.mark.parametrize(
    ("aspect", "subjects", "expected"),
    [
        ("need", ("pmp", "project_manager"), ("pmp",)),
        ("salary", ("project_manager", "pmp"), ("project_manager",)),
        ("overview", ("project_manager", "pmp"), ("pmp",)),
        ("salary", ("pmp",), ("pmp",)),
        ("cost", (), ()),
    ],
)
def test_the_aspect_chooses_between_kinds(knowledge, aspect, subjects, expected):
    assert fitting_subjects(aspect, subjects, knowledge) == expected


@pytest.mark.parametrize(
    ("aspect", "kind"), [("salary", "role"), ("cost", "credential"), ("overview", None), ("compare", None)]
)
def test_the_kind_that_alone_has_an_aspect(aspect, kind):
    assert kind_of_aspect(aspect) == kind


@pytest.mark.parametrize(
    ("answer", "aspect"),
    [
        ("credential/pmp/cost", "cost"),
        ("transition/pmo/project_manager", "transition"),
        ("compare/capm/pmp", "compare"),
        ("topic/masters", None),
        ("tool/eligibility/pmp", None),
    ],
)
def test_what_a_name_alone_would_ask_after_an_answer(answer, aspect):
    assert aspect_of(AnswerId.parse(answer)) == aspect
