"""For locust: a person who asks, presses buttons, does a check, looks back, votes, and begins anew.

An answer without words is a failure. "Busy" (429) is none: the person waits as long as the chat asks for, and
sends the same again.
"""

from __future__ import annotations

import random
from http import HTTPStatus
from typing import Any

import gevent
from locust import FastHttpUser, between, task

from benchmarks.sentences import ASKING, CHECK, FOLLOWING

TURN, BUSY = "turn", "busy"
_TRIES = 3
_CHANCE = random.Random()  # noqa: S311 - nothing secret


class Person(FastHttpUser):
    """Thinks one to four seconds between two messages."""

    wait_time = between(1, 4)
    connection_timeout = network_timeout = 60.0

    def on_start(self) -> None:
        """Begin a conversation."""
        self.begin()

    @task(8)
    def question(self) -> None:
        """Ask something, and half of the time something that needs the answer before."""
        self.say(text=_CHANCE.choice(ASKING))
        if _CHANCE.choice((True, False)):
            self.wait()
            self.say(text=_CHANCE.choice(FOLLOWING))

    @task(5)
    def button(self) -> None:
        """Press a button of the last answer."""
        if self.buttons:
            self.say(payload=_CHANCE.choice(self.buttons)["payload"])

    @task(1)
    def check(self) -> None:
        """Go through an eligibility check, from the beginning to its verdict."""
        for text in CHECK:
            self.say(text=text)
            self.wait()

    @task(1)
    def history(self) -> None:
        """Open the page again."""
        self.client.get("/chat/api/history", headers=self.token, name="history")

    @task(1)
    def vote(self) -> None:
        """Give a thumb on the last answer."""
        if self.answer:
            vote = {"answer": self.answer, "vote": _CHANCE.choice(("up", "down"))}
            self.client.post("/chat/api/feedback", json=vote, headers=self.token, name="vote")

    @task(1)
    def begin(self) -> None:
        """Begin a new conversation."""
        self.token: dict[str, str] = {}
        self.buttons: list[dict[str, str]] = []
        self.answer = ""
        with self.client.post(
            "/chat/api/conversations", name="new conversation", catch_response=True
        ) as reply:
            self.token = {"Authorization": f"Bearer {reply.json()['token']}"} if reply.ok else {}

    def say(self, **ask: str) -> None:
        """Send a message; send it again, as often as three times, when the chat is busy."""
        for _ in range(_TRIES):
            with self.client.post(
                "/chat/api/messages", json=ask, headers=self.token, name=TURN, catch_response=True
            ) as reply:
                if reply.status_code != HTTPStatus.TOO_MANY_REQUESTS:
                    self._hear(reply)
                    return
                reply.request_meta["name"] = BUSY
                reply.success()
                seconds = int(reply.headers["Retry-After"])
            gevent.sleep(seconds)

    def _hear(self, reply: Any) -> None:  # noqa: ANN401 - locust's own
        messages = reply.json()["messages"] if reply.status_code == HTTPStatus.OK else []
        if not any(message["text"] for message in messages):
            reply.failure(f"no answer ({reply.status_code})")
            return
        self.buttons = messages[-1]["buttons"]
        self.answer = (messages[-1]["answer"] or {}).get("id", "")
