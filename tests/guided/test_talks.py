from __future__ import annotations

import pytest

from bot.guided.state import Guided
from bot.guided.talks import Talks
from bot.profile.person import Person
from tests.guided.conftest import TODAY


@pytest.mark.parametrize(
    ("guided", "asked"),
    [
        (Guided("plan", asking="goal", paused=True), "goal"),
        (Guided("eligibility", "pmp", paused=True), "education"),
    ],
)
def test_a_step_ends_the_pause(knowledge, guided, asked):
    turn = Talks.over(knowledge, None).step(guided, Person(), TODAY, "Well.")
    assert turn.answer.text.startswith("Well.")
    assert (turn.guided.asking, turn.guided.paused) == (asked, False)
