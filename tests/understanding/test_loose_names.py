from __future__ import annotations

import pytest

from bot.understanding.loose_names import LooseNames


@pytest.fixture(scope="module")
def loose(knowledge):
    return LooseNames(knowledge)


@pytest.fixture
def names(finder, loose):
    def found(text, kind=None):
        return [mention.name for mention in loose.add(text, tuple(finder.find(text)), kind)]

    return found


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # Nothing else in the text, and the talk is about such a thing.
        ("IT?", "role", ["it_project_manager"]),
        ("and construction", "role", ["construction_project_manager"]),
        ("comptia?", "credential", ["project_plus"]),
        ("IT?", None, []),
        ("IT?", "credential", []),
        ("it?", "role", []),  # in capitals it is a trade
        ("google jobs in leeds", "credential", []),
        ("back to construction, what do they pay", "role", ["construction_project_manager"]),
        ("back to construction, what do they pay", "credential", []),
        ("possible from admin?", "role", ["project_administrator"]),
        ("from admin to the top", "role", []),
        # Before "one" and its like.
        ("how long is the google one", None, ["google_pm"]),
        ("the comptia certificate", None, ["project_plus"]),
        ("that construction job", None, ["construction_project_manager"]),
        ("a google one", None, []),
        ("the google office", None, []),
        # Beside "or" and "versus".
        ("capm or google", None, ["capm", "google_pm"]),
        ("google or comptia", None, ["google_pm", "project_plus"]),
        ("scrum master or google", None, ["scrum_master"]),
        # Where one role goes on to.
        ("from project manager up to senior", None, ["project_manager", "senior_project_manager"]),
        ("can a scrum master move to delivery", None, ["scrum_master", "delivery_manager"]),
        ("pmo manager aiming for director", None, ["pmo_manager", "pmo_director"]),
        ("when does a pm get to call himself senior", None, ["project_manager", "senior_project_manager"]),
        ("can a scrum master move to delivery on time", None, ["scrum_master"]),
        ("is it safe to go google it", None, []),
    ],
)
def test_a_short_name_counts_only_where_the_talk_or_the_words_say_so(names, text, kind, expected):
    assert names(text, kind) == expected


def test_places_point_into_the_text(finder, loose):
    text = "capm or the google one"
    found = loose.add(text, tuple(finder.find(text)), None)
    assert [text[m.start : m.end] for m in found] == ["capm", "google"]


def test_a_text_without_loose_names_is_left_alone(finder, loose):
    mentions = tuple(finder.find("pmp or capm"))
    assert loose.add("pmp or capm", mentions, "credential") is mentions
