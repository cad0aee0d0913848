from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from bot.insights.turns import read_talks
from bot.insights.votes import read_votes
from tests.insights.conftest import START, pressed


def test_a_database_without_tables_has_no_talks_and_no_votes(engine):
    assert list(read_talks(engine)) == []
    assert read_votes(engine) == []


async def test_turns_are_read_from_what_rasa_stores(engine, hold):
    asked_back = {"id": "clarify", "confidence": 0.4, "options": [{"id": "topic/masters", "title": "M"}]}
    await hold("a", ("hello", asked_back), (pressed("topic/masters"), "topic/masters"), channel="slack")
    ((first, second),) = read_talks(engine)
    assert (first.words, first.answer, first.confidence) == ("hello", "clarify", 0.4)
    assert first.options == ("topic/masters",)
    assert (first.channel, first.conversation, first.at) == ("slack", "a", START)
    assert abs(first.seconds - 0.25) < 1e-3
    assert second.words is None
    assert second.answer == "topic/masters"


async def test_conversations_are_kept_apart_and_events_have_names_for_good(engine, hold):
    await hold("a", ("x", "topic/masters"), ("x", "topic/masters"))
    await hold("b", ("x", "topic/masters"))
    talks = list(read_talks(engine))
    assert [len(talk) for talk in talks] == [2, 1]
    names = [turn.event for talk in talks for turn in talk]
    assert len(set(names)) == 3
    assert names == [turn.event for talk in read_talks(engine) for turn in talk]


async def test_a_message_without_an_answer_is_a_turn_that_failed(engine, hold):
    await hold("a", ("first", None), ("again", None), ("fine", "topic/masters"))
    ((first, again, fine),) = read_talks(engine)
    assert [turn.answer for turn in (first, again, fine)] == ["failed", "failed", "topic/masters"]
    assert first.words == "first"


async def test_others_can_write_while_talks_are_read(engine, url, hold):
    for number in range(3):
        await hold(f"talk{number}", ("x", "topic/masters"))
    talks = read_talks(engine)
    next(talks)
    hasty = sa.create_engine(url, future=True, connect_args={"timeout": 0})
    with hasty.begin() as connection:
        connection.execute(sa.text("UPDATE events SET intent_name = 'written'"))
    assert len(list(talks)) == 2


async def test_the_state_of_a_guided_talk_is_read(engine, hold):
    await hold(
        "a", ("am i eligible", "tool/eligibility/pmp"), guided={"tool": "eligibility", "asking": "degree"}
    )
    ((turn,),) = read_talks(engine)
    assert turn.guided == {"tool": "eligibility", "asking": "degree"}


def test_votes_are_read_with_their_time(engine, vote):
    vote("a", "topic/masters", "down", "wrong", at=START + timedelta(minutes=5))
    (found,) = read_votes(engine)
    assert (found.at, found.conversation, found.up, found.reason) == (
        START + timedelta(minutes=5),
        "a",
        False,
        "wrong",
    )
