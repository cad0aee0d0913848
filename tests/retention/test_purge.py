"""Old rows go and new ones stay, in SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from bot.channels import database, feedback
from bot.channels.slack import people, sql_inbox
from bot.resume import codes, tries
from bot.retention import daily, purge
from bot.retention.claim import EVERY_SECONDS, TABLE, claim
from bot.retention.tables import EVENTS, OF_TALKS, RULES
from bot.service import purging
from bot.settings import ROOT, load
from tests.resume.conftest import postgres

__all__ = ["postgres"]

NOW = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)
STORE = SQLTrackerStore.Base.metadata
ALL = (STORE, feedback.TABLE.metadata, people.TABLE.metadata, sql_inbox._METADATA, tries.METADATA)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.engine.Engine]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'waymark.db'}"
    else:
        url = request.getfixturevalue("postgres")
    found = sa.create_engine(url, future=True)
    for metadata in ALL:
        metadata.create_all(found)
    yield found
    for metadata in (*ALL, TABLE.metadata):
        metadata.drop_all(found)
    found.dispose()


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def say(engine: sa.engine.Engine, talk: str, *ages: float) -> None:
    rows = [
        {"sender_id": talk, "type_name": "user", "timestamp": days_ago(age).timestamp(), "data": "{}"}
        for age in ages
    ]
    with engine.begin() as connection:
        connection.execute(sa.insert(SQLTrackerStore.SQLEvent.__table__), rows)


def talks(engine: sa.engine.Engine) -> dict[str, int]:
    sender = EVENTS.c.sender_id
    with engine.connect() as connection:
        found = connection.execute(sa.select(sender, sa.func.count()).group_by(sender))
        return {row[0]: row[1] for row in found}


def test_a_talk_goes_as_a_whole_when_its_last_event_is_too_old(engine):
    say(engine, "old", 200, 100, 91)
    say(engine, "taken up", 200, 100, 1)
    say(engine, "new", 1)
    assert purge.purge(engine, 90, NOW)["events"] == 3
    assert talks(engine) == {"taken up": 3, "new": 1}


def test_what_belongs_to_a_talk_goes_with_it(engine):
    database.TURNS.metadata.create_all(engine)
    say(engine, "old", 100)
    say(engine, "new", 1)
    with engine.begin() as connection:
        for number, talk in enumerate(("old", "old", "new")):
            row = {"conversation": talk, "message_id": str(number), "after": number}
            connection.execute(sa.insert(database.TURNS).values(row))
    assert purge.purge(engine, 90, NOW)["turns"] == 2
    with engine.begin() as connection:
        assert connection.execute(sa.select(database.TURNS.c.conversation)).scalars().all() == ["new"]
        database.TURNS.metadata.drop_all(connection)


def test_many_talks_go_in_batches_each_a_transaction(engine, monkeypatch):
    monkeypatch.setattr(purge, "BATCH", 3)
    monkeypatch.setattr(purge, "_PAUSE_SECONDS", 0)
    for number in range(8):
        say(engine, f"talk {number}", 100, 99)
    commits = []
    sa.event.listen(engine, "commit", commits.append)
    assert purge.purge(engine, 90, NOW)["events"] == 16
    assert len(commits) == 3
    assert talks(engine) == {}


def test_a_talk_that_is_taken_up_meanwhile_stays(engine):
    say(engine, "old", 100)
    say(engine, "other", 100)
    looked = purge._talks(engine, days_ago(90))
    deletion = next(looked)
    say(engine, "old", 0)
    with engine.begin() as connection:
        assert connection.execute(deletion).rowcount == 1
    assert talks(engine) == {"old": 2}


def test_it_stops_between_two_steps_when_told(engine):
    say(engine, "old", 100)
    assert purge.purge(engine, 90, NOW, given_up=lambda: True)["events"] == 0
    assert talks(engine) == {"old": 1}


ROWS = {
    "feedback": (feedback.TABLE, "id", lambda at: {"at": at, "channel": "web", "answer": "x", "vote": "up"}),
    "slack_talks": (
        people.TABLE,
        "conversation",
        lambda at: {"team": "T", "person": "U", "at": at.replace(tzinfo=timezone.utc).timestamp()},
    ),
    "slack_inbox": (
        sql_inbox.OPEN,
        "id",
        lambda at: {
            "at": at.replace(tzinfo=timezone.utc).timestamp(),
            "leased_until": 0,
            "tries": 1,
            "body": "{}",
        },
    ),
    "slack_seen": (
        sql_inbox.SEEN,
        "key",
        lambda at: {"at": at.replace(tzinfo=timezone.utc).timestamp()},
    ),
    "resume_codes": (codes.TABLE, "digest", lambda at: {"expires": at, "snapshot": {}}),
    "resume_tries": (tries.TABLE, "id", lambda at: {"at": at, "asker": "x"}),
}


@pytest.mark.parametrize("name", ROWS)
def test_what_is_too_old_goes_and_what_is_not_stays(engine, name):
    table, key, row = ROWS[name]
    [rule] = [rule for rule in RULES if rule.table == name]
    kept = 90 if rule.kept is None else rule.kept / timedelta(days=1)
    with engine.begin() as connection:
        for number, age in enumerate((kept + 0.1, kept - 0.1), 1):
            at = days_ago(age).replace(tzinfo=None)
            value = number if isinstance(table.c[key].type, sa.Integer) else str(number)
            connection.execute(sa.insert(table).values({key: value, **row(at)}))
    assert purge.purge(engine, 90, NOW)[name] == 1
    with engine.connect() as connection:
        assert [str(left) for left in connection.execute(sa.select(table.c[key])).scalars()] == ["2"]


def test_every_rule_is_tried():
    assert set(ROWS) == {rule.table for rule in RULES}


# Tables of ours without a rule, each with its reason.
LEFT_ALONE = {
    "jobs": "holds when a job began, and nothing of persons",
}


def test_no_table_is_forgotten():
    made = {
        name
        for path in (ROOT / "bot").rglob("*.py")
        for name in re.findall(r'sa\.Table\(\s*"(\w+)"', path.read_text("utf-8"))
    }
    assert made == {*ROWS, *LEFT_ALONE, *(table.name for table in OF_TALKS)}, (
        "give the new table a rule in bot/retention/tables.py, or a reason here"
    )


def test_a_database_without_tables_is_no_trouble(tmp_path):
    assert purge.purge(sa.create_engine(f"sqlite:///{tmp_path / 'new.db'}"), 90, NOW) == {}


def test_a_job_is_done_once_a_day_and_by_one_of_many(engine):
    assert claim(engine, "purge", 1e9)
    assert not claim(engine, "purge", 1e9 + EVERY_SECONDS - 1)
    assert claim(engine, "purge", 1e9 + EVERY_SECONDS)
    assert claim(engine, "other", 1e9)


def test_of_many_that_ask_at_once_one_does_it(engine):
    got, together = [], Barrier(6)

    def ask() -> None:
        together.wait(30)
        try:
            got.append(claim(engine, "purge", 1e9))
        except sa.exc.OperationalError:  # SQLite: somebody else is at it
            got.append(False)

    threads = [Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(got) == [False] * 5 + [True]


def test_a_clock_that_was_set_back_does_not_stop_the_job_for_ever(engine):
    assert claim(engine, "purge", 2e9)
    assert claim(engine, "purge", 1e9)


async def test_a_running_service_purges_and_goes_on_after_a_failure(engine, monkeypatch, caplog):
    monkeypatch.setattr(daily, "LOOK_SECONDS", 0.01)
    say(engine, "old", 3650)
    settings = load({"WAYMARK_DATABASE_URL": engine.url.render_as_string(hide_password=False)}, env_file=None)
    stock, failures = daily.claim, [sa.exc.OperationalError("x", {}, Exception("down"))]

    def unreliable(*arguments: object) -> bool:
        if failures:
            raise failures.pop()
        return stock(*arguments)

    monkeypatch.setattr(daily, "claim", unreliable)
    task = asyncio.create_task(daily.every_day(settings))
    for _ in range(500):
        if not talks(engine):
            break
        await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert talks(engine) == {}
    assert "Old talks could not be deleted: OperationalError" in caplog.text


def test_the_command_says_what_it_deleted(engine, capsys):
    say(engine, "old", 3650)
    settings = load({"WAYMARK_DATABASE_URL": engine.url.render_as_string(hide_password=False)}, env_file=None)
    assert purging.purge_now(settings) == 0
    assert "deleted: 1 of events" in capsys.readouterr().out


def test_the_command_names_the_setting_of_a_database_that_fails(capsys):
    settings = load({"WAYMARK_DATABASE_URL": "sqlite:////nowhere/at/all.db"}, env_file=None)
    assert purging.purge_now(settings) == 1
    assert capsys.readouterr().err.startswith("WAYMARK_DATABASE_URL")
