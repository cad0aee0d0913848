from __future__ import annotations

import pytest

from bot.understanding.choices import chosen
from bot.understanding.context import Context
from tests.understanding.talks import after

OFFERED = ("credential/pmp/cost", "credential/capm/cost", "credential/prince2/cost")
OFFER = Context(offered=OFFERED)
SIDE_BY_SIDE = after("compare/capm/pmp", "compare", OFFERED)
ASKED_BACK = Context(offered=OFFERED, listed=("capm", "pmp"), unsure=1)


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("the second one", OFFER, OFFERED[1]),
        ("first", OFFER, OFFERED[0]),
        ("2", OFFER, OFFERED[1]),
        ("option 3", OFFER, OFFERED[2]),
        ("the last one please", OFFER, OFFERED[2]),
        ("option 4", OFFER, None),
        ("how much is the second one", OFFER, None),
        ("2", Context(), None),
        # Things that stand side by side are meant before buttons, unless the assistant has asked back.
        ("and the first?", SIDE_BY_SIDE, None),
        ("the first one", ASKED_BACK, OFFERED[0]),
        ("yes the first one", SIDE_BY_SIDE, OFFERED[0]),
    ],
)
def test_a_place_picks_what_was_offered(knowledge, text, context, expected):
    assert chosen(text, context, knowledge) == expected


def test_the_words_on_a_button_press_it(knowledge):
    context = Context(offered=("topic/masters", "tool/none"))
    question = knowledge.topics["masters"].question
    assert chosen(f"  {question.upper().rstrip('?')} ", context, knowledge) == "topic/masters"
    assert chosen("tool/none", context, knowledge) == "tool/none"
    assert chosen("masters", context, knowledge) is None


def test_a_choice_is_answered_as_if_pressed(ask):
    resolution = ask("the second one", "smalltalk_deny", context=OFFER)
    assert (str(resolution.id), resolution.reason, resolution.aspect) == (OFFERED[1], "button", "cost")
