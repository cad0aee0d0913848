"""Answer ids: the public names of everything Waymark can say.

An id such as ``credential/pmp/cost`` names the question that was understood. Buttons, feedback, tests and
evaluation sets use ids, so their grammar is public and stable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "role", "credential", "transition", "compare", "topic", "tool", "smalltalk", "out_of_scope", "clarify"
]

RoleAspect = Literal["overview", "duties", "skills", "salary", "entry", "outlook", "next_steps"]
CredentialAspect = Literal[
    "overview", "need", "eligibility", "cost", "study_time", "exam", "renewal", "how_to_get", "application"
]
Aspect = Literal[RoleAspect, CredentialAspect]
ROLE_ASPECTS: tuple[str, ...] = get_args(RoleAspect)
CREDENTIAL_ASPECTS: tuple[str, ...] = get_args(CredentialAspect)
SMALLTALK = (
    "greet",
    "goodbye",
    "thanks",
    "bot_identity",
    "help",
    "affirm",
    "deny",
    "insult",
    "human_handoff",
    "privacy",
)
REFUSALS = ("other_career", "method", "advice", "unrelated", "gibberish", "other_language", "attack")

_PARTS: dict[str, int] = {
    "role": 2,
    "credential": 2,
    "transition": 2,
    "compare": 2,
    "topic": 1,
    "smalltalk": 1,
    "out_of_scope": 1,
    "clarify": 0,
}


@dataclass(frozen=True)
class AnswerId:
    """The parsed form of an answer id.

    ``kind`` is the first segment, ``parts`` the segments after it. Make comparisons with :func:`compare`,
    which puts the two names in alphabetical order.
    """

    kind: Kind
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the id as it is written in buttons and knowledge files."""
        return "/".join((self.kind, *self.parts))

    @classmethod
    def parse(cls, text: str) -> AnswerId:
        """Read an id.

        Raises ``ValueError`` with a sentence that says what is wrong with it. Only the grammar is checked:
        whether the role, credential or topic exists is for the knowledge to say.
        """
        kind, *parts = text.split("/")
        if kind == "tool":
            if not (parts and all(parts)):
                raise ValueError(f"'{text}' should have a name after 'tool/'")
            return cls("tool", tuple(parts))
        if kind not in _PARTS:
            known = ", ".join((*_PARTS, "tool"))
            raise ValueError(f"'{text}' starts with '{kind}', but an answer id starts with one of: {known}")
        if len(parts) != _PARTS[kind] or not all(parts):
            raise ValueError(f"'{text}' should have {_PARTS[kind]} names after '{kind}/'")
        _check_closed_names(text, kind, parts)
        return cls(kind, tuple(parts))  # type: ignore[arg-type]


def _check_closed_names(text: str, kind: str, parts: list[str]) -> None:
    closed = {
        "role": ROLE_ASPECTS,
        "credential": CREDENTIAL_ASPECTS,
        "smalltalk": SMALLTALK,
        "out_of_scope": REFUSALS,
    }
    allowed = closed.get(kind)
    if allowed and parts[-1] not in allowed:
        raise ValueError(
            f"'{text}' ends with '{parts[-1]}', but should end with one of: {', '.join(allowed)}"
        )
    if kind == "compare" and list(parts) != sorted(parts):
        raise ValueError(
            f"'{text}' should name the two in alphabetical order: compare/{'/'.join(sorted(parts))}"
        )


def compare(a: str, b: str) -> AnswerId:
    """Return the id that compares ``a`` and ``b``, whatever their order."""
    first, second = sorted((a, b))
    return AnswerId("compare", (first, second))
