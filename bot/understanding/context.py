"""What the talk was about so far: enough to understand "and capm?" and "which is easier"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from bot.answer_id import AnswerId
from bot.guided.state import Guided
from bot.knowledge.base import Knowledge
from bot.profile.person import Person
from bot.understanding.mention import MentionKind

_KEPT_SUBJECTS = 6
_KEPT_ANSWERS = 8
_LISTS = ("subjects", "offered", "listed", "history")
_WORDS = ("answered", "aspect", "profession")


@dataclass(frozen=True)
class Context:
    """The state of a talk, small enough to travel in a slot.

    ``subjects`` are the roles and credentials last talked about, the newest last; ``listed`` those that stood
    side by side last, as they were named: "the first one" is the first of them. ``answered`` is the id of the
    last answer of substance, ``aspect`` the intent it came from, or what was asked without a subject;
    ``offered`` are the follow-ups under the last reply, ``history`` the ids answered, the newest last.
    ``profession`` is where a person from outside said to come from; ``unsure`` counts the doubtful turns in
    a row. ``person`` is what somebody said of themselves, ``guided`` the guided talk that was begun.
    """

    subjects: tuple[str, ...] = ()
    answered: str | None = None
    aspect: str | None = None
    offered: tuple[str, ...] = ()
    profession: str | None = None
    unsure: int = 0
    listed: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    person: Person = field(default_factory=Person)
    guided: Guided | None = None

    @classmethod
    def from_slot(cls, value: object) -> Context:
        """Read the context from a slot; what cannot be read counts as not there."""
        if not isinstance(value, dict):
            return cls()
        known = {name: value[name] for name in cls.__dataclass_fields__ if name in value}
        for name in _LISTS:
            known[name] = tuple(known.get(name) or ()) if _is_words(known.get(name)) else ()
        for name in _WORDS:
            if not isinstance(known.get(name), str):
                known[name] = None
        if not isinstance(known.get("unsure"), int):
            known["unsure"] = 0
        known["person"] = Person.from_slot(known.get("person"))
        known["guided"] = Guided.from_slot(known.get("guided"))
        return cls(**known)

    def to_slot(self) -> dict[str, Any]:
        """Return the context as plain data."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        guided = self.guided.to_slot() if self.guided else None
        return plain | {"person": self.person.to_slot(), "guided": guided}

    @property
    def last_id(self) -> AnswerId | None:
        """Return the id of the last answer of substance."""
        return AnswerId.parse(self.answered) if self.answered else None

    def newest(self, names: dict[str, Any]) -> str | None:
        """Return the newest subject that is among ``names``."""
        return next((name for name in reversed(self.subjects) if name in names), None)

    def pair(self, knowledge: Knowledge) -> tuple[str, str] | None:
        """Return the two newest subjects of one kind, in the order in which they came up."""
        for names in (knowledge.credentials, knowledge.roles):
            same = [name for name in self.subjects if name in names]
            if self.subjects and self.subjects[-1] in names and len(same) > 1:
                both = same[-2:]
                beside = len(self.listed) == 2 and same[-1] in self.listed and set(self.listed) <= set(same)  # noqa: PLR2004 - a pair
                first, second = self.listed if beside else both
                return first, second
        return None

    def last_of(self, kind: str) -> AnswerId | None:
        """Return the newest answer of ``kind`` in the talk so far."""
        return next(
            (AnswerId.parse(text) for text in reversed(self.history) if text.split("/")[0] == kind), None
        )

    def kind(self, knowledge: Knowledge) -> MentionKind | None:
        """Return what the talk is about: a role, a credential, or nothing yet."""
        if not self.subjects:
            return None
        return "role" if self.subjects[-1] in knowledge.roles else "credential"

    def after(
        self, answer: AnswerId, aspect: str | None, offered: tuple[str, ...], named: tuple[str, ...] = ()
    ) -> Context:
        """Return the context after an answer was given.

        ``named`` are the subjects in the order in which the person named them: the last one is the newest.
        "Which of the two is easier" names none; then their order is that of the talk.
        """
        if answer.kind == "clarify":
            return replace(self, offered=offered, aspect=aspect or self.aspect)
        if answer.kind in ("smalltalk", "out_of_scope"):
            return replace(self, offered=offered)
        order = named or (self.subjects if answer.kind == "compare" else ())
        # What a topic was asked of stays what the talk is about: "would they pay for my pmp".
        about = named if answer.kind == "topic" else subjects_of(answer)
        subjects = tuple(sorted(about, key=lambda name: _place(name, order)))
        kept = [name for name in self.subjects if name not in subjects]
        return replace(
            self,
            subjects=(*kept, *subjects)[-_KEPT_SUBJECTS:],
            listed=self._goals(answer) or self._listed(subjects, named),
            answered=str(answer),
            aspect=aspect,
            offered=offered,
            unsure=0,
            history=(*(text for text in self.history if text != str(answer)), str(answer))[-_KEPT_ANSWERS:],
        )

    def _goals(self, answer: AnswerId) -> tuple[str, ...]:
        """Return the goals of this move and of the last if both begin at one role: they are the choice."""
        last = self.last_id
        if last is None or {answer.kind, last.kind} != {"transition"}:
            return ()
        (start, goal), (before, other) = answer.parts, last.parts
        return (other, goal) if start == before and goal != other else ()

    def _listed(self, subjects: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
        """Return what stands side by side after an answer about ``subjects``."""
        several = named if len(named) > 1 and set(named) >= set(subjects) else subjects
        if len(several) > 1:
            return several
        if not subjects or subjects[0] in self.listed:
            return self.listed
        # A topic lists what its question named ("PMO or CIO") and makes none of it the subject.
        before = self.subjects if len(self.listed) > 1 and self.subjects else self.listed
        return (*before[-1:], subjects[0])


def _is_words(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(word, str) for word in value)


def _place(name: str, named: tuple[str, ...]) -> int:
    return named.index(name) if name in named else len(named)


def subjects_of(answer: AnswerId) -> tuple[str, ...]:
    """Return the roles and credentials that an answer is about."""
    if answer.kind in ("role", "credential"):
        return answer.parts[:1]
    if answer.kind in ("transition", "compare"):
        return tuple(name for name in answer.parts if name != "outside")
    return ()
