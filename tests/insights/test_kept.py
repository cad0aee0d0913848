from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from bot.channels.slack.people import People
from bot.insights.gather import gather
from bot.insights.kept import PLACES, export, forget
from bot.resume.codes import Codes
from tests.insights.conftest import NOW

YEAR = timedelta(days=365)


@pytest.fixture
async def two_talks(hold, vote, url, engine):
    for name in ("mine", "other"):
        await hold(name, ("how much is prosci", "out_of_scope/unrelated"))
        vote(name, "out_of_scope/unrelated", "down", "not_my_question")
        People(url).note(name, "T1", "U1")
        Codes(url).save({"role": name}, owner=name)
    gather(engine, NOW, YEAR, None)


async def test_all_that_is_kept_is_handed_over_and_nothing_of_others(engine, two_talks):
    found = export(engine, "mine")
    assert set(found) == {place.table for place in PLACES}
    assert found["events"][0]["data"]["text"] == "how much is prosci"
    assert found["resume_codes"][0]["snapshot"] == {"role": "mine"}
    assert "digest" not in found["resume_codes"][0]
    assert "other" not in json.dumps(found, default=str)


async def test_forgetting_leaves_nothing_in_any_table_and_others_alone(engine, two_talks):
    others = export(engine, "other")
    assert set(forget(engine, "mine")) == {place.table for place in PLACES}
    assert export(engine, "mine") == {}
    assert export(engine, "other") == others
    assert forget(engine, "mine") == {}


async def test_no_table_holds_the_id_of_a_forgotten_talk(engine, two_talks, tmp_path):
    forget(engine, "mine")
    with engine.connect() as connection:
        for table in sa.inspect(engine).get_table_names():
            rows = connection.execute(sa.text(f"SELECT * FROM {table}")).all()  # noqa: S608 - our own names
            assert not any("mine" in str(value) for row in rows for value in row), table


def test_an_empty_database_keeps_nothing(engine):
    assert export(engine, "mine") == {}
    assert forget(engine, "mine") == {}


async def test_times_can_be_written_as_json(engine, two_talks):
    at = export(engine, "mine")["feedback"][0]["at"]
    assert datetime.fromisoformat(str(at)).replace(tzinfo=timezone.utc) < NOW
