from __future__ import annotations

import pytest

from bot.guided.wishes import wish_in

WISHES = {
    "stop": ["stop", "never mind", "please cancel", "ok stop asking", "forget it", "quit", "i've had enough"],
    "why": ["why do you ask?", "why", "why is that needed", "what do you need that for", "what's that for"],
    "go_on": ["continue", "go on", "resume", "back to the check", "ok carry on", "where were we"],
    "plan": ["make me a plan", "plan", "i want a career plan", "what's my plan", "roadmap to become a coo",
             "make me a step by step plan pls, i want to be a PM by 2028", "make me a plan to become a programme manager", "plan my career", "give me a study plan for the pmp"],
    "map": ["show me the career map", "map", "path from pmo analyst to coo", "show the path from ba to po",
            "can i see all the jobs and how they link up in one picture"],
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
