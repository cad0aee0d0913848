from __future__ import annotations

import time

import pytest

from benchmarks.pairs import Crowd, Sent


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> Crowd:
    """A crowd of one, who sent and got answered "one" and "two", and "three" without an answer."""
    people = Crowd(["http://a.invalid", "http://b.invalid"], 1)
    people.tokens["talk"] = "token"
    for text, answered in (("one", 2.0), ("two", 3.0), ("three", None)):
        people.sent.append(Sent("talk", text, f"id-{text}", 1.0, answered))
    return people


def stored(*texts: str):
    entries = [{"from": "user", "text": text} for text in texts] + [{"from": "bot", "text": "one"}]
    return lambda _crowd, _conversation: entries


def test_what_was_answered_and_stored_once_is_right(crowd: Crowd, monkeypatch):
    monkeypatch.setattr(Crowd, "history", stored("one", "two"))
    assert crowd.wrong() == ["never answered: three"]


def test_lost_and_doubled_messages_are_found(crowd: Crowd, monkeypatch):
    monkeypatch.setattr(Crowd, "history", stored("two", "two", "three", "three"))
    assert crowd.wrong() == [
        "0 times in the talk: one",
        "2 times in the talk: two",
        "never answered: three",
        "2 times in the talk: three",
    ]


def test_a_message_is_open_from_when_it_was_sent_until_it_was_answered(crowd: Crowd):
    one, _, three = crowd.sent
    assert [one.is_open(moment) for moment in (0.5, 1.5, 2.5)] == [False, True, False]
    assert three.is_open(100.0)
    assert one.waited == 1.0
    assert three.waited == pytest.approx(time.monotonic() - 1.0, abs=5)


def test_nobody_is_sent_to_a_server_that_is_starting(crowd: Crowd, monkeypatch):
    asked: list[str] = []

    def answered(_crowd: Crowd, url: str, _message: Sent) -> bool:
        asked.append(url)
        return len(asked) > 1

    monkeypatch.setattr(Crowd, "_is_answered", answered)
    crowd.out.add(crowd.urls[0])
    crowd._send(Sent("talk", "four", "id-four", time.monotonic()), 0)
    assert asked == [crowd.urls[1]] * 2
    assert crowd.answers == 1
