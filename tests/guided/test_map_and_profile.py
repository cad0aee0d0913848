from __future__ import annotations

from bot.profile.person import Person


def test_the_map_is_a_picture_with_the_same_in_words(talk):
    answer = talk.say("show me the career map")
    assert answer.id == "tool/map"
    assert answer.picture.url == "/chat/map.png?theme=light"
    assert answer.picture.alt
    assert answer.picture.text


def test_a_path_is_marked_and_told(talk):
    answer = talk.say("path from pmo analyst to coo")
    assert answer.text.startswith("The usual way is PMO analyst")
    assert "place=pmo_analyst&goal=chief_operating_officer" in answer.picture.url
    assert "theme=dark" in answer.picture.dark_url


def test_the_map_marks_where_the_person_is(talk):
    talk.say("i am a scrum master", "overview")
    assert "place=scrum_master" in talk.say("show me the career map").picture.url


def test_what_is_known_is_listed(talk):
    talk.say("i'm a pmo analyst with 3 years and a bachelor", "next_steps")
    answer = talk.say("what do you know about me")
    assert answer.id == "tool/profile"
    assert "PMO analyst" in answer.text
    assert "bachelor" in answer.text
    assert "3 years" in answer.text


def test_nothing_is_known_at_first(talk):
    assert talk.say("what do you know about me").text.startswith("I know nothing about you yet")


def test_only_what_people_say_of_themselves_is_kept(talk):
    talk.say("can a pmo analyst with 3 years become a project manager", "transition")
    assert talk.context.person == Person()


def test_a_mere_statement_is_noted(talk):
    answer = talk.say("i have a bachelor and 5 years as pmo analyst")
    assert answer.id == "tool/profile"
    assert "bachelor" in answer.text


def test_forgetting_asks_first_and_then_tells_the_channel(talk):
    assert not talk.say("forget me").forget
    answer = talk.press("Yes, delete everything")
    assert answer.forget
    assert talk.context.person == Person()


def test_forgetting_can_be_called_off(talk):
    talk.say("i'm a pmo analyst with a bachelor", "next_steps")
    talk.say("forget me")
    assert "bachelor" in talk.press("No, keep it").text


def test_a_talk_is_taken_up_elsewhere_once(talk, another_talk):
    talk.say("i'm a pmo analyst with a bachelor", "next_steps")
    talk.say("what does the pmp cost", "cost")
    text = talk.say("save").text
    code = text.split("Your code is ")[1].split(".")[0]
    answer = another_talk.say(f"resume {code}")
    assert "bachelor" in answer.text
    assert another_talk.ask("and capm?", "overview") == "credential/capm/cost"
    assert "no such code" in talk.say(f"resume {code}").text
