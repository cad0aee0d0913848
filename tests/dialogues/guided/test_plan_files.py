"""A plan to take along: as text and as a calendar."""

from __future__ import annotations

import re
from typing import Any

import icalendar
import pytest
import requests

from tests.dialogues.conftest import SECONDS, Talk

ENDINGS = {".md": "text/markdown", ".ics": "text/calendar"}


def fetched(talk: Talk, message: dict[str, Any], ending: str) -> requests.Response:
    """Fetch the file of a plan, without the token: the address is all that it takes."""
    (found,) = [item for item in message["answer"]["downloads"] if item["url"].endswith(ending)]
    assert found["title"].strip()
    return requests.get(talk.url + found["url"], timeout=SECONDS)


@pytest.fixture
def plan(talk) -> dict[str, Any]:
    return talk.say("i am a pmo analyst, make me a plan to become a project manager")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_there_to_be_saved(talk, plan, ending):
    reply = fetched(talk, plan, ending)
    assert reply.status_code == 200
    assert reply.headers["Content-Type"].startswith(ENDINGS[ending])
    disposition = reply.headers["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert ending in disposition


def test_the_text_has_the_steps_and_the_sources(talk, plan):
    reply = fetched(talk, plan, ".md")
    reply.encoding = "utf-8"
    assert reply.text.startswith("# ")
    heading = reply.text.partition("\n")[0].lower()
    assert "pmo analyst" in heading
    assert "project manager" in heading
    for step in re.findall(r"^\d+\. \*\*(.+?)\*\*", plan["text"], re.MULTILINE):
        assert step.lower() in reply.text.lower()
    assert "## Sources" in reply.text
    assert plan["answer"]["sources"][0]["url"] in reply.text


def test_the_calendar_can_be_read(talk, plan):
    calendar = icalendar.Calendar.from_ical(fetched(talk, plan, ".ics").content)
    events = calendar.walk("VEVENT")
    assert len(events) >= 2
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        assert str(event["SUMMARY"]).strip()
        assert event.decoded("DTSTART") <= event.decoded("DTEND", event.decoded("DTSTART"))
    assert any("project manager" in str(event["SUMMARY"]).lower() for event in events)


def test_another_pace_is_in_the_files(talk, plan):
    before = fetched(talk, plan, ".md").text
    after = fetched(talk, talk.say("what if i study 10 hours a week"), ".md").text
    assert "for 10 hours of study a week" in after
    assert "for 10 hours of study a week" not in before


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_changed_address_leads_nowhere(talk, plan, ending):
    url = next(item["url"] for item in plan["answer"]["downloads"] if item["url"].endswith(ending))
    changed = url.removesuffix(ending)[:-6] + "AAAAAA" + ending
    reply = requests.get(talk.url + changed, timeout=SECONDS)
    assert reply.status_code == 404
    assert "Traceback" not in reply.text
    assert reply.text.strip()
