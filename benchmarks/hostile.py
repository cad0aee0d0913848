"""``python -m benchmarks.hostile --bodies 10000``: hostile requests to the real service, and what came of it.

What must hold, whatever comes: the service goes on, every request has an answer within five seconds, no
answer is a 500 or holds a stack trace, memory does not grow with them, and nothing typed stands in the log.
"""

from __future__ import annotations

import argparse
import json
import random
import socket
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from urllib.parse import urlsplit

import requests

from benchmarks.hostile_pieces import CANARY, MESSAGES, NO_HTTP, OPENINGS
from benchmarks.hostile_requests import Hostile, hostile
from benchmarks.memory import memory
from bot.service.running import Service

LONGEST_SECONDS = 5.0
# A talk of that many hostile messages, then another one.
_TALK = 25
_WARM_UP = 300
_FROZEN_SECONDS = 300
_LEAKS = ("Traceback", 'File "/', "Error:", "Exception", "sqlalchemy", "/site-packages/", "0x7f")
_FAILED = 500


@dataclass
class Report:
    """What was tried and what came of it; ``failures`` are sentences. Memory is in MB, times in seconds."""

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0
    memory_before: float = 0.0
    memory_after: float = 0.0

    @property
    def tried(self) -> int:
        """Return the number of requests."""
        return sum(self.statuses.values())

    def lines(self) -> Iterator[str]:
        """Yield the report as text."""
        kinds: dict[str, Counter[int]] = {}
        for (kind, status), count in self.statuses.items():
            kinds.setdefault(kind, Counter())[status] += count
        for kind, found in sorted(kinds.items()):
            yield f"{kind:14} {', '.join(f'{status}: {found[status]}' for status in sorted(found))}"
        yield f"{self.tried} requests, the slowest in {self.slowest:.2f} s"
        yield f"memory {self.memory_before:.0f} MB -> {self.memory_after:.0f} MB"
        yield f"{len(self.failures)} failures"
        yield from self.failures[:50]


class Attacker:
    """Sends requests to ``url``, in talks of its own, and notes in ``report`` what should not be."""

    def __init__(self, url: str, seed: int, report: Report, patience: float = LONGEST_SECONDS) -> None:
        self._url = url
        self._patience = patience
        place = urlsplit(url)
        self._place = (place.hostname or "", place.port or 80)
        self._chance = random.Random(seed)  # noqa: S311 - to be repeatable, not secret
        self._report = report
        self._token = ""

    def run(self, count: int) -> None:
        """Send ``count`` requests."""
        for number in range(count):
            if number % _TALK == 0:
                self._begin()
            self._try(hostile(self._chance))

    def _begin(self) -> None:
        """Start a talk. A service that a request before has frozen is waited for: that was its failure."""
        started = requests.post(f"{self._url}/chat/api/conversations", timeout=_FROZEN_SECONDS)
        self._token = started.json()["token"]
        body = json.dumps({"text": self._chance.choice(OPENINGS)}).encode()
        self._try(Hostile("opening", "POST", MESSAGES, {}, body))

    def _try(self, request: Hostile) -> None:
        started = time.monotonic()
        try:
            status, body = self._send(request)
            faults = _faults(status, body)
        except (OSError, HTTPException) as error:
            status = 0
            # To hang up is its right when it was not spoken to in HTTP.
            hung_up = request.kind == NO_HTTP and not isinstance(error, TimeoutError)
            faults = [] if hung_up else [f"no answer: {type(error).__name__}"]
        self._report.slowest = max(self._report.slowest, time.monotonic() - started)
        self._note(request, status, *faults)

    def _note(self, request: Hostile, status: int, *faults: str) -> None:
        self._report.statuses[request.kind, status] += 1
        shown = repr(request._replace(body=request.body[:300], chunks=request.chunks[:3]))[:600]
        self._report.failures += [f"{fault}: {shown}" for fault in faults]

    def _send(self, request: Hostile) -> tuple[int, bytes]:
        with socket.create_connection(self._place, timeout=self._patience) as line:
            # Refused before all was sent: the refusal may still be read.
            with suppress(BrokenPipeError, ConnectionResetError):
                line.sendall(request.raw if request.kind == NO_HTTP else self._head(request) + _body(request))
                if request.kind == NO_HTTP:
                    line.shutdown(socket.SHUT_WR)
            answer = HTTPResponse(line, method=request.method)
            answer.begin()
            return answer.status, answer.read()

    def _head(self, request: Hostile) -> bytes:
        length = (
            {"Transfer-Encoding": "chunked"} if request.chunks else {"Content-Length": str(len(request.body))}
        )
        headers = {
            "Host": "{}:{}".format(*self._place),
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "Connection": "close",
            **length,
            **request.headers,
        }
        lines = [
            f"{request.method} {request.path} HTTP/1.1",
            *(f"{name}: {text}" for name, text in headers.items()),
        ]
        return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _body(request: Hostile) -> bytes:
    if not request.chunks:
        return request.body
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in request.chunks) + b"0\r\n\r\n"


def _faults(status: int, body: bytes) -> list[str]:
    said = body.decode("utf-8", "replace")
    faults = [f"it says {leak}" for leak in _LEAKS if leak in said and status != 200]  # noqa: PLR2004
    return [*faults, *([f"status {status}"] if status >= _FAILED else [])]


def attack(
    service: Service, bodies: int, seed: int, attackers: int = 2, patience: float = LONGEST_SECONDS
) -> Report:
    """Send ``bodies`` hostile requests to ``service`` from several sides at once; return what came of it."""
    report = Report()
    Attacker(service.url, seed, Report()).run(min(_WARM_UP, bodies // 3))
    report.memory_before = memory(service.pid)
    with ThreadPoolExecutor(attackers) as pool:
        each = [bodies // attackers + (number < bodies % attackers) for number in range(attackers)]
        runs = [
            pool.submit(Attacker(service.url, seed + 1 + number, report, patience).run, count)
            for number, count in enumerate(each)
        ]
        for run in runs:
            run.result()
    report.memory_after = memory(service.pid)
    health = requests.get(f"{service.url}/health", timeout=30)
    if health.status_code != requests.codes.ok:
        report.failures.append(f"afterwards the service is not well: {health.text}")
    log = service.log.read_text(encoding="utf-8", errors="replace")
    report.failures += [
        f"the log holds {found!r}" for found in (CANARY, "Traceback", "stopped (rc=") if found in log
    ]
    return report


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns 1 when anything failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--bodies", type=int, default=10_000, help="how many requests")
    parser.add_argument("--seed", type=int, default=1, help="another number tries other requests")
    options = parser.parse_args(arguments)
    with Service(environment={"LOG_LEVEL": "INFO"}) as service:
        report = attack(service, options.bodies, options.seed)
        print(*report.lines(), sep="\n")
        print(service.log.read_text(encoding="utf-8", errors="replace")[-3000:], file=sys.stderr)
    return bool(report.failures)


if __name__ == "__main__":
    sys.exit(main())
