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


_IN_MONTHS = {
    str(item.kind)
    for credential in _KNOWLEDGE.credentials.values()
    for path in credential.eligibility_paths
    for item in path.experience
    if item.months
}


def _consistent(**facts):
    # Experience that is asked for in months is told in months, "none" included, and never by a mere no.
    taken = {*facts["confirmed"], *(f"holds/{slug}" for slug in facts["holds"]), *_IN_MONTHS}
    return Person(**facts | {"denied": tuple(name for name in facts["denied"] if name not in taken)})


@st.composite
def near(draw):
    """Return a place and a person close to what a path of it asks for, some a little above, some below."""
    slug, level = draw(st.sampled_from([place for place in LEVELS if _demanding(place)]))
    paths = [path for path in _KNOWLEDGE.credentials[slug].eligibility_paths if level in (None, path.level)]
    path = draw(st.sampled_from(paths))
    off = st.integers(-2, 12)
    starts = st.none() | st.dates(date(2016, 1, 1), date(2021, 12, 1))
    experience = tuple(
        Spell(str(item.kind), max(0, max(item.months, 1) + draw(off)), draw(starts))
        for item in path.experience
    )
    training = path.training
    person = Person(
        education=draw(st.sampled_from([path.education or "secondary", "bachelor", None])),
        experience=experience,
        training=(Course(str(training.kind), max(0, training.hours + draw(off))),) if training else (),
        holds=tuple(str(other) for other in path.holds_any[: draw(st.integers(0, 1))]),
    )
    return (slug, level), person


def _demanding(place):
    slug, level = place
    paths = [path for path in _KNOWLEDGE.credentials[slug].eligibility_paths if level in (None, path.level)]
    return any(path.experience or path.education or path.holds_any for path in paths)


def placed():
    """Return a place and a person: anybody, or somebody close to what is asked for."""
    return st.one_of(st.tuples(st.sampled_from(LEVELS), persons()), near())
