"""The shapes of the knowledge files.

Every model refuses unknown keys, so a typo in a file is an error and never a silent omission. Rules that
look at more than one file (does this id exist?) live in :mod:`bot.knowledge.checks`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, HttpUrl

from bot.answer_id import CREDENTIAL_ASPECTS, ROLE_ASPECTS, Aspect, CredentialAspect, RoleAspect
from bot.knowledge.eligibility import EligibilityPath
from bot.knowledge.fields import LanguageCode, Line, Model, Slug, Text
from bot.knowledge.figures import Figures
from bot.knowledge.passages import Fact, Passage

FieldOfWork = Literal[
    "project",
    "programme",
    "portfolio",
    "pmo",
    "agile",
    "risk",
    "scheduling",
    "analysis",
    "construction",
    "quality",
]
Family = Literal["pmo", "delivery", "agile", "product", "analysis", "leadership", "outside"]


class Role(Model):
    """A role such as project manager. ``level`` runs from 1 (entry) to 9 (executive).

    ``loose_aliases`` are short words that mean the role only where the talk makes that plain: "IT?".
    """

    name: Line
    short: Line
    aliases: list[Line]
    loose_aliases: list[Line] = Field(default_factory=list)
    family: Family
    level: int = Field(ge=0, le=9)
    summary: Line
    facts: dict[Slug, Fact] = Field(default_factory=dict)
    overview: Passage
    duties: Passage | None = None
    skills: Passage | None = None
    salary: Passage | None = None
    entry: Passage
    outlook: Passage | None = None
    next_steps: Passage | None = None

    def aspects(self) -> dict[str, Passage]:
        """Return the aspects that are written, by name."""
        return {name: passage for name in ROLE_ASPECTS if (passage := getattr(self, name)) is not None}


class Credential(Model):
    """A certificate, qualification or professional status.

    ``official_page`` is where the issuer describes it; answers send people there to check fees and rules.
    ``level`` runs from 1 (no experience needed) to 5 (years of leading at the top). ``loose_aliases`` are
    short words that mean it only where the talk makes that plain: "or the google one". ``flagship_of`` lists
    issuers, and words of theirs, that mean this credential where none is named: "will PMI audit me".
    ``field`` is what its work is about, so that one near to another can be named.
    """

    name: Line
    short: Line
    aliases: list[Line]
    loose_aliases: list[Line] = Field(default_factory=list)
    flagship_of: list[Line] = Field(default_factory=list)
    issuer: Line
    official_page: HttpUrl
    level: int = Field(ge=1, le=5)
    field: FieldOfWork = "project"
    summary: Line
    facts: dict[Slug, Fact] = Field(default_factory=dict)
    overview: Passage
    need: Passage | None = None
    eligibility: Passage | None = None
    eligibility_paths: list[EligibilityPath] = Field(default_factory=list)
    figures: Figures = Field(default_factory=Figures)
    cost: Passage | None = None
    study_time: Passage | None = None
    exam: Passage | None = None
    renewal: Passage | None = None
    how_to_get: Passage | None = None
    application: Passage | None = None

    def aspects(self) -> dict[str, Passage]:
        """Return the aspects that are written, by name."""
        return {name: passage for name in CREDENTIAL_ASPECTS if (passage := getattr(self, name)) is not None}

    def rule_facts(self) -> list[str]:
        """Return the facts that the eligibility rules and the figures name as their ground."""
        rules = [name for path in self.eligibility_paths for name in path.facts()]
        return [*rules, *(name for _, figure in self.figures.all() for name in figure.facts())]


class Comparison(Passage):
    """Two roles or two credentials side by side.

    ``angles`` answers what people ask about two things in one sentence each, by angle: it is put in front
    when the question was for that angle ("which is easier", "which pays better").
    """

    facts: dict[Slug, Fact] = Field(default_factory=dict)
    angles: dict[Literal["easier", "pay", "seniority", "better", "first"], Line] = Field(default_factory=dict)

    def texts(self) -> list[str]:
        """Return every text of the comparison in which placeholders may stand."""
        return [*super().texts(), *self.angles.values()]


class Topic(Passage):
    """A stand-alone topic. ``question`` is how a button words it.

    ``about`` is the role whose pay, duties and so on are meant by "what do they earn" after this topic;
    ``covers`` lists the aspects that the topic answers itself, so that "how much is it" stays with it.
    ``of_role`` and ``of_credential`` are the aspects meant by "and scrum masters?" after it, where the topic
    has nothing on each of them.
    """

    question: Line
    about: Slug | None = None
    covers: list[Aspect] = Field(default_factory=list)
    of_role: RoleAspect | None = None
    of_credential: CredentialAspect | None = None
    facts: dict[Slug, Fact] = Field(default_factory=dict)


class SharedFacts(Model):
    """A file of ``facts/``: facts that several entries quote."""

    facts: dict[Slug, Fact]


class Place(Model):
    """A better place to go for what Waymark does not answer."""

    name: Line
    url: HttpUrl


class Phrase(Model):
    """A reply of small talk or a refusal: fixed words, better places to go, what to ask next.

    ``urgent`` is said instead when someone may be in danger, ``languages`` to those who wrote in another
    language than English.
    """

    answer: Text
    more: Text | None = None
    places: list[Place] = Field(default_factory=list)
    urgent: Text | None = None
    languages: dict[LanguageCode, Text] = Field(default_factory=dict)
    follow_ups: list[Line] = Field(default_factory=list)
