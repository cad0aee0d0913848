from __future__ import annotations

from bot.guided.turn import joined


def test_what_comes_before_is_a_paragraph_of_its_own():
    assert joined("Thanks.", "Next?") == "Thanks.\n\nNext?"
    assert joined("", "Next?") == "Next?"
