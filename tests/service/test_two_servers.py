"""Two real servers and one PostgreSQL: a talk goes on on either, whatever dies."""

from __future__ import annotations

import random
import threading
import time
import uuid
from collections.abc import Iterator

import pytest
import requests

from benchmarks.pairs import Crowd
from benchmarks.postgres import Postgres
from benchmarks.two_servers import Pair, Trouble
from tests.postgres import postgres_server

PEOPLE = 3
SEED = 20261126


@pytest.fixture(scope="module")
def database() -> Iterator[Postgres]:
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="module")
def pair(database: Postgres) -> Iterator[Pair]:
    servers = Pair(database.url)
    try:
        servers.start()
        yield servers
    finally:
        servers.stop()


@pytest.fixture
def crowd(pair: Pair) -> Crowd:
    people = Crowd(pair.urls, PEOPLE)
    people.gather()
    return people


class Visitor:
    """Somebody whose messages reach now one server, now the other."""

    def __init__(self, urls: list[str]) -> None:
        self.urls = urls
        body = requests.post(f"{urls[0]}/chat/api/conversations", timeout=30).json()
        self.headers = {"Authorization": f"Bearer {body['token']}"}

    def ask(self, server: int, text: str, message_id: str | None = None) -> str:
        """Return the id of the answer that the server gives."""
        body = {"text": text, "message_id": message_id}
        address = f"{self.urls[server]}/chat/api/messages"
        reply = requests.post(address, json=body, headers=self.headers, timeout=60)
        assert reply.status_code == 200, reply.text
        return reply.json()["messages"][0]["answer"]["id"]

    def said(self) -> list[str]:
        reply = requests.get(f"{self.urls[0]}/chat/api/history", headers=self.headers, timeout=30).json()
        return [entry["text"] for entry in reply["messages"] if entry["from"] == "user"]


def test_a_talk_goes_on_on_either_server(pair: Pair) -> None:
    visitor = Visitor(pair.urls)
    answers = [
        visitor.ask(number % 2, text)
        for number, text in enumerate(["what does the pmp cost", "and capm?", "how long do i study for it"])
    ]
    assert answers == ["credential/pmp/cost", "credential/capm/cost", "credential/capm/study_time"]


def test_a_message_is_answered_once_by_both_servers(pair: Pair) -> None:
    visitor, message_id = Visitor(pair.urls), uuid.uuid4().hex
    answers = {visitor.ask(server, "what does the pmp cost", message_id) for server in (0, 1, 0)}
    assert answers == {"credential/pmp/cost"}
    assert visitor.said() == ["what does the pmp cost"]


def test_of_simultaneous_messages_none_is_lost_and_none_doubled(crowd: Crowd) -> None:
    crowd.talk(pairs=5 * PEOPLE)
    assert crowd.wrong() == []
    assert crowd.answers == 10 * PEOPLE


def test_a_database_that_is_started_again_costs_no_message(
    pair: Pair, database: Postgres, crowd: Crowd
) -> None:
    trouble = Trouble(pair, database, crowd, seed=1)
    stopping = threading.Timer(0.7, trouble.stop_database)
    stopping.start()
    crowd.talk(pairs=5 * PEOPLE)
    stopping.join()
    crowd.talk(pairs=PEOPLE)
    assert crowd.wrong() == []


def test_when_a_server_is_killed_in_a_turn_the_other_goes_on(pair: Pair, crowd: Crowd) -> None:
    """The last test of this file: one of the servers is gone after it."""
    visitor = Visitor(pair.urls)
    assert visitor.ask(1, "what does the pmp cost") == "credential/pmp/cost"

    moment = random.Random(SEED).uniform(PEOPLE, 6 * PEOPLE)  # noqa: S311 - a moment, not a secret

    def kill() -> None:
        while crowd.answers < moment:
            time.sleep(0.01)
        pair.kill(1)

    killing = threading.Thread(target=kill)
    killing.start()
    crowd.talk(pairs=5 * PEOPLE)
    killing.join()
    assert crowd.wrong() == []
    assert any(message.tries > 1 for message in crowd.sent)
    assert visitor.ask(0, "and capm?") == "credential/capm/cost"
