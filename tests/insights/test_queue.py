from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
import sqlalchemy as sa

from bot.insights.gather import gather
from bot.insights.queue import Queue
from bot.insights.reasons import THUMBS_DOWN, Unanswered
from tests.insights.conftest import NOW, START

YEAR = timedelta(days=365)


def encode(texts):
    """Texts with the same first word point in the same direction."""
    firsts = sorted({text.split()[0] for text in texts})
    return np.eye(max(8, len(firsts)), dtype=np.float32)[[firsts.index(text.split()[0]) for text in texts]]


@pytest.fixture
async def talks(hold):
    await hold("a", ("prosci cost", "out_of_scope/unrelated"))
    await hold("b", ("prosci exam", "out_of_scope/unrelated"), at=START + timedelta(days=1))
    await hold("c", ("visa for germany", "out_of_scope/advice"), at=START + timedelta(days=2))


def remove_events(engine):
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM events"))


async def test_gathering_twice_changes_nothing(engine, talks):
    first = gather(engine, NOW, YEAR, encode).queue
    assert gather(engine, NOW, YEAR, encode).queue == first
    assert [item.words for item in first] == ["prosci cost", "prosci exam", "visa for germany"]


async def test_likeness_makes_families_whose_names_stay(engine, talks, hold):
    before = {item.words: item.family for item in gather(engine, NOW, YEAR, encode).queue}
    assert before["prosci cost"] == before["prosci exam"] != before["visa for germany"]
    await hold("d", ("prosci worth it", "out_of_scope/unrelated"), at=START - timedelta(days=1))
    after = {item.words: item.family for item in gather(engine, NOW, YEAR, encode).queue}
    assert after.pop("prosci worth it") == before["prosci cost"]
    assert after == before


async def test_the_queue_outlives_the_events_and_has_its_own_end(engine, talks):
    gather(engine, NOW, YEAR, encode)
    remove_events(engine)
    assert len(gather(engine, NOW, YEAR, encode).queue) == 3
    assert len(gather(engine, START + timedelta(days=366), YEAR, encode).queue) == 2
    assert gather(engine, START + timedelta(days=500), YEAR, encode).queue == []


async def test_a_vote_that_comes_later_is_taken_over(engine, talks, vote):
    gather(engine, NOW, YEAR, encode)
    vote("a", "out_of_scope/unrelated", "down", "not_my_question")
    item = gather(engine, NOW, YEAR, encode).queue[0]
    assert (item.reason, item.detail) == (THUMBS_DOWN, "not_my_question")
    assert item.family


async def test_a_forgotten_conversation_is_gone_from_the_queue(engine, talks):
    gather(engine, NOW, YEAR, encode)
    assert Queue(engine).forget("a") == 1
    assert [item.conversation for item in Queue(engine).all()] == ["b", "c"]


async def test_what_is_forgotten_while_it_is_read_is_not_kept(engine, talks):
    found = [Unanswered("e", START, "web", "gone", "my words", "clarify", "left")]
    Queue(engine).put(found)
    assert Queue(engine).all() == []


def test_without_a_table_there_is_nothing_to_forget(engine):
    assert Queue(engine).forget("a") == 0
    assert Queue(engine).all() == []


async def test_without_an_encoder_questions_wait_for_their_family(engine, talks):
    assert {item.family for item in gather(engine, NOW, YEAR, None).queue} == {""}
    assert all(item.family for item in gather(engine, NOW, YEAR, encode).queue)
