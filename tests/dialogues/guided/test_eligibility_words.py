"""The answers in a check are read in the many words that people use for them."""

from __future__ import annotations

import re

import pytest

from tests.dialogues.guided.seen import HOURS, MONTHS, asks, finish, line, says_verdict, working

# After a bachelor's degree, which asks for 36 months: the words, the mark, what the line says.
LENGTHS = {
    "about 4 yrs": ("\u2713", "4 years"),
    "36 months": ("\u2713", "3 years"),
    "35 months": ("\u2717", "1 month missing"),
    "18 months": ("\u2717", "18 months missing"),
    "a year and a half": ("\u2717", "18 months missing"),
    "half time for 2 years": ("\u2717", "1 year .*2 years missing"),
    "2 yrs 4 months": ("\u2717", "8 months missing"),
    "since march 2021": ("\u2713", r"\d+ years"),
    "none": ("\u2717", "3 years missing"),
    "4": ("\u2713", "4 years"),
}
TRAININGS = {
    "35 PDUs from udemy": ("\u2713", "35 hours"),
    "yea did a bootcamp 35h": ("\u2713", "35 hours"),
    "20 hours": ("\u2717", "15 hours missing"),
    "none": ("\u2717", "none"),
    "i have my capm": ("\u2713", "CAPM"),
}
SCHOOLS = {
    "no degree": "60 months",
    "high school": "60 months",
    "associates degree": "60 months",
    "BSc in physics": "36 months",
    "i have an MBA": "36 months",
}


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_of_time_is_read_in_many_words(checking, text):
    mark, yours = LENGTHS[text]
    checking.say(text)
    given, shown = line(finish(checking), "36 months")
    assert given == mark
    assert re.search(yours, shown), shown


@pytest.mark.parametrize("text", TRAININGS)
def test_training_is_read_in_many_words(checking, text):
    mark, yours = TRAININGS[text]
    asks(checking.say("4 years"), HOURS)
    given, shown = line(checking.say(text), "35 hours of")
    assert (given, yours in shown.partition(": ")[2]) == (mark, True)


@pytest.mark.parametrize("text", SCHOOLS)
def test_the_education_decides_which_rule_is_asked(talk, text):
    talk.say("am i eligible for pmp")
    asks(talk.say(text), MONTHS)
    verdict = talk.say("2 years")
    assert line(verdict, SCHOOLS[text])[0] == "\u2717"


def test_not_sure_is_an_answer(checking):
    asks(checking.say("not sure"), HOURS)
    verdict = checking.say("35 hours")
    says_verdict(verdict, "i cannot tell")
    assert line(verdict, "36 months")[0] == "?"


def test_not_sure_of_anything_still_ends(talk):
    talk.say("am i eligible for pmp")
    talk.say("not sure")
    talk.say("no idea")
    verdict = talk.say("dunno")
    says_verdict(verdict, "i cannot tell")
    assert set(working(verdict).values()) == {"?"}


def test_a_bare_number_without_a_question_starts_nothing(talk):
    talk.say("what does the pmp cost")
    assert not talk.ask("4").startswith("tool/")
