from __future__ import annotations

import pytest

from bot.guided.wishes import asks_for_check, changes_pace, corrects, speaks_of_me, wish_in

WISHES = {
    "stop": ["stop", "never mind", "please cancel", "ok stop asking", "forget it", "quit", "i've had enough"],
    "why": ["why do you ask?", "why", "why is that needed", "what do you need that for", "what's that for"],
    "go_on": ["continue", "go on", "resume", "back to the check", "ok carry on", "where were we"],
    "plan": ["make me a plan", "plan", "i want a career plan", "what's my plan", "roadmap to become a coo",
             "make me a plan to become a programme manager", "plan my career", "give me a study plan for the pmp"],
    "map": ["show me the career map", "map", "path from pmo analyst to coo", "show the path from ba to po"],
    "profile": ["what do you know about me", "what did i tell you", "show my profile", "what do you remember about me?"],
    "forget": ["forget me", "delete my data", "please forget everything about me", "delete me"],
    "save": ["save", "save this talk", "save for later", "can i continue this on my phone"],
}  # fmt: skip
NONE = [
    "what does the pmp cost",
    "write me a project plan",
    "how do i make a risk plan",
    "can a pmo become a pm",
    "what is the career path from pmo to pm",
    "do you save this conversation",
    "why is it so hard to find pm jobs right now",
    "why would i need the pmp to get a job",
    "i never mind hard work, is pm for me",
    "",
    "stop " * 100,
]


@pytest.mark.parametrize(("text", "wish"), [(text, wish) for wish, texts in WISHES.items() for text in texts])
def test_a_wish_is_told_by_its_words(text, wish):
    assert wish_in(text) == wish


@pytest.mark.parametrize("text", NONE)
def test_an_ordinary_message_is_no_wish(text):
    assert wish_in(text) is None


@pytest.mark.parametrize(
    ("text", "facts", "asked"),
    [
        ("am i eligible for pmp", False, True),
        ("check capm for me", False, True),
        ("do i meet the requirements", False, True),
        ("how close am i to the pgmp", False, True),
        ("i have a bachelor and 4 years, can i sit pmp", True, True),
        ("can i take capm in high school", True, False),
        ("can i take the pmp online", False, False),
        ("who can take the pmp", False, False),
    ],
)
def test_a_check_is_asked_for_in_words_or_by_facts_of_oneself(text, facts, asked):
    assert asks_for_check(text, tells_facts=facts) is asked


@pytest.mark.parametrize(
    "text", ["no, 3 years", "that's wrong, it is 5 years", "sorry, i meant 2", "actually a master"]
)
def test_a_correction_is_heard(text):
    assert corrects(text)


def test_what_corrects_nothing():
    assert not corrects("4 years")


def test_other_hours_of_study_are_heard():
    assert changes_pace("what if i study 10 hours a week")
    assert not changes_pace("what does it cost")


def test_who_speaks_of_oneself():
    assert speaks_of_me("im a pmo analyst")
    assert not speaks_of_me("can a pmo analyst become a project manager")
