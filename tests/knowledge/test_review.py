from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from bot.knowledge.loader import load
from bot.knowledge.review import due, to_calendar
from tests.conftest import fact

TODAY = date(2026, 11, 26)


@pytest.fixture
def knowledge(files, write):
    files["sources.yml"]["price_list"] = {
        "title": "Prices",
        "publisher": "Shop",
        "url": "https://example.org/prices",
    }
    files["credentials/oil.yml"]["facts"] = {
        "known": fact("oil exists", review_by="2026-12-01"),
        "fee": fact("the fee", "USD 10", source="price_list", review_by="2026-11-01"),
    }
    return load(write())


def test_facts_are_listed_by_page_the_most_urgent_first(knowledge):
    first, second = due(knowledge, TODAY + timedelta(days=30))
    assert (first.name, first.review_by) == ("price_list", date(2026, 11, 1))
    assert (second.name, [item.name for item in second.facts]) == ("guide", ["known"])
    (fee,) = first.facts
    assert (fee.say, fee.value) == ("the fee", "USD 10")


def test_the_place_is_the_line_of_the_fact(knowledge):
    (first, *_) = due(knowledge, TODAY)
    name, _, line = first.facts[0].place.rpartition(":")
    written = (knowledge.root.parent / name).read_text().splitlines()
    assert written[int(line) - 1].strip().startswith("fee:")


def test_what_is_due_later_is_left_out(knowledge):
    assert due(knowledge, date(2026, 10, 31)) == []
    assert len(due(knowledge, date(2026, 11, 1))) == 1


def test_the_calendar_has_an_event_a_page_and_overdue_ones_today(knowledge):
    sources = due(knowledge, TODAY + timedelta(days=30))
    events = Calendar.from_ical(to_calendar(sources, TODAY)).walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [TODAY, date(2026, 12, 1)]
    assert "Shop: Prices" in events[0]["SUMMARY"]
    assert "the fee" in events[0]["DESCRIPTION"]
    assert str(events[0]["URL"]) == "https://example.org/prices"


def test_the_same_review_has_the_same_name_each_time(knowledge):
    sources = due(knowledge, TODAY + timedelta(days=30))
    assert to_calendar(sources, TODAY) == to_calendar(sources, TODAY)
