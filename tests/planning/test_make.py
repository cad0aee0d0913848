from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.knowledge.loader import load
from bot.planning.make import make_plan
from bot.planning.plan import Window
from bot.profile.person import Course, Person, Spell
from tests.conftest import move
from tests.planning.conftest import FOLLOW_UPS, TODAY

COORDINATOR = Person(role="project_coordinator", weekly_hours=10.0)
MANAGER = Person(role="project_manager", weekly_hours=10.0, education="secondary")


def steps(plan, name="fastest"):
    way = next(way for way in plan.alternatives if name in way.names)
    return {step.id: step for step in way.steps}


def days(**later):
    return Window(TODAY + timedelta(days=later["least"]), TODAY + timedelta(days=later["most"]))


def test_the_fastest_and_the_cheapest_stand_side_by_side(world):
    plan = make_plan(COORDINATOR, "project_manager", world, TODAY)
    assert [way.names for way in plan.alternatives] == [("fastest",), ("cheapest",)]
    assert [way.credentials for way in plan.alternatives] == [("quick",), ("cheap",)]
    costs = [[(cost.currency, cost.least, cost.most) for cost in way.costs] for way in plan.alternatives]
    assert costs == [[("USD", 400, 500)], [("USD", 50, 50)]]


def test_study_takes_whole_weeks_at_the_hours_of_the_person(world):
    assert steps(make_plan(COORDINATOR, "project_manager", world, TODAY))["study/quick"].ends == days(
        least=7, most=14
    )
    slower = COORDINATOR.with_(weekly_hours=3.0)
    assert steps(make_plan(slower, "project_manager", world, TODAY))["study/quick"].ends == days(
        least=28, most=49
    )


def test_a_move_takes_its_typical_time(world):
    found = steps(make_plan(COORDINATOR, "project_manager", world, TODAY))
    assert found["move/project_manager/project_coordinator"].ends == Window(
        date(2027, 5, 26), date(2027, 11, 26)
    )


def test_a_certificate_that_takes_longer_holds_the_move_up(world):
    slow = COORDINATOR.with_(weekly_hours=2.0)
    cheapest = steps(make_plan(slow, "project_manager", world, TODAY), "cheapest")
    assert cheapest["move/project_manager/project_coordinator"].ends == days(least=7 * 50, most=7 * 100)


def test_hours_not_given_are_assumed_and_said(world):
    plan = make_plan(COORDINATOR.with_(weekly_hours=None), "project_manager", world, TODAY)
    assert (plan.weekly_hours, plan.assumed_hours) == (5.0, True)
    assert "You study 5 hours a week." in plan.assumptions
    told = make_plan(COORDINATOR, "project_manager", world, TODAY)
    assert not any("hours a week" in sentence for sentence in told.assumptions)


@pytest.mark.parametrize("hours", [0.0, -3.0])
def test_no_hours_at_all_count_as_not_given(world, hours):
    plan = make_plan(COORDINATOR.with_(weekly_hours=hours), "project_manager", world, TODAY)
    assert plan.weekly_hours == 5.0


def test_experience_is_counted_from_the_day_on_which_the_role_gives_it(world):
    found = steps(make_plan(COORDINATOR.with_(education="secondary"), "program_manager", world, TODAY))
    gained = found["experience/leader/leading_projects"]
    # Project manager after 6 to 12 months, then 24 months of leading; the programme follows at its own time.
    assert gained.starts == date(2027, 5, 26)
    assert gained.ends == Window(date(2029, 5, 26), date(2029, 11, 26))
    assert found["move/program_manager/project_manager"].ends == Window(date(2029, 5, 26), date(2031, 11, 26))


def test_study_ends_when_the_experience_is_complete(world):
    found = steps(make_plan(MANAGER, "program_manager", world, TODAY))
    assert found["study/leader"].ends.earliest == found["experience/leader/leading_projects"].ends.earliest
    assert found["training/leader/project_management"].ends.latest <= found["study/leader"].ends.latest
    assert found["credential/leader"].ends == Window(date(2028, 11, 26), date(2028, 11, 26))


def test_months_that_the_person_has_are_not_asked_again(world):
    person = MANAGER.with_(
        experience=(Spell("leading_projects", 20),), training=(Course("project_management", 12),)
    )
    found = steps(make_plan(person, "leader", world, TODAY))
    assert found["experience/leader/leading_projects"].amount.least == 4
    assert found["experience/leader/leading_projects"].ends.latest == date(2027, 3, 26)
    assert found["training/leader/project_management"].amount.least == 18


def test_an_old_spell_that_runs_out_of_the_window_is_asked_again(world_files, write):
    path = world_files["credentials/leader.yml"]["eligibility_paths"][0]
    path["experience"] = [{"kind": "leading_projects", "months": 24, "within_years": 5, "fact": "months"}]
    knowledge = load(write())
    old = Spell("leading_projects", 12, started=date(2021, 12, 1))
    found = steps(make_plan(MANAGER.with_(experience=(old,)), "leader", knowledge, TODAY))
    assert found["experience/leader/leading_projects"].amount.least == 24
    recent = Spell("leading_projects", 12, started=date(2025, 11, 1))
    found = steps(make_plan(MANAGER.with_(experience=(recent,)), "leader", knowledge, TODAY))
    assert found["experience/leader/leading_projects"].amount.least == 12


def test_a_credential_leads_over_the_job_that_gives_its_experience(world):
    plan = make_plan(COORDINATOR, "leader", world, TODAY)
    assert [step.kind for step in plan.alternatives[0].steps] == [
        "move",
        "training",
        "experience",
        "study",
        "credential",
    ]
    assert plan.months == (30, 36)
    assert "You start from nothing with leading projects." in plan.assumptions


