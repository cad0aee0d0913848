"""The building blocks of knowledge models: kinds of text, and what all models have in common."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConstrainedStr, Extra

PLACEHOLDER = re.compile(r"\{([a-z0-9_./-]+)\}")


class Slug(ConstrainedStr):
    """A name used in ids: lower-case letters, digits and underscores."""

    regex = re.compile(r"^[a-z0-9][a-z0-9_]*$")


class LanguageCode(ConstrainedStr):
    """A language by its two letters in ISO 639-1, such as ``de``."""

    regex = re.compile(r"^[a-z]{2}$")


class PartialDate(ConstrainedStr):
    """A year, a month or a day: ``2026``, ``2026-07`` or ``2026-07-09``."""

    regex = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


class Line(ConstrainedStr):
    """One line of text that is not empty."""

    strip_whitespace = True
    min_length = 1
    regex = re.compile(r"^[^\n]+$")


class Text(ConstrainedStr):
    """A text of one or more paragraphs that is not empty."""

    strip_whitespace = True
    min_length = 1


class Model(BaseModel):
    """The common behaviour of all knowledge models: frozen, no unknown keys."""

    class Config:
        """Pydantic's settings."""

        extra = Extra.forbid
        frozen = True
