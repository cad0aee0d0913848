from __future__ import annotations

import pytest

from bot.understanding.context import Context
from bot.understanding.intents import answer_for
from tests.understanding.talks import after, talk


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("hi", "smalltalk_greet", "smalltalk/greet"),
        ("no degree, any chance", "topic_no_degree", "topic/no_degree"),
        ("weather tomorrow", "out_of_scope_unrelated", "out_of_scope/unrelated"),
        ("how long to become a pmo director", "topic_time_to_become_pm", "role/pmo_director/entry"),
        # A start and a goal make a move of it, but not of a price.
        ("skills for pmo to pm", "skills", "transition/pmo/project_manager"),
        ("pay when going from pmo to pm", "salary", "compare/pmo/project_manager"),
        ("how do i become a pm", "transition", "role/project_manager/entry"),
        ("pmp capm", "compare", "compare/capm/pmp"),
        ("pmp", "cost", "credential/pmp/cost"),
        ("more", "tell_more", "None"),
        ("?", "unheard_of", "None"),
    ],
)
def test_what_an_intent_means(knowledge, read, text, intent, expected):
    assert str(answer_for(intent, read(text), Context(), knowledge)) == expected


def test_more_is_of_the_last_answer(knowledge, read, ask):
    context = talk("credential/pmp/cost")
    assert str(answer_for("tell_more", read("more"), context, knowledge)) == "credential/pmp/cost"
    assert ask("tell me more", "tell_more", context=context).more
    assert not ask("how much is it", "cost", context=context).more


OFFERED = ("credential/pmp/cost", "compare/capm/pmp")


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (after("credential/pmp/need", "need", OFFERED), "credential/pmp/cost"),
        (Context(offered=OFFERED[:1], unsure=1), "credential/pmp/cost"),
        (Context(offered=OFFERED, unsure=1), "smalltalk/affirm"),  # yes to which of them?
        (Context(), "smalltalk/affirm"),
    ],
)
def test_yes_takes_the_follow_up_offered_first(ask, context, expected):
    assert str(ask("yes", "smalltalk_affirm", context=context).id) == expected
