"""Checks that the training data, the domain and the knowledge name the same things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.answer_id import CREDENTIAL_ASPECTS, REFUSALS, ROLE_ASPECTS, SMALLTALK
from bot.knowledge.base import Knowledge
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.yaml_source import YamlSource, read_yaml

FEWEST_EXAMPLES = 25
# Intents that come from buttons and never from words.
_WITHOUT_EXAMPLES = frozenset({"answer"})
_FURTHER = ("transition", "compare", "tell_more", "answer")


@dataclass(frozen=True)
class Example:
    """One example of ``intent``: its text and the file and line where it stands."""

    intent: str
    text: str
    file: Path
    line: int


def check_training(project: Path, knowledge: Knowledge) -> list[Problem]:
    """Return the faults of ``domain.yml`` and ``data/nlu*.yml`` in ``project``, sorted by file and line."""
    try:
        domain = read_yaml(project / "domain.yml")
        examples = list(read_examples(project))
    except KnowledgeError as error:
        return error.problems
    return sorted((*_intents(domain, knowledge), *_counts(domain, examples), *_doubles(examples)))


def read_examples(project: Path) -> Iterator[Example]:
    """Yield every training example of ``data/nlu*.yml``. Raises ``KnowledgeError`` for unreadable YAML."""
    for path in sorted((project / "data").glob("nlu*.yml")):
        source = read_yaml(path)
        for number, block in enumerate(source.data.get("nlu") or []):
            first = source.line(("nlu", number, "examples")) + 1
            for offset, line in enumerate(str(block.get("examples", "")).splitlines()):
                text = line.strip().removeprefix("-").strip()
                if text:
                    yield Example(str(block.get("intent")), text, path, first + offset)


def _intents(domain: YamlSource, knowledge: Knowledge) -> Iterator[Problem]:
    """Compare the domain's intents with what the knowledge and the ids call for."""
    listed = [str(name) for name in domain.data.get("intents") or []]
    wanted = {
        *ROLE_ASPECTS,
        *CREDENTIAL_ASPECTS,
        *_FURTHER,
        *(f"topic_{name}" for name in knowledge.topics),
        *(f"smalltalk_{name}" for name in SMALLTALK),
        *(f"out_of_scope_{name}" for name in REFUSALS),
    }
    for number, name in enumerate(listed):
        if name not in wanted:
            cure = "Remove it, or add knowledge/topics/<slug>.yml when it is topic_<slug>"
            yield domain.problem(("intents", number), f"no answer belongs to the intent '{name}'", cure)
    for name in sorted(wanted - set(listed)):
        cure = "Add it to the intents in domain.yml and data/rules.yml, with examples in data/"
        yield domain.problem(("intents",), f"the intent '{name}' is missing", cure)


def _counts(domain: YamlSource, examples: list[Example]) -> Iterator[Problem]:
    """Every intent that words can mean has enough examples, and no example has an unknown intent."""
    listed = {str(name): number for number, name in enumerate(domain.data.get("intents") or [])}
    counts = dict.fromkeys(listed, 0)
    for example in examples:
        if example.intent in counts:
            counts[example.intent] += 1
        else:
            message = f"the intent '{example.intent}' is not in domain.yml"
            yield Problem(example.file, example.line, "", message, "Correct its name or add it to the domain")
    for name, count in counts.items():
        if count < FEWEST_EXAMPLES and name not in _WITHOUT_EXAMPLES:
            message = f"the intent '{name}' has {count} examples, at least {FEWEST_EXAMPLES} are needed"
            yield domain.problem(("intents", listed[name]), message, "Add examples in data/")


def _doubles(examples: list[Example]) -> Iterator[Problem]:
    """No example stands twice."""
    seen: dict[str, Example] = {}
    for example in examples:
        first = seen.setdefault(" ".join(example.text.casefold().split()), example)
        if first is not example:
            message = (
                f"'{example.text}' stands under '{first.intent}' already ({first.file.name}:{first.line})"
            )
            yield Problem(example.file, example.line, example.intent, message, "Keep it under one intent")
