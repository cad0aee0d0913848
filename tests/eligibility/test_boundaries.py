"""Every number in the rules, one less and one more; and how months are counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.eligibility.assess import assess, rules_of
from bot.eligibility.counting import counted
from bot.eligibility.demands import lines
from bot.knowledge.loader import load
from bot.profile.kinds import UNSAID
from bot.profile.person import Course, Person, Spell
from tests.eligibility.cases import TODAY
from tests.profile.people import CREDENTIALS, LEVELS

KNOWLEDGE = load()


def check(place, person):
    return assess(place[0], person, KNOWLEDGE, TODAY, place[1])


RULES = [
    (slug, str(path.level) if path.level else None, path, item)
    for slug in CREDENTIALS
    for path in KNOWLEDGE.credentials[slug].eligibility_paths
    for item in path.experience
    if item.months
]


@pytest.mark.parametrize("off", [-1, 0, 1])
@pytest.mark.parametrize(("slug", "level", "path", "item"), RULES, ids=lambda value: str(value)[:40])
def test_every_boundary_is_met_exactly(slug, level, path, item, off):
    """With all else of a path met: one month less is missing by one, the number itself and more are enough."""
    person = Person(
        education=path.education,
        experience=tuple(
            Spell(str(other.kind), item.months + off if other == item else max(other.months, 1))
            for other in path.experience
        ),
        training=(Course(str(path.training.kind), path.training.hours),) if path.training else (),
        holds=tuple(map(str, path.holds_any[:1])),
    )
    found = {line.demand: line for line in lines(path, person, rules_of(slug, KNOWLEDGE, TODAY, level))}
    line = found[f"months/{item.kind}"]
    contributors = [Person(experience=(spell,)).months(str(item.kind)) or 0 for spell in person.experience]
    if off < 0 and max(contributors) < item.months:
        assert (line.state, line.missing_months) == ("missing", 1)
    else:
        assert (line.state, line.missing_months) == ("enough", None)


@pytest.mark.parametrize("off", [-1, 0, 1])
def test_every_boundary_of_hours_is_met_exactly(off):
    for slug, level in LEVELS:
        for path in KNOWLEDGE.credentials[slug].eligibility_paths:
            training = path.training
            if training is None or training.course_required or level not in (None, path.level):
                continue
            person = Person(training=(Course(str(training.kind), training.hours + off),))
            line = next(line for line in check((slug, level), person).lines if line.subject == "hours")
            hours = int(line.rule.split()[0])
            assert line.missing_hours == (max(0, hours - training.hours - off) or None)


def test_months_out_of_the_window_do_not_count():
    old = Person(experience=(Spell("agile", 24, date(2019, 12, 1)),))
    assert counted(old, "agile", 5, TODAY) == 1  # november 2021 alone is within five years of november 2026
    assert counted(old, "agile", None, TODAY) == 24
    assert counted(old, "agile", 5, TODAY, later=1) == 0


def test_a_month_counts_once_however_many_jobs_filled_it():
    twice = Person(experience=(Spell("agile", 12, date(2025, 1, 1)), Spell("agile", 12, date(2025, 7, 1))))
    assert counted(twice, "agile", 5, TODAY) == 18  # january 2025 to june 2026


def test_half_time_in_two_jobs_is_full_time():
    halves = Person(
        experience=(Spell("agile", 12, date(2025, 1, 1), 0.5), Spell("agile", 12, date(2025, 1, 1), 0.5))
    )
    assert counted(halves, "agile", 5, TODAY) == 12


def test_months_of_another_kind_count_beside_the_own_ones_where_the_dates_tell_them_apart():
    coordinator, manager = (
        Spell("project_work", 24, date(2020, 1, 1)),
        Spell("leading_projects", 24, date(2022, 1, 1)),
    )
    assert counted(Person(experience=(coordinator, manager)), "project_work", 8, TODAY) == 48
    undated = tuple(replace(spell, started=None) for spell in (coordinator, manager))
    assert counted(Person(experience=undated), "project_work", 8, TODAY) == 24


def test_months_that_lie_ahead_do_not_count():
    assert counted(Person(experience=(Spell("agile", 12, date(2026, 10, 1)),)), "agile", None, TODAY) == 1


def test_experience_without_a_kind_stands_in_only_where_it_is_let():
    some = Person(experience=(Spell(UNSAID, 30),))
    assert counted(some, "agile", 5, TODAY) is None
    assert counted(some, "agile", 5, TODAY, stand_in=True) == 30
