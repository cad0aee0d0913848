"""The purge once a day, by one of several servers, and by the command."""

from __future__ import annotations

import asyncio
from threading import Barrier, Thread

import sqlalchemy as sa

from bot.retention import daily
from bot.retention.claim import EVERY_SECONDS, claim
from bot.service import purging
from bot.settings import load
from tests.retention.test_purge import say, talks


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


async def test_a_running_service_purges_and_goes_on_after_a_failure(engine, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(daily.logger, "error", lambda text, *words: told.append(text % words))
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
        if not talks(engine) and told:
            break
        await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert talks(engine) == {}
    [text] = told
    assert text.startswith("Old talks could not be deleted: OperationalError")


def test_the_command_says_what_it_deleted(engine, capsys):
    say(engine, "old", 3650)
    settings = load({"WAYMARK_DATABASE_URL": engine.url.render_as_string(hide_password=False)}, env_file=None)
    assert purging.purge_now(settings) == 0
    assert "deleted: 1 of events" in capsys.readouterr().out


def test_the_command_names_the_setting_of_a_database_that_fails(capsys):
    settings = load({"WAYMARK_DATABASE_URL": "sqlite:////nowhere/at/all.db"}, env_file=None)
    assert purging.purge_now(settings) == 1
    assert capsys.readouterr().err.startswith("WAYMARK_DATABASE_URL")
