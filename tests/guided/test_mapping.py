from __future__ import annotations

from dataclasses import replace

from bot.guided.mapping import Mapping
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


def test_two_roles_without_a_way_are_both_on_the_map(knowledge):
    lonely = replace(knowledge, transitions={})
    answer = Mapping(lonely).shown(Person(), "chief_operating_officer", "project_coordinator").answer
    assert answer.text.startswith("I know of no usual way")
    assert "place=chief_operating_officer" in answer.picture.url


def test_one_role_alone_is_marked(knowledge):
    assert "PMO analyst marked" in Mapping(knowledge).shown(Person(), "pmo_analyst", None).answer.text
