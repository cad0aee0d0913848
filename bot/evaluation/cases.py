"""Labelled questions and dialogues: JSON lines with every acceptable answer id."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Turn:
    """One question and the ids that answer it; ``*`` in an id stands for anything."""

    text: str
    labels: tuple[str, ...]

    def accepts(self, answer: str) -> bool:
        """Tell whether ``answer`` is right. A label without its last part takes any: ``out_of_scope``."""
        return any(fnmatchcase(answer, label) or fnmatchcase(answer, f"{label}/*") for label in self.labels)

    @property
    def group(self) -> str:
        """Return the kind of question: the first part of the first label."""
        return self.labels[0].split("/")[0]


@dataclass(frozen=True)
class Case:
    """A dialogue; a single question is a dialogue of one turn."""

    turns: tuple[Turn, ...]


def read_cases(path: Path) -> list[Case]:
    """Read a set: one JSON object a line, either ``{"q", "label"}`` or ``{"turns": [{"q", "label"}, ...]}``.

    Raises ``ValueError`` with file and line for anything else.
    """
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            turns = entry.get("turns", [entry])
            cases.append(Case(tuple(_turn(turn) for turn in turns)))
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f'{path}:{number}: expected {{"q": ..., "label": [...]}}: {error!r}') from error
    return cases


def _turn(entry: dict[str, Any]) -> Turn:
    labels = entry["label"]
    return Turn(str(entry["q"]), tuple(map(str, labels)) if isinstance(labels, list) else (str(labels),))
