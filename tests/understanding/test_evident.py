from __future__ import annotations

import pytest

from bot.understanding.context import Context
from bot.understanding.evident import evident_answer
from tests.understanding.talks import talk

ROLES = talk("role/scrum_master/salary", "role/product_owner/salary")
CREDENTIALS = talk("credential/pmp/cost", "credential/capm/cost")


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("can PMO become PM", Context(), "transition/pmo/project_manager"),
        ("ipma or pmp in germany", Context(), "compare/ipma/pmp"),
        ("which pays more", ROLES, "compare/product_owner/scrum_master"),
        ("which is easier", CREDENTIALS, "compare/capm/pmp"),
        ("from the first to the second", ROLES, "transition/scrum_master/product_owner"),
        # Nothing moves from one certificate to another.
        ("from the first to the second", CREDENTIALS, "None"),
        # A name beside it makes it another question.
        ("which pays more, pmo", ROLES, "None"),
        ("how do i get P3O certified", Context(), "None"),
        ("where do i get a pmp", Context(), "None"),
        ("which pays more", Context(), "None"),
        ("pmo pm", Context(), "None"),
        ("pmp or pmp", Context(), "None"),
    ],
)
def test_what_the_words_show(knowledge, read, text, context, expected):
    assert str(evident_answer(read(text), context, knowledge)) == expected


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "expected"),
    [
        ("can PMO become PM", "topic_pmo_definition", 0.9, "transition/pmo/project_manager"),
        ("ipma or pmp in germany", "need", 0.9, "compare/ipma/pmp"),
        ("is pmo or pm better for nurses", "out_of_scope_other_career", 0.2, "compare/pmo/project_manager"),
        # Where nothing is asked of us, the words do not decide.
        ("is pmo or pm better for nurses", "out_of_scope_other_career", 0.9, "out_of_scope/other_career"),
        ("can PMO become PM", "out_of_scope_attack", 0.9, "out_of_scope/attack"),
    ],
)
def test_words_win_over_the_intent(ask, text, intent, confidence, expected):
    assert str(ask(text, intent, confidence).id) == expected
