from __future__ import annotations

import pytest

from bot.guided.state import Guided


def test_it_travels_in_a_slot():
    state = Guided("eligibility", "ipma", "Level C", "education", paused=True)
    assert Guided.from_slot(state.to_slot()) == state
    assert state.id == "tool/eligibility/ipma"
    assert Guided("plan", "pmp").id == "tool/plan"


@pytest.mark.parametrize("value", [None, 7, {}, {"tool": "dance"}])
def test_what_cannot_be_read_is_no_talk(value):
    assert Guided.from_slot(value) is None
