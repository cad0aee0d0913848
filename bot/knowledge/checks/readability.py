"""Checks that texts are easy enough to read for people who learned English as a second language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import textstat

from bot.knowledge.base import Knowledge
from bot.knowledge.fields import PLACEHOLDER
from bot.knowledge.problems import Problem

# Flesch-Kincaid grade (Kincaid et al. 1975): years of US schooling that a text asks for. Upper-intermediate
# readers (B2) manage about grade 12, plain newspapers; the field's own long words ("certification",
# "organisation") cost a grade or two, so half of our answers lie near 8 and the bound is for the outliers.
HARDEST_GRADE = 12.0
# The formula counts syllables and words of sentences: over a few words it says nothing.
FEWEST_WORDS = 20

_LIST_ITEM = re.compile(r"^\s*- (.+?)[.;,]?\s*$", re.MULTILINE)
_HEADING = re.compile(r":\s*$", re.MULTILINE)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of ``text``; list items count as sentences, placeholders as words."""
    plain = _LIST_ITEM.sub(r"\1.", PLACEHOLDER.sub("ten", text).replace("**", ""))
    return float(textstat.flesch_kincaid_grade(_HEADING.sub(".", plain)))


def texts_are_readable(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """No answer asks for more than twelve years of schooling, and no "more" either."""
    for located in knowledge.passages():
        for field in ("answer", "more"):
            text = getattr(located.passage, field)
            found = grade(text) if len((text or "").split()) >= FEWEST_WORDS else 0.0
            if found > HARDEST_GRADE:
                message = f"reading grade {found:.1f}, at most {HARDEST_GRADE:.0f} is allowed"
                cure = "Break long sentences and use shorter words"
                yield knowledge.files[located.home].problem((*located.key, field), message, cure)
