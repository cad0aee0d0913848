from __future__ import annotations

import pytest

from tests.understanding.talks import talk


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("and practitioner", "credential/prince2/exam", "credential/prince2/exam"),
        ("foundation level?", "credential/msp/cost", "credential/msp/cost"),
        ("ok and the next level", "credential/ipma/eligibility", "credential/ipma/eligibility"),
        # No level, no certificate, or more than a level: that is for the intent.
        ("and ii", "credential/prince2/exam", "credential/prince2/study_time"),
        ("and practitioner", "role/pmo/salary", "credential/prince2/study_time"),
        ("how long does practitioner take", "credential/prince2/exam", "credential/prince2/study_time"),
    ],
)
def test_a_level_alone_asks_the_same_again(ask, text, last, expected):
    context = talk("credential/prince2/overview", last)
    assert str(ask(text, "study_time", context=context).id) == expected
