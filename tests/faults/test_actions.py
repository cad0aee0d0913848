"""The action server is down, slow, raises, or answers rubbish; the rest is real, with the trained model."""

from __future__ import annotations

import json
import time

import pytest
import requests

from tests.faults.conftest import ChatServer, Handler, answer

SECRET = "hunter2"
TEXT = f"how much does the pmp cost, I am {SECRET}"
LEAKS = (SECRET, "Traceback", "Exception", "Error", "127.0.0.1", "action_answer", "webhook", ".py")


def raising(handler: Handler) -> None:
    handler.send(500, {"error": "The action failed.", "incident": "12345678"})


def hanging_up(handler: Handler) -> None:
    handler.close_connection = True


def page(handler: Handler) -> None:
    handler.send(200, b"<h1>It works!</h1>", "text/html")


def cut_off(handler: Handler) -> None:
    handler.send(200, json.dumps(answer()).encode()[:40])


def a_list(handler: Handler) -> None:
    handler.send(200, [answer()])


def nothing(handler: Handler) -> None:
    handler.send(200, {"events": [], "responses": []})


def no_words(handler: Handler) -> None:
    handler.send(200, {"events": [], "responses": [{"text": "", "buttons": []}]})


def unheard_of_event(handler: Handler) -> None:
    handler.send(200, {**answer(), "events": [{"event": "nonsense"}]})


def rejecting(handler: Handler) -> None:
    handler.send(400, {"error": "not now", "action_name": "action_answer"})


def value(server: ChatServer, series: str) -> float:
    said = requests.get(f"{server.url}/metrics", timeout=10).text
    found = [line.split()[-1] for line in said.splitlines() if line.startswith(f"{series} ")]
    return float(found[0]) if found else 0.0


def lines(server: ChatServer, since: int) -> list[dict]:
    return [json.loads(line) for line in server.log.read_text()[since:].splitlines()]


def assert_honest(reply: requests.Response) -> None:
    """A 503 with a sentence, when to try again, and nothing from inside."""
    assert reply.status_code == 503
    assert int(reply.headers["Retry-After"]) > 0
    assert reply.json()["error"]["code"] == "unavailable"
    assert reply.json()["error"]["message"].startswith("I could not answer just now.")
    assert not [leak for leak in LEAKS if leak in reply.text]


@pytest.mark.parametrize("stream", [False, True], ids=["at once", "stream"])
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (raising, "action_failed"),
        (hanging_up, "action_down"),
        (page, "action_rubbish"),
        (cut_off, "action_rubbish"),
        (a_list, "action_rubbish"),
        (unheard_of_event, "action_rubbish"),
        (nothing, "silent"),
        (no_words, "silent"),
        (rejecting, "action_failed"),
    ],
    ids=lambda given: given if isinstance(given, str) else given.__name__,
)
def test_a_failed_action_is_told_counted_logged_and_over(server, person, reply, kind, stream):
    series = f'waymark_errors_total{{kind="{kind}"}}'
    before, since = value(server, series), len(server.log.read_text())
    server.actions.reply = reply
    assert_honest(person.say(TEXT, stream=stream))
    assert value(server, series) == before + 1
    [turn] = [line for line in lines(server, since) if line.get("outcome")]
    assert (turn["outcome"], turn["level"], turn["channel"]) == (kind, "error", "web")
    assert SECRET not in server.log.read_text()
    server.actions.reply = lambda handler: handler.send(200, answer())
    again = person.say(TEXT)
    assert again.json()["messages"][0]["text"] == "An answer."
    assert [said for who, said in person.told() if who == "bot"] == ["An answer."]


def test_an_action_server_that_is_down_is_seen_and_found_again(server, person):
    server.actions.down()
    assert_honest(person.say(TEXT))
    assert server.wait_until(503)["checks"]["actions"] is False
    assert requests.get(f"{server.url}/health/live", timeout=5).status_code == 200
    assert value(server, 'waymark_part_up{part="actions"}') == 0
    server.actions.up()
    server.wait_until(200)
    assert person.say(TEXT).status_code == 200


def test_a_slow_action_is_told_of_and_holds_the_talk_up_no_longer(server, person):
    def slow(handler: Handler) -> None:
        time.sleep(30)

    slow_ones = value(server, 'waymark_errors_total{kind="action_slow"}')
    server.actions.reply = slow
    assert_honest(person.say(TEXT))
    server.actions.reply = lambda handler: handler.send(200, answer())
    assert person.say(TEXT).status_code == 200
    assert value(server, 'waymark_errors_total{kind="action_slow"}') == slow_ones + 1
    assert value(server, 'waymark_errors_total{kind="slow"}') >= 1


def test_a_client_that_vanishes_finds_the_answer_when_it_comes_back(server, person):
    def late(handler: Handler) -> None:
        time.sleep(1)
        handler.send(200, answer("A late answer."))

    server.actions.reply = late
    with pytest.raises(requests.Timeout):
        person.say(TEXT, timeout=0.5)
    for _ in range(100):
        if len(told := person.told()) == 2:
            break
        time.sleep(0.1)
    assert [who for who, _ in told] == ["user", "bot"]
    assert told[1][1] == "A late answer."


def test_the_action_server_hears_of_the_turn_that_the_log_names(server, person):
    heard: list[str] = []

    def listening(handler: Handler) -> None:
        heard.append(handler.headers["X-Waymark-Request"])
        handler.send(200, answer())

    since = len(server.log.read_text())
    server.actions.reply = listening
    person.say(TEXT)
    [turn] = [line for line in lines(server, since) if line.get("outcome")]
    assert heard == [turn["request"]]
    assert turn["answer"] == "topic/start"
    assert {"nlu_milliseconds", "policies_milliseconds", "action_milliseconds", "store_milliseconds"} < set(
        turn
    )
