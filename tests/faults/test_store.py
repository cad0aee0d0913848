"""The database is down, comes back, or has no room; the chat server and the model are real."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from benchmarks.postgres import Postgres
from tests.faults.conftest import ChatServer, Person
from tests.faults.test_actions import SECRET, TEXT, assert_honest, value
from tests.postgres import postgres_server

STORE = 'waymark_errors_total{kind="store"}'
NO_LIMIT = resource.RLIM_INFINITY


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    with postgres_server() as server:
        yield server


def test_a_database_that_goes_down_loses_nothing_that_was_answered(tmp_path, postgres):
    server = ChatServer(tmp_path, WAYMARK_DATABASE_URL=postgres.url)
    server.actions.up()
    server.start()
    try:
        server.wait_until(200)
        person = Person(server)
        assert person.say("what does a pmo analyst do").status_code == 200
        postgres.stop()
        try:
            assert_honest(person.say(TEXT))
            assert server.wait_until(503)["checks"]["store"] is False
            assert requests.get(f"{server.url}/health/live", timeout=5).status_code == 200
            assert value(server, STORE) >= 1
        finally:
            postgres.start()
        server.wait_until(200)
        assert person.say("how much is it").status_code == 200
        assert [said for who, said in person.told() if who == "user"] == [
            "what does a pmo analyst do",
            "how much is it",
        ]
        assert SECRET not in server.log.read_text()
    finally:
        server.end()


@pytest.fixture
def small_disk(server: ChatServer) -> Iterator[Path]:
    """No file of the server may grow beyond what its database has now. (A full disk refuses in the same way.)"""
    assert Person(server).say("hello").status_code == 200
    files = list(Path(server.database_url.removeprefix("sqlite:///")).parent.glob("waymark.db*"))
    largest = max(file.stat().st_size for file in files)
    assert server.log.stat().st_size < largest
    before = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (largest, before[1]))
    yield files[0]
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits another process")
def test_a_disk_without_room_stores_no_half_turns_and_keeps_what_is_there(server, person, small_disk):
    before = value(server, STORE)
    asked = []
    for number in range(60):
        reply = person.say(f"{TEXT} {number}")
        if reply.status_code != 200:
            break
        asked.append(f"{TEXT} {number}")
    assert_honest(reply)
    assert value(server, STORE) == before + 1
    assert [said for who, said in person.told() if who == "user"] == asked
    assert SECRET not in server.log.read_text()
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (NO_LIMIT, NO_LIMIT))
    assert person.say("again").status_code == 200
    assert [said for who, said in person.told() if who == "user"] == [*asked, "again"]
