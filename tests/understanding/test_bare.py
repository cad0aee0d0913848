from __future__ import annotations

import pytest

from bot.understanding.bare import bare_answer, is_bare, is_loosely_bare
from bot.understanding.context import Context
from tests.understanding.talks import talk


@pytest.mark.parametrize(
    ("text", "bare", "loosely"),
    [
        ("and capm?", True, True),
        ("no, i meant programme manager", True, False),
        ("what about the capm then", True, True),
        ("and agile coaches, just curious", False, True),
        ("same for csm in uk", False, True),
        ("and what would a pmo analyst want to know of it", False, False),
        ("capm cost", False, False),
        ("what is a pmo", False, False),
        ("", True, False),
    ],
)
def test_how_bare_a_text_is(finder, text, bare, loosely):
    mentions = tuple(finder.find(text))
    assert (is_bare(text, mentions), is_loosely_bare(text, mentions)) == (bare, loosely)


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        # The aspect is kept; without one it is the overview, the move or the comparison.
        ("and capm?", talk("credential/pmp/cost"), "credential/capm/cost"),
        ("scrum master?", talk("role/project_manager/salary"), "role/scrum_master/salary"),
        ("pmp", Context(), "credential/pmp/overview"),
        ("pmp capm", Context(), "compare/capm/pmp"),
        ("pmo -> pm", Context(), "transition/pmo/project_manager"),
        ("accountant -> pmo?", Context(), "transition/outside/pmo"),
        ("teacher and pmp", Context(), "None"),
        ("teacher", Context(), "None"),
        # After a move the other end changes.
        ("programme manager", talk("transition/pmo/project_manager"), "transition/pmo/program_manager"),
        ("from scrum master", talk("transition/pmo/project_manager"), "transition/scrum_master/project_manager"),
        ("pmo", talk("transition/pmo/project_manager"), "role/pmo/overview"),
        # Set against the talk.
        ("vs pmi-acp", talk("credential/safe/cost"), "compare/pmi_acp/safe"),
        ("prince2", talk("compare/capm/pmp"), "compare/prince2/pmp"),
        # After a topic it is what the topic means for the name.
        ("scrum master?", talk("topic/job_market"), "role/scrum_master/outlook"),
        ("scrum master?", talk("topic/pmo_value"), "role/scrum_master/overview"),
    ],
)  # fmt: skip
def test_names_alone(knowledge, read, text, context, expected):
    expected = (
        expected
        if not expected.startswith("compare")
        else "/".join(("compare", *sorted(expected.split("/")[1:])))
    )
    assert str(bare_answer(read(text), context, knowledge)) == expected
