"""The shape of the files of ``transitions/``: moves between roles, and the professions that people leave."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, validator

from bot.knowledge.fields import PLACEHOLDER, Line, Model, Slug, Text
from bot.knowledge.passages import Fact, Passage

Verdict = Literal["usual", "possible", "rare", "sideways", "step_back"]


class Months(Model):
    """A typical time in months, and the ground for it in a few words."""

    least: int = Field(ge=0)
    most: int = Field(ge=0)
    basis: Line

    @validator("most")
    def _ordered(cls, most: int, values: dict[str, int]) -> int:  # noqa: N805 - pydantic's signature
        if most < values.get("least", 0):
            raise ValueError("'most' is smaller than 'least'")
        return most


class Transition(Passage):
    """A move from one role to another: an edge of the career graph."""

    verdict: Verdict
    months: Months
    carries_over: list[Line] = Field(min_items=2)
    gaps: list[Line] = Field(min_items=1)
    steps: list[Line] = Field(min_items=3, max_items=3)

    def texts(self) -> list[str]:
        """Return every text of the move in which placeholders may stand."""
        return [*super().texts(), *self.carries_over, *self.gaps, *self.steps, self.months.basis]


class Profession(Model):
    """A profession that people come from, for the answers to "can a teacher become a project manager"."""

    name: Line
    aliases: list[Line]
    answer: Text | None = None
    carries_over: list[Line] = Field(default_factory=list)
    gaps: list[Line] = Field(default_factory=list)
    best_first_roles: list[Slug] = Field(default_factory=list)
    grounds: list[Line] = Field(default_factory=list)

    def references(self) -> list[str]:
        """Return the facts that the profession's text rests on, quoted ones first."""
        return [*PLACEHOLDER.findall(self.answer or ""), *self.grounds]


class Transitions(Model):
    """A file of ``transitions/``: all written moves from one role. Only ``outside.yml`` has professions."""

    facts: dict[Slug, Fact] = Field(default_factory=dict)
    professions: dict[Slug, Profession] = Field(default_factory=dict)
    to: dict[Slug, Transition]
