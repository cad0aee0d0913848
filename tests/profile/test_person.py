from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.profile import kinds
from bot.profile.kinds import COUNTS_FOR, OF_ROLE, UNSAID, called, counting, training_called
from bot.profile.person import Course, Person, Spell
from tests.profile.people import persons

PM = "leading_projects"


def test_nothing_said_is_not_none_done():
    assert Person().months(PM) is None
    assert Person(experience=(Spell(PM, 0),)).months(PM) == 0
    assert Person().hours("agile") is None
    assert Person(training=(Course("agile", 0),)).hours("agile") == 0


@pytest.mark.parametrize(
    ("spells", "months"),
    [
        ((Spell(PM, 24), Spell(PM, 12)), 36),
        ((Spell(PM, 24, share=0.5),), 12),
        ((Spell(PM, 35, share=0.5),), 17),
        ((Spell(PM, 10, share=0.1),) * 3, 3),
        ((Spell(PM, 12, date(2020, 1, 1)), Spell("risk", 60)), 12),
        ((Spell("complex_projects", 30), Spell(PM, 12)), 30),
        ((Spell("programme_management", 60),), None),
    ],
)
def test_months_add_up_within_a_kind_and_the_larger_counts_across_kinds(spells, months):
    assert Person(experience=spells).months(PM) == months


def test_hours_of_several_courses_add_up():
    assert Person(training=(Course("agile", 14), Course("agile", 7), Course("risk", 40))).hours("agile") == 21


def test_later_facts_win():
    before = Person(education="secondary", experience=(Spell(PM, 36), Spell("agile", 12)), country="India")
    after = before.merged(Person(education="bachelor", experience=(Spell(PM, 60),)))
    assert after.education == "bachelor"
    assert after.country == "India"
    assert after.months(PM) == 60
    assert after.months("agile") == 12


def test_a_named_kind_replaces_months_of_an_unnamed_one():
    before = Person(experience=(Spell(UNSAID, 48),))
    assert before.merged(Person(experience=(Spell(PM, 36),))).experience == (Spell(PM, 36),)
    assert before.merged(Person(country="India")).experience == (Spell(UNSAID, 48),)


def test_what_is_held_can_be_taken_back():
    held = Person(holds=("pmp", "capm"))
    lost = held.merged(Person(denied=("holds/pmp",)))
    assert lost.holds == ("capm",)
    assert lost.merged(Person(holds=("pmp",))) == Person(holds=("capm", "pmp"))


def test_a_demand_can_be_met_after_all():
    assert Person(denied=("safe",)).merged(Person(confirmed=("safe",))) == Person(confirmed=("safe",))
    assert Person(confirmed=("safe",)).merged(Person(denied=("safe",))) == Person(denied=("safe",))


@settings(deadline=None)
@given(persons())
def test_a_person_survives_the_slot(person):
    assert Person.from_slot(json.loads(json.dumps(person.to_slot()))) == person


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "role",
                        "education",
                        "experience",
                        "training",
                        "holds",
                        "kind",
                        "months",
                        "share",
                        "started",
                        "weekly_hours",
                    ]
                ),
                inner,
            )
        ),
    )
)
def test_unreadable_data_counts_as_not_said(value):
    assert isinstance(Person.from_slot(value), Person)


def test_one_bad_entry_spoils_no_other():
    slot = {
        "education": "wizard",
        "country": "Peru",
        "experience": [{"kind": PM, "months": "x"}, {"kind": PM, "months": 5}],
    }
    assert Person.from_slot(slot) == Person(country="Peru", experience=(Spell(PM, 5),))


@settings(deadline=None)
@given(persons(), persons())
def test_merging_twice_changes_nothing_more(first, second):
    once = first.merged(second)
    assert once.merged(second) == once


def test_every_kind_in_the_rules_has_a_name(knowledge):
    paths = [path for credential in knowledge.credentials.values() for path in credential.eligibility_paths]
    assert {str(item.kind) for path in paths for item in path.experience} <= set(kinds._CALLED)
    for kind in {str(path.training.kind) for path in paths if path.training}:
        assert "training" in training_called(kind) or "course" in training_called(kind)


def test_tables_name_roles_and_kinds_that_exist(knowledge):
    assert set(OF_ROLE) <= set(knowledge.roles)
    asked = {
        str(item.kind)
        for credential in knowledge.credentials.values()
        for path in credential.eligibility_paths
        for item in path.experience
    }
    assert set(COUNTS_FOR) <= asked
    assert {kind for kinds in OF_ROLE.values() for kind in kinds} <= asked


def test_programme_work_does_not_count_as_leading_projects():
    assert "programme_management" not in counting(PM)


def test_a_kind_without_a_name_is_called_by_its_slug():
    assert called("under_water_welding") == "under water welding"
    assert counting("under_water_welding") == ("under_water_welding",)
