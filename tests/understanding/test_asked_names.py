from __future__ import annotations

import pytest

from bot.understanding.asked_names import asked_mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i have the capm, how long to study for the pmp", ["pmp"]),
        ("already passed my capm. is pmp worth it", ["pmp"]),
        # What one holds is asked about when nothing else is.
        ("i have the capm, when does it expire", ["capm"]),
        ("with a pmp, should i renew my pmp", ["pmp", "pmp"]),
        ("not the pmi-sp, the pmi-acp", ["pmi_acp"]),
        ("not pmp", ["pmp"]),
        # The own one is one of two that are compared.
        ("is my apm qualification equal to the pmp", ["apm", "pmp"]),
        ("have capm, how does it compare to the pmp", ["capm", "pmp"]),
        # What happens to the own one is not about the other.
        ("my capm is up in may, renew it or go for the pmp", ["capm"]),
        ("my pmp expires soon, what does a pmo manager do then", ["pmp", "pmo_manager"]),
        ("i have a pmp, can i become a pmo manager", ["pmp", "pmo_manager"]),
    ],
)
def test_names_that_are_only_mentioned_are_left_out(finder, text, expected):
    assert [mention.name for mention in asked_mentions(text, tuple(finder.find(text)))] == expected
