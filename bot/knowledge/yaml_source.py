"""YAML files read with the line of every key, so that errors can point at it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.problems import KnowledgeError, Problem

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KeyPath = tuple[Hashable, ...]


@dataclass(frozen=True)
class YamlSource:
    """The content of one file and the line on which each key or item stands."""

    path: Path
    data: Any
    lines: dict[KeyPath, int]

    def line(self, key: KeyPath) -> int:
        """Return the line (from 1) of ``key``, or of the nearest enclosing key that exists."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def problem(self, key: KeyPath, message: str, cure: str) -> Problem:
        """Return a problem at ``key`` of this file."""
        return Problem(self.path, self.line(key), ".".join(str(part) for part in key), message, cure)


def read_yaml(path: Path) -> YamlSource:
    """Read ``path``.

    Raises :class:`KnowledgeError` for a file that is not UTF-8, not YAML, or that gives a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise KnowledgeError([Problem(path, 1, "", "not UTF-8 text", "Save the file as UTF-8")]) from error
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        lines = dict(_lines(node, ()))
        doubles = list(_doubles(node, (), path))
        data = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        fault = " ".join(part for part in (error.context, error.problem) if part)
        cure = "Check indentation, colons and quotes near this line"
        raise KnowledgeError([Problem(path, line, "", f"not valid YAML: {fault}", cure)]) from error
    except yaml.YAMLError as error:
        cure = "Remove characters that YAML does not allow"
        raise KnowledgeError([Problem(path, 1, "", f"not valid YAML: {error}", cure)]) from error
    finally:
        loader.dispose()
    if doubles:
        raise KnowledgeError(doubles)
    return YamlSource(path, data, lines)


def _lines(node: yaml.Node | None, key: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    if node is None:
        return
    if not key:
        yield (), node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            here = (*key, name.value)
            yield here, name.start_mark.line + 1
            yield from _lines(value, here)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            here = (*key, number)
            yield here, value.start_mark.line + 1
            yield from _lines(value, here)


def _doubles(node: yaml.Node | None, key: KeyPath, path: Path) -> Iterator[Problem]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name, value in node.value:
            here = (*key, name.value)
            if name.value in seen:
                dotted = ".".join(str(part) for part in here)
                line = name.start_mark.line + 1
                yield Problem(path, line, dotted, "this key stands twice", "Keep one of the two")
            seen.add(name.value)
            yield from _doubles(value, here, path)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _doubles(value, (*key, number), path)
