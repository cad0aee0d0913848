from __future__ import annotations

import pytest

from bot.understanding.corrections import taken_back
from tests.understanding.talks import talk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not the pmi-sp, the pmi-acp", ["pmi_sp"]),
        ("no not pmp or capm", ["pmp"]),
        ("a pmp is not a capm", ["capm"]),
        ("do i not need the pmp", []),
    ],
)
def test_names_behind_not_are_taken_back(finder, text, expected):
    assert [m.name for m in taken_back(text, tuple(finder.find(text)))] == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        # Of two compared, the one that is taken back is replaced.
        ("compare/msp/pmp", "not msp, agilepm", "compare/agilepm/pmp"),
        ("compare/capm/pmp", "sorry not pmp, i meant prince2", "compare/capm/prince2"),
        # What was not compared is not replaced.
        ("credential/pmp/study_time", "not the pmp, the capm", "credential/capm/study_time"),
        ("transition/pmo/project_manager", "no, i meant programme manager", "transition/pmo/program_manager"),
    ],
)
def test_a_correction_replaces_what_was_wrong(ask, before, text, expected):
    assert str(ask(text, context=talk(before)).id) == expected


@pytest.mark.parametrize("text", ["no the other way round", "vice versa", "i mean the reverse"])
def test_a_move_is_turned(ask, text):
    resolution = ask(text, "smalltalk_deny", context=talk("transition/project_manager/pmo"))
    assert (str(resolution.id), resolution.aspect) == ("transition/pmo/project_manager", "transition")


def test_only_a_move_can_be_turned(ask):
    resolution = ask("no the other way round", "smalltalk_deny", context=talk("compare/capm/pmp"))
    assert str(resolution.id) == "smalltalk/deny"
