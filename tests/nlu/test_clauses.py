from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.clauses import MOST, clauses, question_at_the_end, questions_only, start_of_question


def parts(text):
    return [clause.text for clause in clauses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does a PMO analyst earn and do i need a degree for it",
         ["what does a PMO analyst earn", "do i need a degree for it"]),
        ("how much is the pmp? does it expire?", ["how much is the pmp", "does it expire?"]),
        ("pay in london, how long to get there", ["pay in london", "how long to get there"]),
        ("is it hard plus also what does it cost", ["is it hard", "what does it cost"]),
        ("i am a nurse. can i become a project manager", ["i am a nurse", "can i become a project manager"]),
        ("pmp cost; capm cost", ["pmp cost", "capm cost"]),
        # A single question stays whole.
        ("what does a scrum master earn", []),
        ("project managers and scrum masters", []),
        ("difference between pmp and capm", []),
        ("is v1.5 of the guide out", []),
        # One word is no clause.
        ("hello! what does it cost", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_message_falls_into_its_questions(text, expected):
    assert parts(text) == expected


def test_only_the_last_clauses_are_kept():
    many = " ".join(f"what is number {count}?" for count in range(MOST + 2))
    assert [text.rstrip("?") for text in parts(many)] == [f"what is number {n}" for n in range(2, MOST + 2)]


@given(st.text(alphabet="ab? ,.;and what\n", max_size=80))
def test_clauses_stand_in_the_text_in_order(text):
    end = 0
    for clause in clauses(text):
        assert end <= clause.start < clause.end
        assert text[clause.start : clause.end] == clause.text
        end = clause.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i am a nurse in leeds. could i ever become a project manager", True),
        ("boss left; so what should i do about my pmp", True),
        ("i am a nurse. am i too old for it?", True),
        # Two questions: none of them is the story of the other.
        ("what does it cost? and how long does it take me", False),
        # Too short to be understood without the story.
        ("i have the capm and two years. what now?", False),
        # The question comes first.
        ("can i become a project manager? i am a nurse in leeds", False),
        ("what does it cost", False),
        ("", False),
    ],
)
def test_a_story_with_its_question_at_the_end_is_seen(text, expected):
    assert question_at_the_end(clauses(text)) is expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("not the cost, the exam", "the exam"),
        ("no, not the pmi-sp, but the acp", "the acp"),
        ("sorry not about pay; what do they do", "what do they do"),
        ("i meant not a coach, a scrum master", "a scrum master"),
        # Nothing is taken back.
        ("why not the exam", "why not the exam"),
        ("not sure what to do", "not sure what to do"),
        ("not the cost", "not the cost"),
        ("not one of those long boring courses, the exam", "not one of those long boring courses, the exam"),
    ],
)
def test_a_question_starts_behind_what_is_taken_back(text, rest):
    assert text[start_of_question(text) :] == rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does a planner earn? and which certificate do i need?", True),
        ("I am a nurse. which certificate do i need?", False),
        ("which certificate do i need?", False),
    ],
)
def test_a_message_of_questions_only_is_seen(text, expected):
    assert questions_only(clauses(text)) is expected
