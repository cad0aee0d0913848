"""Labelled questions and dialogues: JSON lines with every acceptable answer id."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

_CHECK = re.compile(r"tool/eligibility/([^/]+)")
_RULES = re.compile(r"credential/([^/]+)/eligibility")


@dataclass(frozen=True)
class Turn:
    """One question and the ids that answer it; ``*`` in an id stands for anything.

    ``group`` and ``kind`` are what the set calls the question or its dialogue; empty when it says nothing.
    """

    text: str
    labels: tuple[str, ...]
    group: str = ""
    kind: str = ""

    def accepts(self, answer: str) -> bool:
        """Tell whether ``answer`` is right. A label without its last part takes any: ``out_of_scope``.

        ``tool/eligibility/pmp`` and ``credential/pmp/eligibility`` count as one answer: "am I eligible" may
        be met with the guided check or with the rules that it checks, and each leads to the other.
        """
        return any(
            fnmatchcase(form, label) or fnmatchcase(form, f"{label}/*")
            for form in _forms(answer)
            for label in self.labels
        )

    @property
    def family(self) -> str:
        """Return the kind of answer that is meant: the first part of the first label."""
        return family_of(self.labels[0])


@dataclass(frozen=True)
class Case:
    """A dialogue; a single question is a dialogue of one turn."""

    turns: tuple[Turn, ...]


def family_of(answer: str) -> str:
    """Return the kind of an answer: the first part of its id."""
    return answer.partition("/")[0]


def read_cases(path: Path) -> list[Case]:
    """Read a set: one JSON object a line, either ``{"q", "label"}`` or ``{"turns": [{"q", "label"}, ...]}``.

    ``group`` and ``kind`` may stand beside them; those of a dialogue hold for its turns. Raises
    ``ValueError`` with file and line for anything else.
    """
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            turns = entry.get("turns", [entry])
            cases.append(Case(tuple(_turn(turn, entry) for turn in turns)))
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f'{path}:{number}: expected {{"q": ..., "label": [...]}}: {error!r}') from error
    return cases


def _turn(entry: dict[str, Any], dialogue: dict[str, Any]) -> Turn:
    labels = entry["label"]
    group, kind = (str(entry.get(name) or dialogue.get(name) or "") for name in ("group", "kind"))
    return Turn(
        text=str(entry["q"]),
        labels=tuple(map(str, labels)) if isinstance(labels, list) else (str(labels),),
        group=group,
        kind=kind,
    )


def _forms(answer: str) -> Iterator[str]:
    """Yield ``answer``, and the id of the answer that counts as the same, if there is one."""
    yield answer
    if check := _CHECK.fullmatch(answer):
        yield f"credential/{check[1]}/eligibility"
    elif rules := _RULES.fullmatch(answer):
        yield f"tool/eligibility/{rules[1]}"
