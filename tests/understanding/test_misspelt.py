from __future__ import annotations

import pytest

from bot.understanding.misspelt import MisspeltNames
from bot.understanding.words import words_of

NAMES = MisspeltNames(
    [("project", "manager"), ("scheduler",), ("technical", "pm"), ("pmo",)], ("project", "manager", "product")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prject manger", ("project", "manager")),
        ("projet manger", ("project", "manager")),
        ("schedulor", ("scheduler",)),
        # Spelt right, part of a name, too short, too far, or behind a word that belongs to no name.
        ("product manager", None),
        ("schedule", None),
        ("technical", None),
        ("pmi", None),
        ("project management", None),
        ("a prject manger", None),
        ("prject manger is", None),
        ("xroject manager", None),
    ],
)
def test_which_name_is_meant(text, expected):
    meant = NAMES.meant_by(words_of(text))
    assert (meant and meant[0]) == expected


def test_likeness_runs_to_one():
    _, likeness = NAMES.meant_by(words_of("prject manager"))
    assert 0.87 <= likeness < 1
