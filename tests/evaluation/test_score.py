"""The figures of a run, on outcomes whose figures can be counted by hand."""

from __future__ import annotations

import pytest

from bot.evaluation import score
from bot.evaluation.score import confusions, false_refusals, over_matches, share, share_by, summary
from tests.evaluation.conftest import outcome

RIGHT = outcome("credential/pmp/cost", "credential/pmp/cost")
WRONG = outcome("credential/pmp/cost", "credential/pmp/need")
CHOICE = outcome("topic/masters", "clarify", options="topic/no_degree topic/masters")
NO_CHOICE = outcome("topic/masters", "clarify", options="topic/no_degree topic/cv_tips")
TURNED_AWAY = outcome("role/pmo/salary", "out_of_scope/unrelated")
DECLINED = outcome("out_of_scope/method", "out_of_scope/unrelated")
LET_IN = outcome("out_of_scope/method", "topic/pm_tools")
GREETED = outcome("smalltalk/greet", "smalltalk/greet")
ALL = [RIGHT, WRONG, CHOICE, NO_CHOICE, TURNED_AWAY, DECLINED, LET_IN, GREETED]


def test_the_headline_figures():
    assert summary(ALL) == {
        score.TURNS: 8,
        score.RIGHT: 2 / 8,
        score.IN_SCOPE_RIGHT: 1 / 5,
        score.IN_SCOPE_OFFERED: 2 / 5,
        score.FALSE_REFUSALS: 1 / 5,
        score.ASKED_BACK: 2 / 5,
        score.CLARIFY_PRECISION: 1 / 2,
        score.REFUSALS_RIGHT: 1 / 2,
        score.SMALLTALK_RIGHT: 1,
    }


def test_no_outcome_gives_zeros():
    assert set(summary([]).values()) == {0.0}
    assert share([]) == 0.0


def test_asking_back_is_right_where_the_label_says_so():
    asked = outcome("clarify | credential/pmp/cost", "clarify", options="credential/capm/cost")
    assert asked.right
    assert asked.guessed


def test_the_first_choice_is_the_guess():
    assert outcome("topic/masters", "clarify", options="topic/masters topic/no_degree").guessed
    assert CHOICE.offered
    assert not CHOICE.guessed


def test_shares_by_a_name_leave_out_turns_without_it():
    named = [
        outcome("a/b", "a/b", kind="ellipsis"),
        outcome("a/b", "a/c", kind="ellipsis"),
        outcome("a/b", "a/b", kind="correction"),
        outcome("a/b", "a/b"),
    ]
    shares = share_by(named, lambda turn: turn.kind)
    assert shares == {"correction": (1, 1.0), "ellipsis": (2, 0.5)}
    assert list(shares) == ["correction", "ellipsis"]


def test_confusions_are_counted_the_most_frequent_first():
    assert confusions([WRONG, LET_IN, WRONG, RIGHT]) == [
        ("credential/pmp/cost", "credential/pmp/need", 2),
        ("out_of_scope/method", "topic/pm_tools", 1),
    ]


def test_a_refusal_that_a_label_allows_is_no_false_one():
    allowed = outcome("topic/remote_freelance | out_of_scope/advice", "out_of_scope/advice")
    assert false_refusals([*ALL, allowed]) == [TURNED_AWAY]


@pytest.mark.parametrize(
    ("labels", "answer", "confidence"),
    [
        ("topic/ai_impact", "role/project_manager/outlook", 0.9),
        ("role/pmo/salary", "out_of_scope/unrelated", 1.0),
        ("credential/pmp/cost | credential/pmp/need", "smalltalk/help", 0.95),
    ],
)
def test_another_family_taking_a_question_with_certainty_is_an_over_match(labels, answer, confidence):
    taken = outcome(labels, answer, confidence)
    assert over_matches([taken]) == [taken]


@pytest.mark.parametrize(
    ("labels", "answer", "confidence"),
    [
        ("topic/ai_impact", "role/project_manager/outlook", 0.89),
        ("topic/ai_impact", "topic/job_market", 1.0),
        ("topic/ai_impact", "clarify", 1.0),
        ("topic/ai_impact | role/pmo/outlook", "role/project_manager/outlook", 1.0),
        ("credential/pmp/eligibility", "tool/eligibility/pmp", 1.0),
        ("out_of_scope/method", "topic/pm_tools", 1.0),
    ],
)
def test_anything_else_is_no_over_match(labels, answer, confidence):
    assert over_matches([outcome(labels, answer, confidence)]) == []
