"""Names in people's words, with the names that are shipped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.mentions import MentionFinder


def names(finder, text):
    return [mention.name for mention in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do i need PMP", ["pmp"]),
        ("PMI-ACP or the pmi acp?", ["pmi_acp", "pmi_acp"]),
        ("the project manager's job", ["project_manager"]),
        ("project managers and PMO analysts", ["project_manager", "pmo_analyst"]),
        ("senior project manager pay", ["senior_project_manager"]),
        ("programme manager vs program manager", ["program_manager", "program_manager"]),
        ("prject manger", ["project_manager"]),
        ("scrum mastr salary", ["scrum_master"]),
        ("a product maneger or a project maneger", ["product_manager", "project_manager"]),
        ("product coordinator", ["project_coordinator"]),
        ("what is project management", []),
        ("how do i make a cake", []),
        ("how do i plan projects", []),
        ("could i move into project management", []),
        ("is it safe to leave my job", []),
        # Abbreviations count beside another word.
        ("proj admin pay", ["project_administrator"]),
        ("sr proj mgr", ["senior_project_manager"]),
        # The first of two names may share the last word of the second.
        ("project or programme manager", ["project_manager", "program_manager"]),
        ("product vs project manager", ["product_manager", "project_manager"]),
        ("big or programme manager", ["program_manager"]),
        ("between a programme and a project manager", ["program_manager", "project_manager"]),
        ("from project to programme manager", ["project_manager", "program_manager"]),
        ("a good project to programme manager", ["program_manager"]),
        ("scrum master or programme manager", ["scrum_master", "program_manager"]),
        ("our company went SAFe", ["safe"]),
        # Whose office it is, and how it is written, does not matter inside a longer name.
        ("the person who directs their PMO", ["pmo_director"]),
        ("whoever manages the project management office", ["pmo_manager"]),
        ("i run our project office", ["pmo_manager"]),
        # A possessive, and words that mean the same, do not matter inside a name either.
        ("PMI's risk credential", ["pmi_rmp"]),
        ("tell me about the scheduling credential", ["pmi_sp"]),
        ("the agile flavour of prince2", ["prince2_agile"]),
        ("google's project mgmt cert", ["google_pm"]),
        ("it project leader", ["it_project_manager"]),
        ("any project management certification", []),
        ("the csm course", ["csm"]),
        ("IS SAFE WORTH IT", ["safe"]),
        ("", []),
        ("???", []),
    ],
)
def test_names_are_found(finder, text, expected):
    assert names(finder, text) == expected


def test_the_longest_name_wins(finder):
    (mention,) = finder.find("is a PMO director well paid")
    assert mention.name == "pmo_director"
    assert mention.text == "PMO director"


def test_positions_point_into_the_text(finder):
    text = "from Project Coordinator to PM"
    assert [text[m.start : m.end] for m in finder.find(text)] == ["Project Coordinator", "PM"]


def test_a_misspelt_name_has_a_lower_score(finder):
    (exact,) = finder.find("project coordinator")
    (fuzzy,) = finder.find("proiect coordinattor")
    assert exact.score == 1.0
    assert 0.8 < fuzzy.score < 1.0


@given(st.text(max_size=200))
def test_any_text_is_survived_and_spans_are_in_order(text):
    finder = MentionFinder([("project manager", "role", "project_manager"), ("pmp", "credential", "pmp")])
    ends = [0]
    for mention in finder.find(text):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)
