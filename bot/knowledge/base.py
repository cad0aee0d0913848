"""The loaded knowledge, and how to look things up in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.answer_id import AnswerId
from bot.knowledge.fields import PLACEHOLDER
from bot.knowledge.models import Comparison, Credential, Phrase, Role, Topic
from bot.knowledge.moves import Profession, Transition
from bot.knowledge.passages import Fact, Passage, Source
from bot.knowledge.yaml_source import YamlSource

OUTSIDE = "outside"


@dataclass(frozen=True)
class Located:
    """A written passage, the answer id it serves, and where it stands."""

    id: AnswerId
    passage: Passage
    home: str
    key: tuple[str, ...]


@dataclass
class Knowledge:
    """Everything Waymark knows.

    ``facts`` maps the path of a file without its ending (``credentials/pmp``) to the facts in it. ``files``
    keeps the YAML of each such path, so that checks can name lines. ``unreadable`` lists files that could
    not be read at all, when the knowledge was loaded leniently.
    """

    sources: dict[str, Source] = field(default_factory=dict)
    facts: dict[str, dict[str, Fact]] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    credentials: dict[str, Credential] = field(default_factory=dict)
    transitions: dict[tuple[str, str], Transition] = field(default_factory=dict)
    comparisons: dict[tuple[str, str], Comparison] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    professions: dict[str, Profession] = field(default_factory=dict)
    phrases: dict[str, Phrase] = field(default_factory=dict)
    files: dict[str, YamlSource] = field(default_factory=dict)
    root: Path = Path("knowledge")
    unreadable: list[Path] = field(default_factory=list)

    def fact(self, reference: str, home: str) -> Fact:
        """Return the fact that ``reference`` names, as seen from the file ``home``.

        ``fee`` is a fact of the same file, ``credentials/pmp.fee`` one of another. Raises ``KeyError`` when
        there is none.
        """
        path, _, name = reference.rpartition(".")
        return self.facts[path or home][name]

    def has_fact(self, reference: str, home: str) -> bool:
        """Tell whether ``reference`` names a fact, as seen from the file ``home``."""
        path, _, name = reference.rpartition(".")
        return name in self.facts.get(path or home, {})

    def is_subject(self, name: str) -> bool:
        """Tell whether ``name`` is a role or a credential."""
        return name in self.roles or name in self.credentials

    def passage(self, answer: AnswerId) -> Located | None:
        """Return the written passage for ``answer``, or None when no one wrote one."""
        kind, parts = answer.kind, answer.parts
        found: Passage | None = None
        home, key = "", tuple[str, ...]()
        if kind == "role" and parts[0] in self.roles:
            found, home, key = self.roles[parts[0]].aspects().get(parts[1]), f"roles/{parts[0]}", (parts[1],)
        elif kind == "credential" and parts[0] in self.credentials:
            found = self.credentials[parts[0]].aspects().get(parts[1])
            home, key = f"credentials/{parts[0]}", (parts[1],)
        elif kind == "transition":
            found, home, key = (
                self.transitions.get((parts[0], parts[1])),
                f"transitions/{parts[0]}",
                ("to", parts[1]),
            )
        elif kind == "compare":
            found, home = self.comparisons.get((parts[0], parts[1])), f"comparisons/{parts[0]}-{parts[1]}"
        elif kind == "topic":
            found, home = self.topics.get(parts[0]), f"topics/{parts[0]}"
        return Located(answer, found, home, key) if found is not None else None

    def passages(self) -> Iterator[Located]:
        """Yield every written passage."""
        for name, role in self.roles.items():
            for aspect, passage in role.aspects().items():
                yield Located(AnswerId("role", (name, aspect)), passage, f"roles/{name}", (aspect,))
        for name, credential in self.credentials.items():
            for aspect, passage in credential.aspects().items():
                yield Located(
                    AnswerId("credential", (name, aspect)), passage, f"credentials/{name}", (aspect,)
                )
        for (start, goal), transition in self.transitions.items():
            answer = AnswerId("transition", (start, goal))
            yield Located(answer, transition, f"transitions/{start}", ("to", goal))
        for (a, b), comparison in self.comparisons.items():
            yield Located(AnswerId("compare", (a, b)), comparison, f"comparisons/{a}-{b}", ())
        for name, topic in self.topics.items():
            yield Located(AnswerId("topic", (name,)), topic, f"topics/{name}", ())

    def can_answer(self, answer: AnswerId) -> bool:
        """Tell whether ``answer`` gets a reply of substance: written, or computed from what is written."""
        kind, parts = answer.kind, answer.parts
        if kind == "transition":
            ends = [name for name in parts if name != OUTSIDE]
            return parts[0] != parts[1] and all(name in self.roles for name in ends) and bool(ends)
        if kind == "compare":
            same_kind = all(p in self.roles for p in parts) or all(p in self.credentials for p in parts)
            return parts[0] != parts[1] and same_kind
        if kind in ("smalltalk", "out_of_scope"):
            return str(answer) in self.phrases
        if kind == "tool":
            return parts in TOOLS or (parts[0] == "eligibility" and self._has_rules(parts[1:]))
        return self.passage(answer) is not None

    def _has_rules(self, names: tuple[str, ...]) -> bool:
        known = self.credentials.get(names[0]) if len(names) == 1 else None
        return known is not None and bool(known.eligibility_paths)


# Guided talks that begin with nothing but their name.
TOOLS = (("plan",), ("map",), ("profile",))


def references(passage: Passage) -> list[str]:
    """Return the facts that ``passage`` rests on, quoted ones first, each once, in order."""
    quoted = [name for text in passage.texts() for name in PLACEHOLDER.findall(text)]
    return list(dict.fromkeys((*quoted, *passage.grounds)))
