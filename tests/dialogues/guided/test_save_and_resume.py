"""A short code takes a talk to another browser."""

from __future__ import annotations

import re

import pytest

from bot.resume.spelling import new_code
from tests.dialogues.conftest import Talk, fits
from tests.dialogues.guided.seen import HOURS, MONTHS, asks, press_to

TOLD = "i have a bachelor and led projects for 4 years, what does the pmp cost?"
SAVES = ["save", "Save this for later", "please save my talk", "can i continue this on my phone?"]
RESUMES = ["resume {}", "my code is {}", "hi, can you continue my talk with {} please", "{}"]
CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}\b")
REFUSED = r"no such code|not know|unknown|used already|not (?:right|valid)|expired|older"
WAIT = r"wait|later|minutes|quarter of an hour"


def save(talk: Talk, text: str = "save") -> str:
    """Save a talk and return its code."""
    found = CODE.findall(talk.say(text)["text"])
    assert found
    assert len(set(found)) == 1
    return str(found[0])


def knows(talk: Talk) -> bool:
    """Tell whether a talk knows what was told in ``TOLD``."""
    text = talk.say("what do you know about me")["text"]
    return "bachelor" in text and "4 years" in text


@pytest.mark.parametrize("text", SAVES)
def test_saving_shows_a_code_and_how_long_it_lasts(talk, text):
    talk.say(TOLD)
    message = talk.say(text)
    assert fits(message["answer"]["id"], "tool/*")
    assert CODE.search(message["text"])
    assert re.search(r"7 days|a week|seven days", message["text"])
    assert "resume" in message["text"]


@pytest.mark.parametrize("words", RESUMES)
def test_a_code_brings_the_person_along(talk, other_talk, words):
    talk.say(TOLD)
    reply = other_talk.say(words.format(save(talk)))
    assert fits(reply["answer"]["id"], "tool/*")
    assert knows(other_talk)


def test_a_code_brings_the_topic_along(talk, other_talk):
    talk.say(TOLD)
    other_talk.say(f"resume {save(talk)}")
    assert other_talk.ask("and capm?") == "credential/capm/cost"


def test_spelling_is_forgiven(talk, other_talk):
    talk.say(TOLD)
    code = save(talk).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    other_talk.say(f"resume {code}")
    assert knows(other_talk)


def test_a_check_goes_on_in_the_other_place(checking, other_talk):
    asks(checking.last, MONTHS)
    other_talk.say(f"resume {save(checking)}")
    asks(press_to(other_talk, "tool/eligibility/pmp"), MONTHS)
    asks(other_talk.say("4 years"), HOURS)


def test_saving_in_the_middle_of_a_check_loses_nothing(checking):
    save(checking)
    asks(press_to(checking, "tool/eligibility/pmp"), MONTHS)
    asks(checking.say("4 years"), HOURS)


def test_the_first_talk_goes_on_as_well(talk, other_talk):
    talk.say(TOLD)
    other_talk.say(f"resume {save(talk)}")
    assert knows(talk)


def test_a_code_works_once(service, talk, other_talk):
    talk.say(TOLD)
    code = save(talk)
    other_talk.say(f"resume {code}")
    third = Talk(service.url)
    assert re.search(REFUSED, third.say(f"resume {code}")["text"], re.IGNORECASE)
    assert not knows(third)


@pytest.mark.parametrize("text", ["resume K7QF-2MXA-9R", "resume K7QF-2MXA", "my code is k7qf2mxa9"])
def test_a_wrong_code_is_refused_kindly(talk, text):
    talk.say("what does the pmp cost")
    message = talk.say(text)
    assert re.search(REFUSED, message["text"], re.IGNORECASE), message["text"]
    assert message["buttons"]
    assert talk.ask("and capm?") == "credential/capm/cost"


def test_after_five_wrong_codes_one_has_to_wait(talk, other_talk):
    other_talk.say(TOLD)
    code = save(other_talk)
    for _ in range(5):
        assert re.search(REFUSED, talk.say(f"resume {new_code()}")["text"], re.IGNORECASE)
    message = talk.say(f"resume {code}")
    assert re.search(WAIT, message["text"], re.IGNORECASE)
    assert not knows(talk)
    assert talk.ask("what does the capm cost") == "credential/capm/cost"


def test_the_right_code_still_works_for_others(service, talk, other_talk):
    talk.say(TOLD)
    code = save(talk)
    for _ in range(6):
        other_talk.say(f"resume {new_code()}")
    third = Talk(service.url)
    third.say(f"resume {code}")
    assert knows(third)


def test_a_resume_for_a_job_is_no_code(talk):
    assert talk.ask("how do i write my resume") == "topic/cv_tips"
