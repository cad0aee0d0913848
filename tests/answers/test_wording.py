from __future__ import annotations

import pytest

from bot.answer_id import AnswerId
from bot.answers.wording import article, capitalised, first_sentence, question, span


@pytest.mark.parametrize(
    ("name", "expected"),
    [("PMO analyst", "a"), ("IT project manager", "an"), ("agile coach", "an"), ("product owner", "a")],
)
def test_article_follows_the_sound(name, expected):
    assert article(name) == expected


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (6, 12, "6 to 12 months"),
        (9, 9, "about 9 months"),
        (0, 6, "up to 6 months"),
        (0, 12, "up to 1 year"),
        (12, 24, "1 to 2 years"),
        (12, 12, "about 1 year"),
        (36, 60, "3 to 5 years"),
        (6, 36, "6 months to 3 years"),
        (12, 30, "1 to 2½ years"),
        (18, 48, "1½ to 4 years"),
        (20, 44, "1½ to 4 years"),
        (60, 60, "about 5 years"),
    ],
)
def test_spans_of_months_are_said_in_words(least, most, expected):
    assert span(least, most) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yes. And more.", "Yes."),
        ("It costs USD 1.50 now. More.", "It costs USD 1.50 now."),
        ("No stop", "No stop"),
        ("Some, e.g. PMP, help. Others do not.", "Some, e.g. PMP, help."),
    ],
)
def test_first_sentence(text, expected):
    assert first_sentence(text) == expected


def test_capitalised_keeps_the_rest():
    assert capitalised("pMO") == "PMO"


def test_every_answer_has_a_question_short_enough_for_a_button(knowledge):
    for located in knowledge.passages():
        title = question(located.id, knowledge)
        assert title.endswith("?")
        assert len(title) <= 75, title


def test_question_of_a_move(small):
    title = question(AnswerId("transition", ("painter", "sculptor")), small)
    assert title == "How do I get from painter to sculptor?"
    outside = question(AnswerId("transition", ("outside", "sculptor")), small)
    assert outside == "How do I become a sculptor from another job?"
