"""Loads the knowledge files into typed models."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.knowledge.base import Knowledge
from bot.knowledge.models import Comparison, Credential, Phrase, Role, SharedFacts, Topic
from bot.knowledge.moves import Transitions
from bot.knowledge.passages import Source
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.yaml_source import YamlSource, read_yaml

DEFAULT_ROOT = Path(__file__).resolve().parents[2] / "knowledge"

MISSING = "(missing)"

if TYPE_CHECKING:
    from pydantic.error_wrappers import ErrorDict

M = TypeVar("M", bound=BaseModel)

_CURES = {
    "value_error.extra": "{hint}Correct the spelling or remove the key; allowed here: {allowed}",
    "value_error.missing": "Add this key",
    "value_error.const": "Use one of the allowed values",
    "type_error.enum": "Use one of the allowed values",
    "type_error.none.not_allowed": "Give it a value or remove the key",
}


def load(root: Path = DEFAULT_ROOT) -> Knowledge:
    """Load every knowledge file below ``root``.

    Raises :class:`KnowledgeError` with all faults of shape that were found, in all files. Faults that
    need more than one file to see are found by :func:`bot.knowledge.checks.check`.
    """
    knowledge, problems = load_leniently(root)
    if problems:
        raise KnowledgeError(problems)
    return knowledge


def load_leniently(root: Path = DEFAULT_ROOT) -> tuple[Knowledge, list[Problem]]:
    """Load what can be read and return it with all faults of shape.

    Keys that are unknown are left out and texts that are missing stand as ``(missing)``, so that one typo
    does not hide other faults of the file. For checking only: answers come from :func:`load`.
    """
    reader = _Reader(Knowledge(root=root))
    reader.mapping_file("sources", Source, reader.knowledge.sources)
    for name in ("smalltalk", "refusals"):
        reader.mapping_file(name, Phrase, reader.knowledge.phrases)
    reader.folder("facts", SharedFacts, lambda _name, _model: None)
    reader.folder("roles", Role, reader.knowledge.roles.__setitem__)
    reader.folder("credentials", Credential, reader.knowledge.credentials.__setitem__)
    reader.folder("topics", Topic, reader.knowledge.topics.__setitem__)
    reader.folder("comparisons", Comparison, reader.add_comparison)
    reader.folder("transitions", Transitions, reader.add_transitions)
    return reader.knowledge, reader.problems


class _Reader:
    """Collects models and faults while the files are read."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.problems: list[Problem] = []

    def mapping_file(self, name: str, model: type[M], into: dict[str, M]) -> None:
        """Read a file of many entries, each under its key."""
        source = self._read(self.knowledge.root / f"{name}.yml", name)
        if source is None:
            return
        if not isinstance(source.data, dict):
            self._fault(
                source, (), "the file should hold entries, each under its own key", "See the other files"
            )
            return
        for key, value in source.data.items():
            parsed = self._parse(source, (key,), model, value)
            if parsed is not None:
                into[str(key)] = parsed

    def folder(self, name: str, model: type[M], add: Callable[[str, M], None]) -> None:
        """Read a folder of one file an entry."""
        for path in sorted((self.knowledge.root / name).glob("*.yml")):
            home = f"{name}/{path.stem}"
            source = self._read(path, home)
            parsed = None if source is None else self._parse(source, (), model, source.data)
            if parsed is not None:
                self.knowledge.facts[home] = getattr(parsed, "facts", {})
                add(path.stem, parsed)

    def add_comparison(self, stem: str, comparison: Comparison) -> None:
        """File a comparison under the two names in its file name."""
        a, _, b = stem.partition("-")
        if not b or a >= b:
            source = self.knowledge.files[f"comparisons/{stem}"]
            cure = "Rename it to the two names in alphabetical order joined by '-', such as capm-pmp.yml"
            self._fault(source, (), f"the file name '{stem}.yml' does not name two things in order", cure)
            return
        self.knowledge.comparisons[a, b] = comparison

    def add_transitions(self, stem: str, transitions: Transitions) -> None:
        """File every move of one role."""
        self.knowledge.professions.update({str(name): item for name, item in transitions.professions.items()})
        for goal, transition in transitions.to.items():
            self.knowledge.transitions[stem, goal] = transition

    def _read(self, path: Path, home: str) -> YamlSource | None:
        if not path.exists():
            self.problems.append(Problem(path, 1, "", "the file is missing", "Restore it; Waymark needs it"))
            self.knowledge.unreadable.append(path)
            return None
        try:
            source = read_yaml(path)
        except KnowledgeError as error:
            self.problems += error.problems
            self.knowledge.unreadable.append(path)
            return None
        self.knowledge.files[home] = source
        return source

    def _parse(self, source: YamlSource, key: tuple[Any, ...], model: type[M], value: object) -> M | None:
        try:
            return model.parse_obj(value)
        except ValidationError as error:
            for fault in error.errors():
                place = (*key, *fault["loc"]) if fault["loc"] != ("__root__",) else key
                self._fault(source, place, _message(fault), _cure(fault, model))
            mended = _parse_mended(model, value, error)
            if mended is None:
                self.knowledge.unreadable.append(source.path)
            return mended

    def _fault(self, source: YamlSource, key: tuple[Any, ...], message: str, cure: str) -> None:
        self.problems.append(source.problem(key, message, cure))


def _parse_mended(model: type[M], value: object, error: ValidationError) -> M | None:
    """Parse ``value`` without its unknown keys and with stand-ins for missing texts, if that helps."""
    mended = deepcopy(value)
    for fault in error.errors():
        *way, last = fault["loc"]
        parent: Any = mended
        for part in way:
            parent = parent[part]
        if fault["type"] == "value_error.extra":
            del parent[last]
        elif fault["type"] == "value_error.missing" and isinstance(parent, dict):
            parent[last] = MISSING
    try:
        return model.parse_obj(mended)
    except ValidationError:
        return None


def _message(fault: ErrorDict) -> str:
    if fault["type"] == "value_error.extra":
        return f"the key '{fault['loc'][-1]}' is not known here"
    if fault["type"] == "value_error.missing":
        return f"the key '{fault['loc'][-1]}' is missing"
    return str(fault["msg"])


def _cure(fault: ErrorDict, model: type[BaseModel]) -> str:
    cure = _CURES.get(fault["type"], "Correct the value")
    allowed = _allowed(model, fault["loc"][:-1])
    near = get_close_matches(str(fault["loc"][-1]), allowed, n=1)
    return cure.format(allowed=", ".join(allowed), hint=f"Did you mean '{near[0]}'? " if near else "")


def _allowed(model: type[BaseModel], location: tuple[Any, ...]) -> list[str]:
    """Return the keys that ``model`` takes at ``location``."""
    for part in location:
        field = model.__fields__.get(str(part))
        if field is not None and isinstance(field.type_, type) and issubclass(field.type_, BaseModel):
            model = field.type_
    return list(model.__fields__)
