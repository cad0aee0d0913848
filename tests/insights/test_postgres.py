"""The same on PostgreSQL, where it is installed."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.insights.gather import gather
from bot.insights.kept import export, forget
from bot.insights.queue import Queue
from bot.resume.codes import Codes
from tests.insights.conftest import NOW
from tests.insights.test_queue import encode
from tests.resume.conftest import postgres  # noqa: F401 - a fixture


@pytest.fixture
def url(postgres) -> str:  # noqa: F811
    return postgres


async def test_talks_are_gathered_exported_and_forgotten(engine, url, hold, vote):
    await hold("mine", ("how much is prosci", "out_of_scope/unrelated"), ("pmp fee", "credential/pmp/cost"))
    await hold("other", ("how much is prosci", "out_of_scope/unrelated"))
    vote("mine", "credential/pmp/cost", "down", "outdated")
    Codes(url).save({"role": "pmo"}, owner="mine")
    first = gather(engine, NOW, timedelta(days=365), encode)
    assert [item.reason for item in first.queue if item.conversation == "mine"] == ["refused", "thumbs_down"]
    assert first.votes[0].at.tzinfo is not None
    assert gather(engine, NOW, timedelta(days=365), encode).queue == first.queue
    found = export(engine, "mine")
    assert set(found) == {"events", "feedback", "unanswered", "resume_codes"}
    assert json.loads(json.dumps(found, default=str))["events"][0]["data"]["text"] == "how much is prosci"
    assert sum(forget(engine, "mine").values()) == 8
    assert export(engine, "mine") == {}
    assert {item.conversation for item in Queue(engine).all()} == {"other"}
    with engine.begin() as connection:
        for table in sa.inspect(engine).get_table_names():
            connection.execute(sa.text(f"DROP TABLE {table} CASCADE"))
