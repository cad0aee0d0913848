from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.profile.person import Person
from bot.profile.reading import read_person
from bot.understanding.mentions import MentionFinder
from tests.profile.fact_phrases import EDUCATION, HELD, TRAINING
from tests.profile.no_answers import NO_ANSWERS
from tests.profile.phrases import LENGTHS, OTHERS, TODAY, TOGETHER

ANSWERS = [*LENGTHS, *EDUCATION, *TRAINING, *HELD, *OTHERS, *TOGETHER]
QUESTIONS = sorted({asked for asked, *_ in (*ANSWERS, *NO_ANSWERS) if asked})


@pytest.fixture(scope="session")
def finder(knowledge) -> MentionFinder:
    return MentionFinder.from_knowledge(knowledge)


@pytest.mark.parametrize(("asked", "words", "told"), ANSWERS, ids=lambda value: str(value)[:60])
def test_facts_are_read(asked, words, told, finder):
    assert read_person(words, finder.find(words), asked, TODAY) == told


@pytest.mark.parametrize(("asked", "words"), NO_ANSWERS)
def test_what_is_no_answer_tells_nothing(asked, words, finder):
    assert read_person(words, finder.find(words), asked, TODAY) == Person()


def test_the_tables_are_large():
    assert len(ANSWERS) + len(NO_ANSWERS) >= 120
    assert len({(asked, words) for asked, words, *_ in (*ANSWERS, *NO_ANSWERS)}) == len(ANSWERS) + len(
        NO_ANSWERS
    )


WORDS = st.lists(
    st.sampled_from([word for _, words, *_ in (*ANSWERS, *NO_ANSWERS) for word in words.split()]), max_size=25
).map(" ".join)


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=300), WORDS), st.sampled_from([None, *QUESTIONS, "nonsense", "months/", "/"])
)
def test_no_text_breaks_the_reading(finder, words, asked):
    person = read_person(words, finder.find(words), asked, TODAY)
    assert Person.from_slot(person.to_slot()) == person


@settings(deadline=None)
@given(WORDS, st.sampled_from([None, *QUESTIONS]))
def test_reading_the_same_again_changes_nothing(finder, words, asked):
    mentions = finder.find(words)
    person = read_person(words, mentions, asked, TODAY)
    assert read_person(words, mentions, asked, TODAY) == person
    assert person.merged(person) == person
    assert Person(education="master").merged(person).merged(person) == Person(education="master").merged(
        person
    )


@pytest.mark.parametrize(
    "text", ["1 " * 1000, "no " * 700, "!" * 2000 + "x", "a year and " * 200, "since 2019 " * 200]
)
def test_long_texts_are_read_quickly(text):
    begun = time.process_time()
    read_person(text, (), "months/leading_projects", TODAY)
    assert time.process_time() - begun < 2
