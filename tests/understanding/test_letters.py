from __future__ import annotations

import pytest

from bot.understanding.letters import has_letters, is_foreign_script


@pytest.mark.parametrize(
    ("text", "expected"), [("pmo", True), ("é", True), ("ж", True), ("", False), ("12 😀 ...\u200b", False)]
)
def test_letters_are_seen(text, expected):
    assert has_letters(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("как стать PM", True), ("プロジェクト", True), ("is 日本 good for a PMO", False), ("naïve café", False), ("", False)],
)  # fmt: skip
def test_a_script_counts_when_most_letters_are_of_it(text, expected):
    assert is_foreign_script(text) is expected
