"""What was reached is held: the trained model answers the labelled sets at least as well as written here.

``make evaluate SET="tests/evaluation/questions.jsonl ..."`` tells which questions a figure is made of.
"""

from __future__ import annotations

from itertools import chain

import pytest

from bot.evaluation.score import (
    IN_SCOPE_OFFERED,
    IN_SCOPE_RIGHT,
    REFUSALS_RIGHT,
    RIGHT,
    SMALLTALK_RIGHT,
    Outcome,
    false_refusals,
    over_matches,
    summary,
)
from tests.evaluation.conftest import SETS

(
    QUESTIONS,
    DIALOGUES,
    SECOND_QUESTIONS,
    SECOND_DIALOGUES,
    THIRD_QUESTIONS,
    THIRD_DIALOGUES,
    FOURTH_QUESTIONS,
    FOURTH_DIALOGUES,
    FIFTH_QUESTIONS,
    FIFTH_DIALOGUES,
    SAMPLE_QUESTIONS,
    SAMPLE_DIALOGUES,
) = SETS

# Shares from 0 to 1 that a set must reach: what was measured on 27 November less one to two points, which two
# trainings on the same data differ by. Raise them when the
# assistant has become better; never lower them.
AT_LEAST = {
    (QUESTIONS, RIGHT): 0.945,
    (QUESTIONS, IN_SCOPE_RIGHT): 0.94,
    (QUESTIONS, IN_SCOPE_OFFERED): 0.97,
    (QUESTIONS, REFUSALS_RIGHT): 0.95,
    (QUESTIONS, SMALLTALK_RIGHT): 0.95,
    (DIALOGUES, RIGHT): 0.895,
    (DIALOGUES, IN_SCOPE_OFFERED): 0.94,
    (SECOND_QUESTIONS, RIGHT): 0.955,
    (SECOND_QUESTIONS, IN_SCOPE_RIGHT): 0.955,
    (SECOND_QUESTIONS, IN_SCOPE_OFFERED): 0.975,
    (SECOND_QUESTIONS, REFUSALS_RIGHT): 0.94,
    (SECOND_QUESTIONS, SMALLTALK_RIGHT): 0.95,
    (SECOND_DIALOGUES, RIGHT): 0.91,
    (SECOND_DIALOGUES, IN_SCOPE_OFFERED): 0.94,
    (THIRD_QUESTIONS, RIGHT): 0.89,
    (THIRD_QUESTIONS, IN_SCOPE_RIGHT): 0.885,
    (THIRD_QUESTIONS, IN_SCOPE_OFFERED): 0.94,
    (THIRD_QUESTIONS, REFUSALS_RIGHT): 0.9,
    (THIRD_QUESTIONS, SMALLTALK_RIGHT): 0.92,
    (THIRD_DIALOGUES, RIGHT): 0.925,
    (THIRD_DIALOGUES, IN_SCOPE_OFFERED): 0.925,
    (FOURTH_QUESTIONS, RIGHT): 0.885,
    (FOURTH_QUESTIONS, IN_SCOPE_OFFERED): 0.945,
    (FOURTH_QUESTIONS, REFUSALS_RIGHT): 0.94,
    (FOURTH_DIALOGUES, RIGHT): 0.87,
    (FOURTH_DIALOGUES, IN_SCOPE_OFFERED): 0.87,
    (FIFTH_QUESTIONS, RIGHT): 0.825,
    (FIFTH_QUESTIONS, IN_SCOPE_OFFERED): 0.835,
    (FIFTH_DIALOGUES, RIGHT): 0.79,
    (SAMPLE_QUESTIONS, RIGHT): 0.89,
    (SAMPLE_QUESTIONS, IN_SCOPE_OFFERED): 0.9,
    (SAMPLE_QUESTIONS, REFUSALS_RIGHT): 0.93,
    (SAMPLE_DIALOGUES, RIGHT): 0.9,
}

# Career questions that a set may see refused, in turns.
FALSE_REFUSALS_AT_MOST = {
    QUESTIONS: 4,
    DIALOGUES: 4,
    SECOND_QUESTIONS: 4,
    SECOND_DIALOGUES: 4,
    THIRD_QUESTIONS: 4,
    THIRD_DIALOGUES: 4,
    FOURTH_QUESTIONS: 4,
    FIFTH_QUESTIONS: 8,
    FIFTH_DIALOGUES: 5,
    FOURTH_DIALOGUES: 4,
    SAMPLE_QUESTIONS: 4,
    SAMPLE_DIALOGUES: 4,
}

# Questions about a topic, role or credential that another family may take with a confidence of 0.9 or more.
OVER_MATCHES_AT_MOST = 2

# The share right at the first try that one slip in each question may cost, over all sets.
TYPO_DROP_AT_MOST = 0.06


def right(runs: dict[str, list[Outcome]]) -> float:
    """The share right at the first try over all sets."""
    return summary(list(chain.from_iterable(runs.values())))[RIGHT]


@pytest.mark.parametrize(("name", "figure"), AT_LEAST)
def test_a_floor_is_held(asked, name, figure):
    assert summary(asked[name])[figure] >= AT_LEAST[name, figure]


@pytest.mark.parametrize("name", FALSE_REFUSALS_AT_MOST)
def test_few_career_questions_are_refused(asked, name):
    assert len(false_refusals(asked[name])) <= FALSE_REFUSALS_AT_MOST[name]


def test_no_family_takes_the_questions_of_another_with_certainty(asked):
    taken = over_matches(list(chain.from_iterable(asked.values())))
    assert len(taken) <= OVER_MATCHES_AT_MOST


def test_a_slip_of_the_fingers_costs_little(asked, slipped):
    assert right(asked) - right(slipped) <= TYPO_DROP_AT_MOST
