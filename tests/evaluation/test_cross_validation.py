"""Training sentences are read as in training and judged by models that have not seen them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.checks.training import Example
from bot.nlu.cross_validation import cross_validated

EXAMPLES = {
    "cost": ["what does the pmp cost", "how much is the capm exam", "price of the course", "is prince2 expensive",
             "the fee please", "how much money for the test", "cost of the certificate", "what do i pay for the csm"],
    "salary": ["what do scrum masters earn", "how much do you make as a pmo", "pay in london", "average salary",
               "is the wage good", "what would i be paid", "salary range for the job", "do they earn well"],
    "compare": ["which of the two is better", "difference between pmp and capm", "a or b", "is one harder than the other",
                "which is easier", "what sets them apart", "are they the same", "one versus the other"],
}  # fmt: skip


@pytest.fixture(scope="module")
def judged():
    examples = [
        Example(intent, text, Path("nlu.yml"), 1) for intent, texts in EXAMPLES.items() for text in texts
    ]
    return examples, cross_validated(examples)


def test_every_example_is_judged_once_in_its_place(judged):
    examples, (labels, guesses) = judged
    assert labels == [example.intent for example in examples]
    assert len(guesses) == len(labels)
    assert set(guesses) <= set(EXAMPLES)


def test_most_are_put_to_their_intent_though_not_seen(judged):
    _, (labels, guesses) = judged
    right = sum(label == guess for label, guess in zip(labels, guesses, strict=True))
    assert len(labels) / 2 < right < len(labels)
