"""``python -m benchmarks.two_servers``: two real servers and PostgreSQL, with everything that can die dying.

People send two messages at once, one to each server; meanwhile servers are killed (``kill -9``) at random
moments and started again, and the database is stopped and started. Afterwards the stored talks are compared
with what was answered. Linux only.
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

from benchmarks.pairs import Crowd
from benchmarks.postgres import Postgres
from benchmarks.processes import family
from bot.service.ports import free_ports
from bot.service.running import Service

_QUIET_SECONDS = (1.0, 4.0)
_DOWN_SECONDS = 2.0


class Pair:
    """Two servers on one database: ``with Pair(url) as pair``."""

    def __init__(self, database_url: str) -> None:
        ports = free_ports(4)
        self._database_url = database_url
        self._environment = {"WAYMARK_TOKEN_SECRET": secrets.token_urlsafe(48)}
        self.servers = [self._server(*ports[:2]), self._server(*ports[2:])]

    @property
    def urls(self) -> list[str]:
        """Return where the servers are."""
        return [server.url for server in self.servers]

    def start(self) -> None:
        """Start both and wait until they are ready. Raises ``ServiceError``."""
        with ThreadPoolExecutor(len(self.servers)) as pool:
            list(pool.map(Service.start, self.servers))

    def kill(self, which: int) -> None:
        """End a server as a crash of its machine does."""
        for pid in family(self.servers[which].pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def start_again(self, which: int) -> None:
        """Start a killed server at its old place."""
        old = self.servers[which]
        old.stop()
        self.servers[which] = self._server(old.port, old.action_port)
        self.servers[which].start()

    def stop(self) -> None:
        """Stop both."""
        for server in self.servers:
            server.stop()

    def _server(self, port: int, action_port: int) -> Service:
        return Service(port, action_port, self._database_url, self._environment)


@dataclass
class Trouble:
    """What is done to the servers and the database while people talk, the same with the same ``seed``."""

    pair: Pair
    database: Postgres
    crowd: Crowd
    seed: int
    kills: list[float] = field(default_factory=list)
    stops: list[float] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)

    def make(self) -> None:
        """Kill and stop until :meth:`end`."""
        chance = random.Random(self.seed)  # noqa: S311 - moments, not secrets
        while not self._over.wait(chance.uniform(*_QUIET_SECONDS)):
            if len(self.kills) > 2 * len(self.stops):
                self.stop_database()
            else:
                self.kill(chance.randrange(len(self.pair.servers)))

    def end(self) -> None:
        """Make no more."""
        self._over.set()

    def kill(self, which: int) -> None:
        """Kill a server; it is back when this returns."""
        url = self.pair.urls[which]
        self.kills.append(time.monotonic())
        self.pair.kill(which)
        self.crowd.out.add(url)
        self.pair.start_again(which)
        self.crowd.out.discard(url)

    def stop_database(self) -> None:
        """Stop the database as a crash does, and start it again."""
        self.database.stop()
        time.sleep(_DOWN_SECONDS)
        self.database.start()
        self.stops.append(time.monotonic())

    def recoveries(self, moments: list[float]) -> list[float]:
        """Return how long after each of ``moments`` the last message that was under way then was answered."""
        return [
            max(
                (sent.began + sent.waited - moment for sent in self.crowd.sent if sent.is_open(moment)),
                default=0.0,
            )
            for moment in moments
        ]


def main(arguments: list[str] | None = None) -> int:
    """Run the command and print what happened. Returns 1 when a message was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.two_servers", description=__doc__)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--people", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calm", action="store_true", help="kill and stop nothing")
    options = parser.parse_args(arguments)
    with Postgres(durable=True) as database:
        pair = Pair(database.url)
        try:
            pair.start()
            crowd = Crowd(pair.urls, options.people)
            crowd.gather()
            trouble = Trouble(pair, database, crowd, options.seed)
            making = threading.Thread(target=trouble.make)
            if not options.calm:
                making.start()
            began = time.monotonic()
            crowd.talk(options.pairs)
            seconds = time.monotonic() - began
            trouble.end()
            if not options.calm:
                making.join()
            wrong = crowd.wrong()
        finally:
            pair.stop()
    _report(trouble, seconds, wrong)
    return 1 if wrong else 0


def _report(trouble: Trouble, seconds: float, wrong: list[str]) -> None:
    sent = trouble.crowd.sent
    waited = sorted(message.waited for message in sent)
    print(f"{len(sent)} messages in pairs, {trouble.crowd.answers} answered, in {seconds:.0f} s.")
    print(f"Sent more than once: {sum(message.tries > 1 for message in sent)}.")
    print(f"Waiting: median {waited[len(waited) // 2]:.2f} s, longest {waited[-1]:.2f} s.")
    for what, moments in (("kill -9", trouble.kills), ("database stopped", trouble.stops)):
        times = ", ".join(f"{after:.2f} s" for after in trouble.recoveries(moments))
        print(f"{what}: {len(moments)} times; what was under way was answered after {times or 'nothing'}.")
    print(f"Lost or doubled: {len(wrong)}.", *wrong[:20], sep="\n  ")


if __name__ == "__main__":
    sys.exit(main())