def test_a_course_that_is_done_is_not_paid(world):
    done = MANAGER.with_(training=(Course("project_management", 30),))
    for person, most in ((MANAGER, 1300), (done, 300)):
        (cost,) = make_plan(person, "leader", world, TODAY).alternatives[0].costs
        assert (cost.currency, cost.most) == ("USD", most)


def test_prices_are_in_the_money_of_the_country_where_they_are_known(world):
    british = MANAGER.with_(country="United Kingdom", training=(Course("project_management", 30),))
    (cost,) = make_plan(british, "leader", world, TODAY).alternatives[0].costs
    assert (cost.currency, cost.least, cost.facts) == ("GBP", Decimal(200), ("credentials/leader.gbp200",))


def test_a_course_without_a_price_in_that_money_is_said_to_be_missing(world):
    british = MANAGER.with_(country="United Kingdom")
    assert make_plan(british, "leader", world, TODAY).alternatives[0].no_course_fee == ("leader",)
    assert make_plan(MANAGER, "leader", world, TODAY).alternatives[0].no_course_fee == ()


def test_the_lower_level_is_taken_first(world):
    plan = make_plan(COORDINATOR, "steps", world, TODAY, level="Second")
    ids = [step.id for step in plan.alternatives[0].steps]
    assert ids == ["study/steps/First", "credential/steps/First", "credential/steps/Second"]
    assert plan.alternatives[0].no_fee == ("steps", "steps")
    assert plan.alternatives[0].no_study_time == ("steps",)
    held = COORDINATOR.with_(holds=("steps",))
    plan = make_plan(held, "steps", world, TODAY, level="Second")
    assert [step.id for step in plan.alternatives[0].steps] == ["credential/steps/Second"]


def test_what_is_held_is_not_taken_again(world):
    plan = make_plan(COORDINATOR.with_(holds=("quick",)), "project_manager", world, TODAY)
    assert [way.credentials for way in plan.alternatives] == [("cheap",)]
    assert plan.alternatives[0].names == ("fastest", "cheapest")


def test_below_what_is_held_nothing_is_taken(world_files, write):
    world_files["credentials/leader.yml"]["level"] = 3
    plan = make_plan(COORDINATOR.with_(holds=("leader",)), "project_manager", load(write()), TODAY)
    assert [way.credentials for way in plan.alternatives] == [()]


def test_nothing_is_taken_for_a_step_back(world_files, write):
    world_files["transitions/project_coordinator.yml"]["to"]["project_manager"] = move(
        "Back.", *FOLLOW_UPS, verdict="step_back", months={"least": 0, "most": 3, "basis": "a guide"}
    )
    plan = make_plan(COORDINATOR, "project_manager", load(write()), TODAY)
    assert plan.alternatives[0].credentials == ()
    assert plan.alternatives[0].costs == ()


def test_a_certificate_without_a_price_gives_way_to_one_with(world_files, write):
    world_files["credentials/quick.yml"]["figures"] = {
        "study_hours": {"least": 10, "most": 20, "fact": "hours"}
    }
    plan = make_plan(COORDINATOR, "project_manager", load(write()), TODAY)
    assert [way.credentials for way in plan.alternatives] == [("cheap",)]


def test_where_no_price_is_known_the_plan_says_so(world_files, write):
    for name in ("quick", "cheap"):
        world_files[f"credentials/{name}.yml"]["figures"].pop("fees")
    (way,) = make_plan(COORDINATOR, "project_manager", load(write()), TODAY).alternatives[:1]
    assert way.no_fee == ("quick",)
    assert way.costs == ()


def test_a_certificate_of_unknown_study_time_cannot_be_dated_on_the_way(world_files, write):
    for name in ("quick", "cheap"):
        world_files[f"credentials/{name}.yml"]["figures"].pop("study_hours")
    plan = make_plan(COORDINATOR, "project_manager", load(write()), TODAY)
    assert plan.alternatives[0].credentials == ()


OBSTACLES = {
    "there already": (MANAGER, "project_manager", "You are a project manager already."),
    "held already": (MANAGER.with_(holds=("quick",)), "quick", "You hold QUICK already."),
    "no way": (Person(role="program_manager"), "project_coordinator", "I know of no usual way"),
    "no way from outside": (Person(), "project_manager", "I know of no usual way"),
    "degree": (MANAGER.with_(education="none"), "leader", "LEADER asks for at least a secondary diploma"),
    "no way to the experience": (
        Person(education="secondary"),
        "leader",
        "LEADER asks for leading projects.",
    ),
}


@pytest.mark.parametrize("name", OBSTACLES)
def test_what_stands_in_the_way_is_said(world, name):
    person, goal, words = OBSTACLES[name]
    plan = make_plan(person, goal, world, TODAY)
    assert plan.alternatives == ()
    assert plan.obstacle.startswith(words)


def test_a_demand_that_nobody_can_date_stands_in_the_way(knowledge):
    plan = make_plan(Person(role="project_manager", holds=("pmp",)), "apm", knowledge, TODAY, level="ChPP")
    assert plan.obstacle == (
        "APM asks for experience of leading complex projects. Time and study alone do not meet that."
    )


def test_a_credential_without_rules_is_not_planned(world_files, write):
    world_files["credentials/quick.yml"].pop("eligibility_paths")
    plan = make_plan(MANAGER, "quick", load(write()), TODAY)
    assert plan.obstacle == "I know no rules for QUICK, so I cannot plan it."
