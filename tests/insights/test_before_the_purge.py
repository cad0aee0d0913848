from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import sqlalchemy as sa

from bot.insights.gather import keep_questions
from bot.insights.queue import Queue
from bot.retention.purge import purge_all
from bot.settings import load
from tests.insights.conftest import NOW

YEAR = timedelta(days=365)


async def test_only_questions_of_talks_that_ended_are_kept(engine, hold):
    await hold("old", ("prosci cost", "out_of_scope/unrelated"))
    await hold("new", ("visa for germany", "out_of_scope/advice"), at=NOW - timedelta(days=1))
    keep_questions(engine, NOW - timedelta(days=7), NOW, YEAR)
    assert [item.words for item in Queue(engine).all()] == ["prosci cost"]
    keep_questions(engine, NOW - timedelta(days=7), NOW + YEAR, YEAR - timedelta(days=30))
    assert Queue(engine).all() == []


async def test_the_purge_keeps_the_questions_of_the_talks_that_it_deletes(engine, hold, url):
    began = datetime.now(timezone.utc) - timedelta(days=100)
    await hold("old", ("prosci cost", "out_of_scope/unrelated"), at=began)
    settings = replace(load({}, env_file=None), database_url=url)
    assert purge_all(engine, settings)["events"] > 0
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM events")).scalar_one() == 0
    assert [item.words for item in Queue(engine).all()] == ["prosci cost"]
