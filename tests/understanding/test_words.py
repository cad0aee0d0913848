from __future__ import annotations

import pytest

from bot.understanding.words import plain, singular, words_of, written_out


def test_words_have_their_places():
    text = "CompTIA Project+, or PMO's"
    words = words_of(text)
    assert plain(words) == ("comptia", "project+", "or", "pmo", "s")
    assert [text[word.start : word.end] for word in words] == ["CompTIA", "Project+", "or", "PMO", "s"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("proj mgr", ("project", "manager")), ("Sr PM", ("senior", "pm")), ("coord", ("coord",)), ("it pm", ("it", "pm"))],
)  # fmt: skip
def test_abbreviations_are_written_out_beside_another_word(text, expected):
    assert written_out(words_of(text)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("project", "managers"), ("project", "manager")), (("pmos",), ("pmo",)), (("as",), ("as",)), (("pm",), ("pm",))],
)  # fmt: skip
def test_the_last_word_is_made_singular(words, expected):
    assert singular(words) == expected
