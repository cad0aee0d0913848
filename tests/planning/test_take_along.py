"""The plan as a Markdown document and as a calendar."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from bot.planning.calendar import to_calendar
from bot.planning.make import make_plan
from bot.planning.markdown import to_markdown
from bot.profile.person import Person
from tests.planning.conftest import TODAY
from tests.planning.test_properties import KNOWLEDGE, goals, people

COORDINATOR = Person(role="project_coordinator", weekly_hours=5.0)


def events(ical):
    return Calendar.from_ical(ical).walk("VEVENT")


@pytest.fixture
def plan(world):
    return make_plan(COORDINATOR, "project_manager", world, TODAY)


def test_study_fills_its_days_and_the_rest_stands_on_one(plan, world):
    found = {
        str(event["summary"]): (event["dtstart"].dt, event["dtend"].dt)
        for event in events(to_calendar(plan, world))
    }
    assert found == {
        "Study for QUICK: 10 to 20 hours": (date(2026, 11, 26), date(2026, 12, 25)),
        "Take QUICK: USD 400 to 500": (date(2026, 12, 10), date(2026, 12, 11)),
        "Become a project manager": (date(2027, 5, 26), date(2027, 5, 27)),
    }


def test_the_other_way_can_be_taken_along_too(plan, world):
    names = [str(event["summary"]) for event in events(to_calendar(plan, world, way="cheapest"))]
    assert names[1] == "Take CHEAP: USD 50"


def test_names_of_events_stay_the_same_for_one_person(plan, world):
    def uids(**more):
        return [str(event["uid"]) for event in events(to_calendar(plan, world, **more))]

    assert uids() == uids()
    assert uids(owner="one") == uids(owner="one")
    assert not set(uids(owner="one")) & set(uids(owner="two"))
    faster = make_plan(COORDINATOR.with_(weekly_hours=20.0), "project_manager", world, TODAY)
    assert [str(event["uid"]) for event in events(to_calendar(faster, world))] == uids()


def test_the_same_plan_is_the_same_file_with_the_moment_that_is_given(plan, world):
    assert to_calendar(plan, world) == to_calendar(plan, world)
    moment = datetime(2026, 11, 26, 15, 30, tzinfo=timezone.utc)
    stamps = {event["dtstamp"].dt for event in events(to_calendar(plan, world, stamp=moment))}
    assert stamps == {moment}


def test_events_block_no_time_and_lead_to_the_issuer(plan, world):
    take = next(
        event for event in events(to_calendar(plan, world)) if str(event["summary"]).startswith("Take")
    )
    assert (str(take["transp"]), str(take["status"])) == ("TRANSPARENT", "TENTATIVE")
    assert str(take["url"]) == "https://example.org/certificate"


def test_a_plan_without_a_way_is_no_calendar(world):
    plan = make_plan(Person(role="project_manager"), "project_manager", world, TODAY)
    with pytest.raises(ValueError, match="already"):
        to_calendar(plan, world)


@settings(max_examples=40, deadline=None)
@given(people, goals)
def test_every_calendar_keeps_to_the_standard(person, goal):
    plan = make_plan(person, goal, KNOWLEDGE, TODAY)
    for way in plan.alternatives:
        ical = to_calendar(plan, KNOWLEDGE, way=way.names[0])
        # RFC 5545, 3.1: lines end with CRLF and have at most 75 octets.
        assert ical.endswith(b"\r\n")
        assert all(
            len(line) <= 75 and b"\r" not in line and b"\n" not in line for line in ical[:-2].split(b"\r\n")
        )
        calendar = Calendar.from_ical(ical)
        # 3.6: PRODID and VERSION once; 3.6.1: UID and DTSTAMP in each event, the end after the start.
        assert (str(calendar["version"]), bool(calendar["prodid"])) == ("2.0", True)
        found = calendar.walk("VEVENT")
        assert len(found) == len(way.steps)
        assert len({str(event["uid"]) for event in found}) == len(found)
        for event in found:
            assert event["dtstart"].params["VALUE"] == "DATE"
            assert event["dtend"].dt > event["dtstart"].dt
            assert event["dtstamp"].dt.tzinfo is not None
            assert not event.errors


def test_the_document_has_its_parts_in_order(plan, world):
    text = to_markdown(plan, world)
    headings = re.findall(r"^#+ .*$", text, re.MULTILINE)
    assert headings == [
        "# From project coordinator to project manager",
        "## The fastest way",
        "## The cheapest way",
        "## Sources",
    ]
    assert "Made on 26 November 2026, for 5 hours of study a week." in text
    assert "| Fees | USD 400 to 500 | USD 50 |" in text


def test_a_move_says_that_its_time_is_an_estimate_and_what_to_do_first(plan, world):
    text = to_markdown(plan, world)
    step = "3. **Become a project manager**, between 26 May 2027 and 26 November 2027. [1]\n   - Our estimate: nobody counts.\n   - look\n   - try\n   - ask"  # fmt: skip
    assert step in text


def test_gaps_and_assumptions_are_listed(knowledge):
    plan = make_plan(Person(role="pmo_analyst"), "pmi_pmocp", knowledge, TODAY)
    text = to_markdown(plan, knowledge)
    assert "## What I took for granted\n\n- You study 5 hours a week." in text
    assert "## What I do not know\n\n- The price of PMI-PMOCP." in text


@settings(max_examples=40, deadline=None)
@given(people, goals)
def test_every_mark_leads_to_a_source(person, goal):
    text = to_markdown(make_plan(person, goal, KNOWLEDGE, TODAY), KNOWLEDGE)
    body, _, listed = text.partition("## Sources")
    known = set(re.findall(r"^(\d+)\. \[", listed, re.MULTILINE))
    marks = {
        number
        for group in re.findall(r"\. \[([\d, ]+)\]$", body, re.MULTILINE)
        for number in group.split(", ")
    }
    assert marks == known


def test_an_obstacle_is_a_short_document(world):
    plan = make_plan(Person(role="project_manager"), "project_manager", world, TODAY)
    text = to_markdown(plan, world)
    assert "You are a project manager already." in text
    assert "## Sources" not in text
