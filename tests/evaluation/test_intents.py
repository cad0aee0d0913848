"""Precision, recall and confused pairs of intents, counted by hand."""

from __future__ import annotations

import pytest

from bot.evaluation.intents import ConfusedPair, IntentScore, confused_pairs, intent_scores, intents_report

LABELS = ["cost", "cost", "cost", "cost", "salary", "salary", "exam"]
GUESSES = ["cost", "cost", "salary", "exam", "cost", "salary", "salary"]


def test_precision_and_recall_the_lowest_recall_first():
    assert intent_scores(LABELS, GUESSES) == [
        IntentScore("exam", 1, 0.0, 0.0),
        IntentScore("cost", 4, pytest.approx(2 / 3), 0.5),
        IntentScore("salary", 2, pytest.approx(1 / 3), 0.5),
    ]


def test_an_intent_that_is_never_guessed_has_no_precision():
    assert intent_scores(["a"], ["b"]) == [IntentScore("a", 1, 0.0, 0.0)]


def test_pairs_count_both_directions_the_most_frequent_first():
    pairs = confused_pairs(LABELS, GUESSES)
    assert pairs[0] == ConfusedPair("cost", "salary", 1, 1)
    assert pairs[0].times == 2
    assert [(pair.first, pair.second, pair.times) for pair in pairs[1:]] == [
        ("cost", "exam", 1),
        ("exam", "salary", 1),
    ]


def test_labels_and_guesses_belong_together():
    with pytest.raises(ValueError, match="zip"):
        intent_scores(["a", "b"], ["a"])


def test_the_report_names_accuracy_intents_and_pairs():
    lines = intents_report(LABELS, GUESSES).splitlines()
    assert lines[1].split()[-1] == "42.9%"
    assert "  cost / salary  2 (1, 1)" in lines
    assert any(line.split() == ["cost", "4", "66.7%", "50.0%"] for line in lines)
