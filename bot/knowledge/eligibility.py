"""Who may take a credential, as data that a calculator can read."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.knowledge.fields import Line, Model, Slug

Education = Literal["none", "secondary", "associate", "bachelor", "bachelor_gac", "master", "master_gac"]


class Experience(Model):
    """Experience that a path to a credential asks for.

    ``kind`` is what has to be done in it (``leading_projects``, ``programme_management``, ``risk``, ...).
    ``within_years`` is the look-back window; ``fact`` names the fact that the rule comes from.
    """

    kind: Slug
    months: int = Field(default=0, ge=0)
    hours: int | None = Field(default=None, ge=0)
    within_years: int | None = Field(default=None, ge=1)
    fact: Line


class Training(Model):
    """Training that a path asks for, in contact hours; an active credential of ``waived_by`` replaces it."""

    kind: Slug
    hours: int = Field(ge=0)
    waived_by: list[Slug] = Field(default_factory=list)
    course_required: bool = False
    fact: Line


class EligibilityPath(Model):
    """One way to qualify: all that it lists is needed together.

    ``education`` is the least level that the path asks for, absent when it asks for none. ``holds_any``
    lists credentials of which one is needed. ``level`` names the level for credentials that have several,
    and ``level_aliases`` what people call it. ``apart`` tells that months of its kinds of experience may not
    overlap.
    """

    name: Line
    level: Line | None = None
    level_aliases: list[Line] = Field(default_factory=list)
    education: Education | None = None
    experience: list[Experience] = Field(default_factory=list)
    training: Training | None = None
    holds_any: list[Slug] = Field(default_factory=list)
    apart: bool = False
    fact: Line

    def facts(self) -> list[str]:
        """Return the facts that the path and its demands rest on."""
        training = [self.training.fact] if self.training else []
        return [str(fact) for fact in (self.fact, *(item.fact for item in self.experience), *training)]
