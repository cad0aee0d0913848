"""What a person sees in a reply of a guided talk, and how they press its buttons."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from tests.dialogues.conftest import Talk, fits

EDUCATION = r"education|degree|diploma"
MONTHS = r"experience|how long|how many (?:months|years)"
HOURS = r"hours|training"
PMP = "tool/eligibility/pmp"
MOST_WORDS_OF_A_QUESTION = 60
_WORKING = re.compile(r"^\s*[-*\u2022] (?P<mark>[\u2713\u2717?]) (?P<line>.+)$", re.MULTILINE)
_QUESTION = re.compile(r"[^.!?\n]+\?")


def working(message: dict[str, Any]) -> dict[str, str]:
    """Return the lines of a verdict's working with their marks, nothing for another message."""
    return {found["line"]: found["mark"] for found in _WORKING.finditer(message["text"])}


def line(message: dict[str, Any], about: str) -> tuple[str, str]:
    """Return the one line of the working that is about something, and its mark."""
    found = [(mark, text) for text, mark in working(message).items() if re.search(about, text, re.IGNORECASE)]
    assert len(found) == 1, message["text"]
    return found[0]


def asks(message: dict[str, Any], about: str, wanted: str = PMP) -> str:
    """Check that a message asks one short question with buttons, and return the question."""
    assert fits(message["answer"]["id"], wanted), message["answer"]["id"]
    assert not working(message), message["text"]
    questions = _QUESTION.findall(message["text"])
    assert len(questions) == 1, message["text"]
    assert re.search(about, questions[0], re.IGNORECASE), questions[0]
    assert len(message["text"].split()) <= MOST_WORDS_OF_A_QUESTION
    own = [button for button in message["buttons"] if fits(sent(button)["id"], wanted)]
    assert len(own) >= 2
    assert all(sent(button).get("say") for button in own)
    return str(questions[0]).strip()


def says_verdict(message: dict[str, Any], start: str, wanted: str = PMP) -> None:
    """Check that a message is a verdict that begins with ``start`` and tells where its rules come from."""
    assert fits(message["answer"]["id"], wanted), message["answer"]["id"]
    assert re.match(start, message["text"], re.IGNORECASE), message["text"]
    assert working(message), message["text"]
    assert message["answer"]["sources"]
    assert all(source["as_of"] and source["url"] for source in message["answer"]["sources"])


def finish(talk: Talk, **answers: str) -> dict[str, Any]:
    """Answer the questions still open by what they are about, until the verdict; return it."""
    told = {EDUCATION: answers.get("education", "bachelor"), HOURS: answers.get("hours", "35 hours")}
    told = {MONTHS: answers.get("months", "4 years")} | told
    for _ in range(4):
        if working(talk.last):
            return talk.last
        question = _QUESTION.findall(talk.last["text"])[0]
        talk.say(next(words for about, words in told.items() if re.search(about, question, re.IGNORECASE)))
    assert working(talk.last), talk.last["text"]
    return talk.last


def sent(button: dict[str, str]) -> dict[str, str]:
    """Return what a button sends: the id that it leads to and, perhaps, the words that it says."""
    return dict(json.loads(button["payload"].removeprefix("/answer")))


def leading_to(message: dict[str, Any], wanted: str) -> list[int]:
    """Return the places of the buttons that lead to an id."""
    return [place for place, button in enumerate(message["buttons"]) if fits(sent(button)["id"], wanted)]


def press(talk: Talk, words: str) -> dict[str, Any]:
    """Press the first button of the last reply whose title, or what it says, holds ``words``."""
    shown = [f"{button['title']} {sent(button).get('say')}".lower() for button in talk.last["buttons"]]
    places = [place for place, text in enumerate(shown) if words.lower() in text]
    assert places, shown
    return talk.press(places[0])


def press_to(talk: Talk, wanted: str) -> dict[str, Any]:
    """Press the last button of the last reply that leads to an id."""
    places = leading_to(talk.last, wanted)
    assert places, talk.last["buttons"]
    return talk.press(places[-1])


def day_in(months: int) -> str:
    """Return the day in so many months as it is written: "26 May 2028"."""
    day = date.today() + relativedelta(months=months)
    return f"{day.day} {day:%B %Y}"
