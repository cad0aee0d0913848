from __future__ import annotations

import pytest

from bot.understanding.doubt import SURE, TIE, is_tie, likely_answers, missing_subject
from tests.understanding.talks import talk


def ids(resolution):
    return [str(option) for option in resolution.options]


@pytest.mark.parametrize(
    ("second", "behind", "expected"),
    [
        ("topic_no_degree", TIE / 2, True),
        ("topic_no_degree", TIE * 2, False),
        ("smalltalk_thanks", TIE / 2, False),
        ("out_of_scope_method", TIE / 2, False),
    ],
)
def test_two_questions_as_likely_are_a_tie(read, second, behind, expected):
    assert is_tie(read("the university thing", "topic_masters", 0.58, ((second, 0.58 - behind),))) is expected


def test_one_reading_is_no_tie(read):
    assert not is_tie(read("pmp"))


TIED = ("the university thing", "topic_masters", 0.58)
SECOND = (("topic_no_degree", 0.58),)


def test_a_tie_is_asked_back_in_the_first_turn(ask):
    resolution = ask(*TIED, others=SECOND)
    assert (str(resolution.id), resolution.confidence) == ("clarify", 0.58)
    assert ids(resolution) == ["topic/masters", "topic/no_degree"]


def test_a_tie_is_not_asked_back_where_more_is_known(ask, read):
    assert str(ask(*TIED, others=SECOND, context=talk("role/pmo/overview")).id) == "topic/masters"
    clauses = (read("one", "cost", 0.2), read("two", "cost", 0.2))
    assert str(ask(*TIED, others=SECOND, clauses=clauses).id) == "topic/masters"


def test_two_readings_with_one_answer_are_no_tie(ask):
    resolution = ask("what would a scrum master cost", "salary", 0.6, others=(("cost", 0.58),))
    assert str(resolution.id) == "role/scrum_master/salary"


def test_doubt_offers_the_likeliest_readings(ask):
    others = (("topic_masters", 0.3), ("out_of_scope_method", 0.2), ("topic_degree_choice", 0.2))
    resolution = ask("the university thing", "topic_no_degree", 0.42, others=others)
    assert str(resolution.id) == "clarify"
    assert ids(resolution) == ["topic/no_degree", "topic/masters", "topic/degree_choice"]


def test_no_more_than_three_readings_are_offered(read, knowledge):
    topics = ("masters", "no_degree", "degree_choice", "networking_mentoring")
    others = tuple((f"topic_{name}", 0.2) for name in topics[1:])
    found = likely_answers(read("hm", f"topic_{topics[0]}", 0.2, others), talk(), knowledge)
    assert len(found) == 3


def test_nothing_likely_is_declined(ask):
    assert str(ask("blue seven kettle", "topic_no_degree", 0.1).id) == "out_of_scope/unrelated"


def test_a_likely_refusal_is_given_in_doubt(ask):
    resolution = ask("blue seven kettle", "out_of_scope_method", 0.35)
    assert (str(resolution.id), resolution.confidence) == ("out_of_scope/method", 0.35)


@pytest.mark.parametrize("confidence", [0.3, 0.45])
def test_a_known_name_is_never_declined_in_doubt(ask, confidence):
    others = (("overview", 0.2), ("cost", 0.1))
    resolution = ask("pmp blah wobble", "out_of_scope_unrelated", confidence, others=others)
    assert str(resolution.id) == "clarify"
    assert ids(resolution)[0] == "credential/pmp/overview"


def test_a_price_without_a_subject_is_asked_back(ask):
    resolution = ask("how much is the exam", "cost")
    assert str(resolution.id) == "clarify"
    assert ids(resolution) == ["credential/pmp/cost", "credential/capm/cost", "credential/prince2/cost"]
    assert resolution.aspect == "cost"


def test_what_is_of_both_kinds_is_asked_back_with_where_to_begin(knowledge):
    assert ids(missing_subject("overview", 0.9, knowledge)) == [
        "topic/which_certification", "topic/career_ladder", "topic/what_is_project_management",
    ]  # fmt: skip


OTHERS = (("topic_masters", 0.3), ("out_of_scope_method", 0.26), ("topic_degree_choice", 0.2), ("cost", 0.1))


def test_an_unsure_answer_names_what_else_was_perhaps_meant(ask):
    resolution = ask("the university thing", "topic_no_degree", SURE - 0.05, others=OTHERS)
    assert str(resolution.id) == "topic/no_degree"
    assert ids(resolution) == ["topic/masters", "topic/degree_choice"]


def test_a_very_unsure_answer_names_one_more(ask):
    more = (*OTHERS[:3], ("topic_cv_tips", 0.1), ("topic_first_90_days", 0.1))
    resolution = ask("the university thing", "topic_no_degree", 0.55, others=more)
    assert ids(resolution) == ["topic/masters", "topic/degree_choice", "topic/cv_tips"]


def test_a_sure_answer_and_small_talk_stand_alone(ask):
    assert ids(ask("the university thing", "topic_no_degree", SURE, others=OTHERS)) == []
    assert ids(ask("well then", "smalltalk_thanks", 0.7, others=OTHERS)) == []


def test_beside_a_refusal_stands_only_what_is_likely(ask):
    resolution = ask("the university thing", "out_of_scope_method", 0.7, others=OTHERS)
    assert str(resolution.id) == "out_of_scope/method"
    assert ids(resolution) == ["topic/masters"]


def test_what_is_answered_is_not_named_again(ask):
    others = (("cost", 0.5), ("salary", 0.4))
    resolution = ask("what would a scrum master cost", "salary", 0.8, others=others)
    assert str(resolution.id) == "role/scrum_master/salary"
    assert ids(resolution) == []
