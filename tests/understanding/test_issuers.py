from __future__ import annotations

import pytest

from bot.understanding.issuers import flagship
from tests.understanding.talks import talk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("will PMI audit me", "pmp"),
        ("how do i earn pdus", "pmp"),
        ("does the scrum alliance give refunds", "csm"),
        ("peoplecert exam online", "prince2"),
        ("is it on coursera", "google_pm"),
        ("what is a pmia", None),
        ("no issuer here", None),
    ],
)
def test_an_issuer_means_its_best_known_credential(knowledge, text, expected):
    assert flagship(text, knowledge) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("will PMI audit me", None, "credential/pmp/application"),
        ("will PMI audit a team lead", None, "credential/pmp/application"),
        # A credential that is named is meant, whoever issues it; an issuer that is named beats the talk.
        ("will PMI audit me for the capm", None, "credential/capm/application"),
        ("will PMI audit me", talk("credential/prince2/cost"), "credential/pmp/application"),
    ],
)
def test_an_issuer_stands_for_a_credential_that_is_not_named(ask, text, context, expected):
    assert str(ask(text, "application", context=context).id) == expected
