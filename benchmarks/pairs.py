"""People who send two messages at once, one to each of two servers, and keep on until both are answered."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import requests

_PATIENCE_SECONDS = 30
_PAUSE_SECONDS = 0.1
_QUESTION = "what does the pmp cost, {}"


@dataclass
class Sent:
    """A message: when it was first sent and when it was answered (``None``: never), on ``time.monotonic``."""

    conversation: str
    text: str
    message_id: str
    began: float
    answered: float | None = None
    tries: int = 0

    @property
    def waited(self) -> float:
        """Return for how many seconds the person waited."""
        return (self.answered or time.monotonic()) - self.began

    def is_open(self, moment: float) -> bool:
        """Tell whether it was sent and not answered at ``moment``."""
        return self.began <= moment and (self.answered is None or self.answered > moment)


@dataclass
class Crowd:
    """Some people with a conversation each, before the servers at ``urls``.

    ``give_up_seconds`` is how long somebody tries to get an answer, each time from the other server. ``out``
    are the servers that are starting: as behind a load balancer, nobody is sent there.
    """

    urls: Sequence[str]
    people: int
    give_up_seconds: float = 120.0
    sent: list[Sent] = field(default_factory=list)
    tokens: dict[str, str] = field(default_factory=dict)
    answers: int = 0
    out: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def gather(self) -> None:
        """Start a conversation for each person."""
        for _ in range(self.people):
            body = requests.post(f"{self.urls[0]}/chat/api/conversations", timeout=_PATIENCE_SECONDS).json()
            self.tokens[body["conversation"]] = body["token"]

    def talk(self, pairs: int) -> None:
        """Send ``pairs`` pairs, divided among the people; returns when all are answered or given up."""
        before = len(self.sent) // len(self.urls)
        with ThreadPoolExecutor(self.people) as pool:
            for person, conversation in enumerate(self.tokens):
                numbers = range(before + person, before + pairs, self.people)
                pool.submit(self._pairs, conversation, numbers)

    def wrong(self) -> list[str]:
        """Return what is wrong with the stored talks: answered messages that are lost, and doubled ones."""
        found = []
        for conversation in self.tokens:
            stored = [entry["text"] for entry in self.history(conversation) if entry["from"] == "user"]
            for message in (sent for sent in self.sent if sent.conversation == conversation):
                count = stored.count(message.text)
                if message.answered is None:
                    found.append(f"never answered: {message.text}")
                if count > 1 or (count == 0 and message.answered is not None):
                    found.append(f"{count} times in the talk: {message.text}")
        return found

    def history(self, conversation: str) -> list[dict[str, Any]]:
        """Return a talk as the first server has it."""
        reply = requests.get(
            f"{self.urls[0]}/chat/api/history", headers=self._headers(conversation), timeout=_PATIENCE_SECONDS
        )
        reply.raise_for_status()
        return list(reply.json()["messages"])

    def _pairs(self, conversation: str, numbers: range) -> None:
        with ThreadPoolExecutor(len(self.urls)) as both:
            for number in numbers:
                list(both.map(self._once(conversation, number), range(len(self.urls))))

    def _once(self, conversation: str, number: int) -> Callable[[int], None]:
        together = threading.Barrier(len(self.urls))

        def send(server: int) -> None:
            together.wait()
            text = _QUESTION.format(f"number {number} {'ab'[server]}")
            self._send(Sent(conversation, text, uuid.uuid4().hex, time.monotonic()), server)

        return send

    def _send(self, message: Sent, server: int) -> None:
        with self._lock:
            self.sent.append(message)
        while message.answered is None and message.waited < self.give_up_seconds:
            url = self.urls[(server + message.tries) % len(self.urls)]
            if url in self.out:
                url = next(other for other in self.urls if other != url)
            message.tries += 1
            if self._is_answered(url, message):
                message.answered = time.monotonic()
                self.answers += 1
            else:
                time.sleep(_PAUSE_SECONDS)

    def _is_answered(self, url: str, message: Sent) -> bool:
        body = {"text": message.text, "message_id": message.message_id}
        try:
            reply = requests.post(
                f"{url}/chat/api/messages",
                json=body,
                headers=self._headers(message.conversation),
                timeout=_PATIENCE_SECONDS,
            )
        except requests.RequestException:
            return False
        return reply.status_code == HTTPStatus.OK and bool(reply.json()["messages"])

    def _headers(self, conversation: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens[conversation]}"}
