from __future__ import annotations

import pytest

from bot.understanding.context import Context
from bot.understanding.subjects import aspect_asked
from tests.understanding.talks import talk

PMP = talk("credential/pmp/need")
ROLE = talk("role/pmo_analyst/overview")


@pytest.mark.parametrize(
    ("aspect", "text", "context", "expected"),
    [
        # Named.
        ("need", "do i need a pmp to become a project manager", Context(), "credential/pmp/need"),
        ("salary", "what does a project manager with a pmp earn", Context(), "role/project_manager/salary"),
        ("need", "should i get pmp or capm", Context(), "compare/capm/pmp"),
        # Implied beside a role: by an issuer, by a pronoun.
        ("application", "will PMI audit a team lead", Context(), "credential/pmp/application"),
        ("need", "do i need it for a pmo job", PMP, "credential/pmp/need"),
        ("need", "do i need one for a pmo job", PMP, "role/pmo/overview"),
        # Of the talk.
        ("cost", "how much does it cost", PMP, "credential/pmp/cost"),
        ("salary", "what does it pay", ROLE, "role/pmo_analyst/salary"),
        ("eligibility", "do i need a degree for it", ROLE, "role/pmo_analyst/entry"),
        ("exam", "how many questions in the first one", talk("credential/pmp/cost", "credential/csm/cost"),
         "credential/pmp/exam"),
        ("study_time", "how long would that take", talk("transition/pmo/project_manager"),
         "transition/pmo/project_manager"),
        # Nothing to go by.
        ("salary", "what is the pay", Context(), "role/project_manager/salary"),
        ("need", "should i get certified", Context(), "topic/which_certification"),
        ("cost", "how much is the exam", Context(), "None"),
        ("overview", "what is it", Context(), "None"),
    ],
)  # fmt: skip
def test_of_what_an_aspect_is_asked(knowledge, read, aspect, text, context, expected):
    assert str(aspect_asked(aspect, read(text), context, knowledge)) == expected
