"""What is not stored, and what is deleted: a look into the database of the running service."""

from __future__ import annotations

import re
import secrets

import pytest
import requests

from tests.dialogues.conftest import SECONDS, Talk, fits
from tests.dialogues.guided.database import rows, rows_with
from tests.dialogues.guided.seen import MONTHS, asks, leading_to, press_to

PROFILE = "tool/profile"
FORGET = "tool/profile/forget"
WISHES = ["forget me", "please delete my data", "forget everything i told you"]
NOT_KEPT = re.compile(
    r"\bnot (?:keep|kept|stor\w+|sav\w+)|n't (?:keep|store|save)|left out|taken? out|remov|mask|hid", re.I
)
# What is typed, what must stand in no row, and which answer it gets all the same.
PRIVATE = {
    "what does the pmp cost? my mail is jane.quill@example.org": ("jane.quill", "credential/pmp/cost"),
    "my number is +49 1512 3456789. what does a scrum master earn": (
        "1512 3456789",
        "role/scrum_master/salary",
    ),
    "am i eligible for pmp? my ssn is 536-90-4399": ("536-90-4399", "tool/eligibility/pmp"),
    "my phone is 020 7946 0958, what does the capm cost": ("7946 0958", "credential/capm/cost"),
}


@pytest.fixture
def school() -> str:
    """A name that no other talk has in it."""
    return "quill" + "".join(secrets.choice("abcdefgh") for _ in range(8))


@pytest.fixture
def known(talk, school) -> Talk:
    """A talk with facts, a vote and an open check in it."""
    talk.say(f"i studied at {school} university, i have a bachelor, what does the pmp cost?")
    vote = {"answer": "credential/pmp/cost", "vote": "up"}
    url = f"{talk.url}/chat/api/feedback"
    assert requests.post(url, json=vote, headers=talk.headers, timeout=SECONDS).status_code == 201
    talk.say("am i eligible for pmp")
    return talk


def confirm(talk: Talk) -> dict:
    """Ask to be forgotten and press the button that confirms it."""
    talk.say("forget me")
    (place,) = leading_to(talk.last, FORGET)
    return talk.press(place)


def saved(service) -> set[str]:
    """Return the digests of the codes that are kept."""
    return {row["digest"] for table, row in rows(service) if table == "resume_codes"}


@pytest.mark.parametrize("text", WISHES)
def test_forgetting_asks_first(service, known, text):
    message = known.say(text)
    assert message["answer"]["id"] == PROFILE
    assert not message["answer"]["forget"]
    assert "?" in message["text"]
    assert len(leading_to(message, FORGET)) == 1
    assert len(message["buttons"]) >= 2
    assert rows_with(service, known.conversation)


def test_being_forgotten_leaves_no_row(service, known, school):
    assert rows_with(service, known.conversation)
    assert rows_with(service, school)
    message = confirm(known)
    assert message["answer"]["id"] == PROFILE
    assert message["answer"]["forget"] is True
    assert re.search(r"deleted|forgotten|gone", message["text"])
    assert not rows_with(service, known.conversation)
    assert not rows_with(service, school)
    assert known.history() == []


def test_the_vote_stays_as_a_number(service, known):
    (mine,) = [row for table, row in rows_with(service, known.conversation) if table == "feedback"]
    confirm(known)
    (left,) = [
        row
        for table, row in rows_with(service, "credential/pmp/cost")
        if row.get("id") == mine["id"] and table == "feedback"
    ]
    assert left["conversation"] is None


def test_a_saved_talk_is_forgotten_with_it(service, known, other_talk):
    before = saved(service)
    code = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\b", known.say("save")["text"]).group()
    assert len(saved(service) - before) == 1
    confirm(known)
    assert saved(service) <= before
    other_talk.say(f"resume {code}")
    assert "bachelor" not in other_talk.say("what do you know about me")["text"]


def test_typed_words_confirm_as_well(service, known):
    known.say("forget me")
    assert known.say("yes")["answer"]["forget"] is True
    assert not rows_with(service, known.conversation)


@pytest.mark.parametrize("text", ["no", "no, keep it", "what does the capm cost"])
def test_nothing_is_deleted_without_a_yes(service, known, text):
    known.say("forget me")
    assert not known.say(text)["answer"]["forget"]
    assert rows_with(service, known.conversation)
    assert "bachelor" in known.say("what do you know about me")["text"]


def test_a_later_yes_to_something_else_deletes_nothing(service, known):
    known.say("forget me")
    known.say("what does the capm cost")
    assert not known.say("yes")["answer"]["forget"]
    assert rows_with(service, known.conversation)


def test_afterwards_it_starts_afresh(service, known):
    message = confirm(known)
    for button in message["buttons"][:1]:
        assert known.post({"payload": button["payload"]}).status_code == 200
    told = known.say("what do you know about me")
    assert told["answer"]["id"] == PROFILE
    assert "bachelor" not in told["text"]
    assert rows_with(service, known.conversation)


def test_other_talks_stay(service, known, other_talk):
    other_talk.say("what does the capm cost")
    confirm(known)
    assert rows_with(service, other_talk.conversation)
    assert other_talk.ask("and pmp?") == "credential/pmp/cost"


@pytest.mark.parametrize("text", PRIVATE)
def test_contact_data_is_not_stored_and_the_person_is_told(service, talk, text):
    secret, answer = PRIVATE[text]
    message = talk.say(text)
    assert fits(message["answer"]["id"], answer)
    assert NOT_KEPT.search(message["text"]), message["text"]
    assert rows_with(service, talk.conversation)
    assert not rows_with(service, secret)
    assert secret not in service.log.read_text()
    assert all(secret not in entry["text"] for entry in talk.history())


def test_contact_data_in_the_middle_of_a_check(service, checking):
    asks(checking.last, MONTHS)
    message = checking.say("4 years, mail me at jane.quill@example.org")
    assert fits(message["answer"]["id"], "tool/eligibility/pmp")
    assert NOT_KEPT.search(message["text"])
    assert not rows_with(service, "jane.quill")


def test_ordinary_numbers_are_kept_without_a_word(talk):
    message = talk.say("i led projects from 2019 to 2023 with a budget of 1500000, what does the pmp cost?")
    assert not NOT_KEPT.search(message["text"])
    assert any("1500000" in entry["text"] for entry in talk.history())


def test_the_way_back_survives_a_no(known):
    known.say("forget me")
    known.say("no, keep it")
    asks(press_to(known, "tool/eligibility/pmp"), MONTHS)
