"""The shapes of the knowledge files.

Every model refuses unknown keys, so a typo in a file is an error and never a silent omission. Rules that
look at more than one file (does this id exist?) live in :mod:`bot.knowledge.checks`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, HttpUrl, validator

from bot.answer_id import CREDENTIAL_ASPECTS, ROLE_ASPECTS, Aspect, CredentialAspect, RoleAspect
from bot.knowledge.eligibility import EligibilityPath
from bot.knowledge.fields import PLACEHOLDER, LanguageCode, Line, Model, PartialDate, Slug, Text
from bot.knowledge.figures import Figures

Confidence = Literal["high", "medium", "low"]
Verdict = Literal["usual", "possible", "rare", "sideways", "step_back"]
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


class Source(Model):
    """A page that facts are taken from."""

    title: Line
    publisher: Line
    url: HttpUrl


class Fact(Model):
    """One statement with its source and dates.

    ``value`` is what a text shows where it says ``{name}``; a fact without a value only grounds a text.
    ``as_of`` is the date that the source gives or implies, absent when the page carries none. ``checked_on``
    is the day on which the page was read, ``review_by`` the day from which the fact counts as stale.
    """

    say: Line
    value: Line | None = None
    source: Slug
    as_of: PartialDate | None = None
    checked_on: date
    review_by: date
    confidence: Confidence
    note: Line | None = None

    @validator("as_of", pre=True)
    def _as_text(cls, value: object) -> object:  # noqa: N805 - pydantic's signature
        """Take YAML's own dates and years too."""
        return str(value) if isinstance(value, (date, int)) else value


class Table(Model):
    """A small table under an answer. Cells may hold placeholders."""

    columns: list[Line]
    rows: list[list[Line]]

    @validator("rows")
    def _full_rows(cls, rows: list[list[Line]], values: dict[str, list[Line]]) -> list[list[Line]]:  # noqa: N805
        width = len(values.get("columns", []))
        for number, row in enumerate(rows, start=1):
            if len(row) != width:
                raise ValueError(f"row {number} has {len(row)} cells, the table has {width} columns")
        return rows


class Passage(Model):
    """A written answer: what is said first, what "tell me more" adds, what it rests on, what comes next.

    ``grounds`` names facts that the text rests on without quoting their value; facts quoted with a
    placeholder are grounds by themselves. A name is a fact of the same file (``fee``), or a path to another
    file's (``credentials/pmp.fee``, ``facts/labour_market.us_median``).
    """

    answer: Text
    more: Text | None = None
    table: Table | None = None
    grounds: list[Line] = Field(default_factory=list)
    follow_ups: list[Line] = Field(default_factory=list)

    def texts(self) -> list[str]:
        """Return every text of the passage in which placeholders may stand."""
        cells = [cell for row in (self.table.rows if self.table else []) for cell in row]
        return [text for text in (self.answer, self.more, *cells) if text]


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
