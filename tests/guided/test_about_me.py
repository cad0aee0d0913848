from __future__ import annotations

from bot.guided.about_me import facts
from bot.profile.person import Course, Person, Spell
from bot.understanding.context import Context


def test_what_is_known_is_listed(talk):
    talk.say("i'm a pmo analyst with 3 years and a bachelor", "next_steps")
    answer = talk.say("what do you know about me")
    assert answer.id == "tool/profile"
    assert "PMO analyst" in answer.text
    assert "bachelor" in answer.text
    assert "3 years" in answer.text


def test_nothing_is_known_at_first(talk):
    assert talk.say("what do you know about me").text.startswith("I know nothing about you yet")


def test_forgetting_asks_first_and_then_tells_the_channel(talk):
    assert not talk.say("forget me").forget
    answer = talk.press("Yes, delete everything")
    assert answer.forget
    assert talk.context.person == Person()


def test_forgetting_can_be_called_off(talk):
    talk.say("i'm a pmo analyst with a bachelor", "next_steps")
    talk.say("forget me")
    assert "bachelor" in talk.press("No, keep it").text


def test_after_forgetting_there_are_no_buttons_and_nothing_is_left(talk):
    talk.say("i'm a pmo analyst with a bachelor", "next_steps")
    talk.say("am i eligible for pmp")
    talk.say("forget me")
    answer = talk.press("Yes, delete everything")
    assert answer.follow_ups == answer.options == ()
    assert talk.context == Context()


def test_all_that_was_told_is_listed(knowledge):
    person = Person(
        goal="no_such_role",
        experience=(Spell("leading_projects", 0),),
        training=(Course("project_management", 35),),
        holds=("capm", "no_such_credential"),
        country="Kenya",
        weekly_hours=7.5,
    )
    assert list(facts(person, knowledge)) == [
        "Goal: no such role",
        "Experience: none of leading projects",
        "Training: 35 hours of project management training",
        "Certificates: CAPM",
        "Country: Kenya",
        "Study: 7.5 hours a week",
    ]
