"""Talks over the chat API with the trained model, the real action server and a database."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any

import pytest
import requests

SECONDS = 30


def fits(answer: str, wanted: str) -> bool:
    """Tell whether an id is a wanted one: ``a | b`` takes either, ``*`` stands for anything."""
    return any(fnmatchcase(answer, pattern) for pattern in wanted.split(" | "))


def offered(message: dict[str, Any]) -> list[str]:
    """Return the ids that the buttons of a reply lead to."""
    answer = message["answer"]
    return list(dict.fromkeys(choice["id"] for choice in (*answer["follow_ups"], *answer["options"])))


class Talk:
    """One conversation, as a client of the chat API."""

    def __init__(self, url: str) -> None:
        self.url = url
        started = requests.post(f"{url}/chat/api/conversations", timeout=SECONDS)
        assert started.status_code == 201
        self.conversation = started.json()["conversation"]
        self.headers = {"Authorization": f"Bearer {started.json()['token']}"}
        self.last: dict[str, Any] = {}

    def post(self, body: object, **options: Any) -> requests.Response:
        headers = self.headers | options.pop("headers", {})
        return requests.post(
            f"{self.url}/chat/api/messages", json=body, headers=headers, timeout=SECONDS, **options
        )

    def say(self, text: str) -> dict[str, Any]:
        """Send typed text; return the one message of the reply."""
        return self._one(self.post({"text": text}))

    def ask(self, text: str) -> str:
        """Send typed text; return the answer id of the reply."""
        return str(self.say(text)["answer"]["id"])

    def goes(self, *turns: tuple[str, str]) -> None:
        """Say the texts one after the other; each answer must fit the id beside it (see :func:`fits`)."""
        said = []
        for text, wanted in turns:
            given = self.ask(text)
            said.append(f"{text!r} -> {given}")
            assert fits(given, wanted), f"wanted {wanted}: {'; '.join(said)}"

    def press(self, number: int) -> dict[str, Any]:
        """Press a button of the last reply."""
        return self._one(self.post({"payload": self.last["buttons"][number]["payload"]}))

    def history(self) -> list[dict[str, Any]]:
        """Return the talk so far, from the server."""
        reply = requests.get(f"{self.url}/chat/api/history", headers=self.headers, timeout=SECONDS)
        assert reply.status_code == 200
        return list(reply.json()["messages"])

    def _one(self, reply: requests.Response) -> dict[str, Any]:
        assert reply.status_code == 200, reply.text
        (message,) = reply.json()["messages"]
        assert message["text"].strip()
        self.last = message
        return dict(message)


@pytest.fixture
def talk(service) -> Talk:
    """A fresh talk."""
    return Talk(service.url)
