"""Made-up persons for property tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from bot.knowledge.loader import load
from bot.profile.kinds import UNSAID
from bot.profile.person import Course, Person, Spell

EDUCATIONS = ("none", "secondary", "associate", "bachelor", "bachelor_gac", "master", "master_gac")
_KNOWLEDGE = load()
_PATHS = [path for credential in _KNOWLEDGE.credentials.values() for path in credential.eligibility_paths]
KINDS = sorted({str(item.kind) for path in _PATHS for item in path.experience} | {UNSAID})
TRAININGS = sorted({str(path.training.kind) for path in _PATHS if path.training})
CREDENTIALS = sorted(_KNOWLEDGE.credentials)
LEVELS = [
    (slug, level)
    for slug, credential in _KNOWLEDGE.credentials.items()
    for level in dict.fromkeys(
        str(path.level) if path.level else None for path in credential.eligibility_paths
    )
]


def spells(kinds=KINDS):
    return st.builds(
        Spell,
        kind=st.sampled_from(kinds),
        months=st.one_of(st.integers(0, 130), st.sampled_from([12, 24, 36, 48, 60, 84, 96])),
        started=st.none() | st.dates(date(2005, 1, 1), date(2026, 11, 1)),
        share=st.sampled_from([1.0, 1.0, 0.5, 0.2, 0.33]),
    )


def courses():
    return st.builds(Course, kind=st.sampled_from(TRAININGS), hours=st.integers(0, 60))


def some_of(items, most=3):
    return st.lists(st.sampled_from(items), max_size=most, unique=True).map(tuple)


def persons():
    """Return persons of whom nothing contradicts: what is held is not denied."""
    return st.builds(
        _consistent,
        education=st.none() | st.sampled_from(EDUCATIONS),
        experience=st.lists(spells(), max_size=4).map(tuple),
        training=st.lists(courses(), max_size=3).map(tuple),
        holds=some_of(CREDENTIALS),
        country=st.sampled_from([None, "Germany", "United Kingdom"]),
        weekly_hours=st.none() | st.sampled_from([2.0, 5.0, 10.0]),
        confirmed=some_of([*KINDS, *TRAININGS]),
        denied=some_of([*KINDS, *TRAININGS, *(f"holds/{slug}" for slug in CREDENTIALS)]),
    )


def _consistent(**facts):
    taken = {*facts["confirmed"], *(f"holds/{slug}" for slug in facts["holds"])}
    return Person(**facts | {"denied": tuple(name for name in facts["denied"] if name not in taken)})
