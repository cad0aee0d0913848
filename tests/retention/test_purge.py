"""Old rows go and new ones stay, in SQLite and PostgreSQL."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from bot.channels import database, feedback
from bot.channels.slack import people, sql_inbox
from bot.resume import codes, tries
from bot.retention import purge
from bot.retention.tables import EVENTS, OF_TALKS, RULES
from bot.settings import ROOT

NOW = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)


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
    "unanswered": "has its own time, WAYMARK_UNANSWERED_DAYS, which bot/insights keeps",
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
