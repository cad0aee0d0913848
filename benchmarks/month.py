"""``python -m benchmarks.month DATABASE_URL --talks 5000``: a simulated month of talks, to try the report on.

Talks are held with the real service: labelled questions, dialogues, guided talks, and questions that nobody
can answer, in a mix that ``--seed`` decides. Afterwards their times are spread over the month, more on
weekdays and by day.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

import requests

from benchmarks.spread import spread
from bot.evaluation.cases import Case, read_cases
from bot.service.running import Service
from bot.settings import ROOT

SETS = ROOT / "tests" / "evaluation"
MIX = ROOT / "benchmarks" / "month.jsonl"
AT_ONCE = 3
_TRIES = 4
# Shares of the kinds of talks; the rest are single questions with what follows on them.
_DIALOGUE, _GUIDED, _UNKNOWN = 0.15, 0.1, 0.12
_GOES_ON, _PRESSES, _LEAVES_GUIDED = 0.55, 0.6, 0.12
_VOTES, _DOWN, _DOWN_IF_DECLINED = 0.08, 0.15, 0.7
_REASONS = ("wrong", "outdated", "unclear", "not_my_question", None)


class Source(NamedTuple):
    """What talks are made of."""

    questions: list[str]
    dialogues: list[list[str]]
    guided: list[list[str]]
    unknown: list[list[str]]


def read_source() -> Source:
    """Read the labelled sets of our own and the mix beside this file."""
    cases = [
        case for path in sorted(SETS.glob("*.jsonl")) if "sample" not in path.name for case in _cases(path)
    ]
    mix = [json.loads(line) for line in MIX.read_text(encoding="utf-8").splitlines()]
    return Source(
        questions=[case.turns[0].text for case in cases if len(case.turns) == 1],
        dialogues=[[turn.text for turn in case.turns] for case in cases if len(case.turns) > 1],
        guided=[item["q"] for item in mix if item["kind"] == "guided"],
        unknown=[item["q"] for item in mix if item["kind"] == "unknown"],
    )


def _cases(path: Path) -> list[Case]:
    return read_cases(path)


class Talker:
    """One person: a conversation with the service at ``url``, chosen by ``dice``."""

    def __init__(self, url: str, source: Source, dice: random.Random) -> None:
        self._api = f"{url}/chat/api"
        self._source = source
        self._dice = dice
        self._http = requests.Session()

    def talk(self) -> int:
        """Hold one talk; return how many turns it had."""
        token = self._http.post(f"{self._api}/conversations", timeout=400).json()["token"]
        self._http.headers["Authorization"] = f"Bearer {token}"
        turns = 0
        for words in self._script():
            message = self._send({"text": words})
            turns += 1
            while message["buttons"] and self._dice.random() < _GOES_ON * _PRESSES and turns % 4:
                message = self._send({"payload": self._dice.choice(message["buttons"])["payload"]})
                turns += 1
        self._http.close()
        return turns

    def _script(self) -> Iterator[str]:
        kind = self._dice.random()
        if kind < _DIALOGUE:
            yield from self._dice.choice(self._source.dialogues)
        elif kind < _DIALOGUE + _GUIDED:
            for words in self._dice.choice(self._source.guided):
                yield words
                if self._dice.random() < _LEAVES_GUIDED:
                    return
        elif kind < _DIALOGUE + _GUIDED + _UNKNOWN:
            yield self._dice.choice(self._dice.choice(self._source.unknown))
        else:
            yield self._dice.choice(self._source.questions)
            while self._dice.random() < _GOES_ON * (1 - _PRESSES):
                yield self._dice.choice(self._source.questions)

    def _send(self, body: dict[str, str]) -> dict[str, Any]:
        for _ in range(_TRIES):
            reply = self._http.post(f"{self._api}/messages", json=body, timeout=400)
            if reply.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
                break
            print("A turn failed and is sent again.", flush=True)
            time.sleep(float(reply.headers.get("Retry-After", 1)))
        reply.raise_for_status()
        message: dict[str, Any] = reply.json()["messages"][-1]
        self._perhaps_vote(message["answer"]["id"])
        return message

    def _perhaps_vote(self, answer: str) -> None:
        if self._dice.random() >= _VOTES:
            return
        doubtful = answer.startswith(("out_of_scope", "clarify"))
        down = self._dice.random() < (_DOWN_IF_DECLINED if doubtful else _DOWN)
        vote = {"answer": answer, "vote": "down" if down else "up"}
        reason = self._dice.choice(_REASONS) if down else None
        self._http.post(
            f"{self._api}/feedback", json=vote | ({"reason": reason} if reason else {}), timeout=60
        )


def main() -> None:
    """Hold the talks and spread them; prints how many turns it were and how fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database")
    parser.add_argument("--talks", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="go on after so many talks of a run that ended")
    parser.add_argument("--month", default="2026-11", help="such as 2026-11")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    source = read_source()
    started = time.monotonic()
    patient = {"WAYMARK_TURN_SECONDS": "300"}  # it runs beside other work
    with (
        Service(database_url=options.database, environment=patient) as service,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):

        def one(number: int) -> int:
            return Talker(service.url, source, random.Random(f"{options.seed}:{number}")).talk()  # noqa: S311

        turns = sum(pool.map(one, range(options.first, options.talks)))
    seconds = time.monotonic() - started
    spread(options.database, options.month, random.Random(options.seed))  # noqa: S311 - no secret
    rate = turns / seconds
    print(f"{options.talks - options.first} talks, {turns} turns in {seconds:.0f} s ({rate:.1f} a second)")


if __name__ == "__main__":
    main()
