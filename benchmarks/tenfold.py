"""``python -m benchmarks.tenfold``: training and reading with ten times the names and ten times the examples.

The project is copied to build/bench/tenfold and grown there by a seeded generator: roles and credentials with
made-up names, examples with other words in them. The texts mean nothing; only what they cost is measured.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
from dataclasses import asdict
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from benchmarks.nlu import OWN, Measurement, measure, on_one_core, questions
from benchmarks.places import WORK, keep, kept
from bot.knowledge.checks.training import read_examples
from bot.service.commands import trainer
from bot.settings import ROOT

SEED, TIMES = 20261126, 10
PLACE = WORK / "tenfold"
_COPIED = ("actions", "benchmarks", "bot", "data", "knowledge", "config.yml", "domain.yml", "build/encoder")
_NAMED = ("roles", "credentials")
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu")
_BESIDE = (
    "please",
    "honestly",
    "at my firm",
    "for a friend",
    "these days",
    "if i may ask",
    "in short",
    "as of now",
)


class Maker:
    """Makes names and sentences; the same ``seed`` makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing secret
        words = ["".join(parts) for parts in product(_SYLLABLES, repeat=4)]
        self._random.shuffle(words)
        self._fresh = iter(words)
        self._words: list[str] = []

    def name(self) -> str:
        """Return a name of two words that was not there before."""
        word = next(self._fresh)
        self._words.append(word)
        return f"{word} {self._random.choice(self._words)}er"

    def sentence(self, text: str) -> str:
        """Return ``text`` with a made-up word in it and something said beside it."""
        words = text.split()
        words.insert(self._random.randrange(len(words) + 1), self._random.choice(self._words))
        return " ".join([*words, self._random.choice(_BESIDE)])


def main(arguments: list[str] | None = None) -> int:
    """Measure; ``--times`` makes it smaller. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tenfold", description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES, help="how many times as much, 10 by default")
    times = parser.parse_args(arguments).times
    on_one_core()
    grow(PLACE, times)
    asked = PLACE / "questions.json"
    asked.write_text(json.dumps(questions()), encoding="utf-8")
    grown = measure("Waymark", trainer(PLACE, OWN), PLACE / OWN, asked, project=PLACE)
    keep("tenfold", {f"{times} times": _row(grown, PLACE), **_present()})
    print(grown)
    shutil.rmtree(PLACE)
    return 0


def _present() -> dict[str, Any]:
    """Return the row of the project as it is, if ``benchmarks.nlu`` has measured it."""
    now = kept("nlu").get("waymark")
    return {"as it is": _row(Measurement(**now), ROOT)} if now else {}


def _row(measured: Measurement, project: Path) -> dict[str, Any]:
    names = sum(1 for folder in _NAMED for _ in (project / "knowledge" / folder).glob("*.yml"))
    return {**asdict(measured), "names": names, "training": measured.training_processor}


def grow(place: Path, times: int) -> None:
    """Copy the project to ``place``, which is emptied first, with ``times`` as many names and examples."""
    shutil.rmtree(place, ignore_errors=True)
    for name in _COPIED:
        source, target = ROOT / name, place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    maker = Maker(SEED)
    for folder in _NAMED:
        for path in sorted((place / "knowledge" / folder).glob("*.yml")):
            _more_names(path, times - 1, maker)
    _more_examples(place, times - 1, maker)


def _more_names(path: Path, copies: int, maker: Maker) -> None:
    entry = yaml.safe_load(path.read_text(encoding="utf-8"))
    for number in range(copies):
        name = maker.name()
        own = {
            "name": name.title(),
            "short": name.title(),
            "aliases": [name, *(maker.name() for _ in entry["aliases"][1:])],
        }
        left = {key: value for key, value in entry.items() if key not in ("loose_aliases", "flagship_of")}
        copy = path.with_name(f"{path.stem}_{number + 2}.yml")
        copy.write_text(yaml.safe_dump({**left, **own}, sort_keys=False), encoding="utf-8")


def _more_examples(place: Path, copies: int, maker: Maker) -> None:
    by_intent: dict[str, list[str]] = {}
    for example in read_examples(place):
        by_intent.setdefault(example.intent, []).extend(maker.sentence(example.text) for _ in range(copies))
    blocks = [
        {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)}
        for intent, texts in by_intent.items()
    ]
    (place / "data" / "nlu_grown.yml").write_text(
        yaml.safe_dump({"version": "3.1", "nlu": blocks}, width=1000), encoding="utf-8"
    )


if __name__ == "__main__":
    sys.exit(main())
