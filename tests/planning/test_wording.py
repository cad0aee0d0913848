from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.knowledge.loader import load
from bot.planning.make import make_plan
from bot.planning.phrases import all_of, between_in_words, money_in_words, window_in_words
from bot.planning.plan import Cost, Window
from bot.planning.what_if import what_if
from bot.planning.wording import in_chat, side_by_side, sources, taken_for_granted
from bot.profile.person import Person, Spell
from tests.planning.conftest import TODAY

COORDINATOR = Person(role="project_coordinator")


@pytest.mark.parametrize(
    ("first", "last", "words", "sentence"),
    [
        (date(2027, 3, 1), date(2027, 3, 31), "March 2027", "in March 2027"),
        (date(2027, 3, 1), date(2027, 5, 1), "March to May 2027", "between March and May 2027"),
        (date(2027, 11, 1), date(2028, 2, 1), "November 2027 to February 2028", "between November 2027 and February 2028"),
        (date(2030, 11, 1), date(2034, 2, 1), "2030 to 2034", "between 2030 and 2034"),
    ],
)  # fmt: skip
def test_windows_are_told_no_finer_than_they_are_known(first, last, words, sentence):
    assert window_in_words(Window(first, last)) == words
    assert between_in_words(Window(first, last)) == sentence


def test_money_is_told_by_currency():
    costs = [Cost("USD", Decimal(1000), Decimal(2500)), Cost("EUR", Decimal("577.5"), Decimal("577.5"))]
    assert money_in_words(costs) == "USD 1,000 to 2,500 and EUR 577.50"
    assert money_in_words([]) == ""


def test_lists_read_as_english():
    assert [all_of(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_the_chat_list_is_short_and_asks_for_the_hours(world):
    assert in_chat(make_plan(COORDINATOR, "project_manager", world, TODAY), world) == (
        "You could be a project manager between May and November 2027, by our estimate.\n\n"
        "1. **QUICK**: December 2026, 10 to 20 hours\n"
        "2. **Project manager**: May to November 2027\n\n"
        "Fees: USD 400 to 500. The cheapest way takes the CHEAP: USD 50. "
        "I assumed 5 hours of study a week: what are yours?"
    )


def test_a_span_of_study_is_told_beside_the_hours_of_training(world):
    person = Person(role="project_manager", weekly_hours=10.0, education="secondary")
    assert in_chat(make_plan(person, "leader", world, TODAY), world) == (
        "You could hold the LEADER in November 2028, by our estimate.\n\n"
        "1. 24 months of leading projects: November 2028\n"
        "2. **LEADER**: November 2028, 30 hours of training and 4 to 8 weeks of study\n\n"
        "Fees: USD 1,300."
    )


def test_without_certificates_nothing_is_to_pay(world):
    person = COORDINATOR.with_(holds=("quick", "cheap"))
    plan = make_plan(person, "project_manager", world, TODAY)
    assert in_chat(plan, world).endswith("No certificate is needed on this way.")
    assert ("Fees", "nothing to pay") in side_by_side(plan, world).rows


def test_the_ways_stand_side_by_side(world):
    grid = side_by_side(make_plan(COORDINATOR, "project_manager", world, TODAY), world)
    assert grid.columns == ("", "Fastest", "Cheapest")
    assert {name: cells for name, *cells in grid.rows} == {
        "Done": ["May to November 2027", "May to November 2027"],
        "Certificates": ["QUICK", "CHEAP"],
        "Study": ["10 to 20 hours", "100 to 200 hours"],
        "Fees": ["USD 400 to 500", "USD 50"],
    }


def test_what_is_not_in_the_fees_is_said(knowledge):
    text = in_chat(make_plan(COORDINATOR, "project_manager", knowledge, TODAY), knowledge)
    assert "without the course for CAPM" in text
    plan = make_plan(Person(role="pmo_analyst", education="bachelor"), "pmi_pmocp", knowledge, TODAY)
    assert "Fees: not known." in in_chat(plan, knowledge)


def test_an_obstacle_is_the_whole_answer(world):
    plan = make_plan(Person(role="project_manager"), "project_manager", world, TODAY)
    assert in_chat(plan, world) == "You are a project manager already."
    assert side_by_side(plan, world) is None
    assert taken_for_granted(plan) == ""


def test_assumptions_are_listed(world):
    text = taken_for_granted(make_plan(COORDINATOR, "project_manager", world, TODAY))
    assert text == "I took for granted:\n- You study 5 hours a week."


def test_sources_of_prices_come_before_those_of_moves(knowledge):
    plan = make_plan(COORDINATOR, "project_manager", knowledge, TODAY)
    lines = sources(plan, knowledge)
    titles = [line.title for line in lines]
    assert len(titles) == len(set(titles))
    assert "CAPM" in titles[0]


def test_what_if_tells_an_earlier_day(knowledge):
    person = Person(role="project_manager", education="bachelor", experience=(Spell("leading_projects", 36),))
    plan, text = what_if(person, "pmp", 10.0, knowledge, TODAY)
    assert plan.weekly_hours == 10.0
    assert text == (
        "With 10 hours of study a week instead of 5 you would be done by 13 May 2027 at the latest, not 21 October 2027."
    )


def test_what_if_tells_what_is_sooner_when_the_goal_is_not(world):
    _, text = what_if(COORDINATOR, "project_manager", 10.0, world, TODAY)
    assert text == (
        "With 10 hours of study a week instead of 5 QUICK is done by 10 December 2026 (not 24 December 2026) and "
        "CHEAP is done by 15 April 2027 (not 2 September 2027). The day of the goal stays: experience takes longer "
        "than study."
    )


def test_what_if_says_when_nothing_changes(world):
    person = COORDINATOR.with_(holds=("quick", "cheap"))
    _, text = what_if(person, "project_manager", 10.0, world, TODAY)
    assert text.endswith("nothing changes: here the time is not counted in hours of study.")


def test_what_if_keeps_an_obstacle(world):
    plan, text = what_if(Person(role="project_manager"), "project_manager", 10.0, world, TODAY)
    assert text == plan.obstacle


def test_of_an_unknown_study_time_only_the_first_day_is_told(world_files, write):
    world_files["credentials/quick.yml"]["figures"].pop("study_hours")
    knowledge = load(write())
    text = in_chat(make_plan(COORDINATOR, "quick", knowledge, TODAY), knowledge)
    assert text == (
        "You could take the QUICK from November 2026 on, once you have studied for it.\n\n"
        "1. **QUICK**: from November 2026; I know no study time\n\n"
        "Fees: USD 400 to 500."
    )


def test_hours_are_not_asked_for_where_they_make_no_difference(knowledge):
    plan = make_plan(Person(), "csm", knowledge, TODAY)
    assert not plan.assumed_hours
    assert "what are yours?" not in in_chat(plan, knowledge)
    assert plan.assumptions == ()
