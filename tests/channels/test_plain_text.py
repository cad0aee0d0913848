from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messages import Button, Message
from bot.channels.plain_text import plain, unmarked, without_marks

SOURCE = {
    "title": "PMP Handbook",
    "publisher": "PMI",
    "url": "https://example.org/pmp",
    "as_of": "2026-06-30",
    "checked_on": "2026-11-01",
}


@pytest.fixture(autouse=True)
def terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def message(text="Yes.", answer=None, buttons=(), image=None) -> Message:
    return Message(
        text=text, buttons=[Button(title=t, payload=p) for t, p in buttons], image=image, answer=answer
    )


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("**Yes.** It is usual.", "Yes. It is usual."),
        ("__Yes.__", "Yes."),
        ("an *important* and an _open_ point", "an important and an open point"),
        ("**a *nested* one**", "a nested one"),
        ("the `PMO` word", "the PMO word"),
        ("see [the handbook](https://example.org/h)", "see the handbook (https://example.org/h)"),
        ("3 * 4 * 5 and 2 ** 3", "3 * 4 * 5 and 2 ** 3"),
        ("a snake_case_name stays", "a snake_case_name stays"),
    ],
)
def test_marks_are_taken_off_and_nothing_else(marked, expected):
    assert without_marks(marked) == expected


def test_bullets_and_numbers_hang():
    shown = unmarked("# Steps\n\n- " + "word " * 30 + "\n2. second")
    assert shown.splitlines()[0] == "Steps"
    bullet = [line for line in shown.splitlines() if "word" in line]
    assert bullet[0].startswith("- word")
    assert all(line.startswith("  word") for line in bullet[1:])
    assert len(bullet) > 1
    assert shown.endswith("\n2. second")


def test_lines_fit_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, unmarked("word " * 60).splitlines())) <= 60


def test_terminal_that_claims_no_columns_gets_text_all_the_same(monkeypatch):
    monkeypatch.setattr("bot.channels.plain_text.shutil.get_terminal_size", lambda: os.terminal_size((0, 0)))
    assert unmarked("two words") == "two words"


@given(st.text(max_size=300))
def test_any_text_is_shown_with_all_its_words_kept(text):
    shown = unmarked(text)
    for word in text.split():
        if word.isalnum():
            assert word in shown


def test_sources_are_short_and_dated():
    shown = plain(message(answer={"sources": [SOURCE]}))
    assert shown == "Yes.\n\nSources:\n  PMI: PMP Handbook (30 June 2026) https://example.org/pmp"


def test_publisher_is_not_said_twice():
    source = SOURCE | {"title": "PMI fees", "as_of": None}
    shown = plain(message(answer={"sources": [source]}))
    assert shown.endswith("\n  PMI fees https://example.org/pmp")


def test_table_is_aligned_without_marks():
    table = {"columns": ["**Role**", "Pay"], "rows": [["PMO *lead*", "60"], ["PM", "070"]]}
    lines = plain(message(answer={"table": table})).splitlines()
    assert lines[2:] == ["Role      Pay", "--------  -----", "PMO lead  60", "PM        070"]


def test_wide_table_is_folded_to_the_terminal():
    table = {"columns": ["A", "B"], "rows": [["long words " * 10, "x"]]}
    assert max(map(len, plain(message(answer={"table": table})).splitlines())) <= 80


def test_buttons_are_numbered_on_from_those_before():
    shown = plain(message(buttons=[("Cost", "/a"), ("Steps", "/b")]), first_number=3)
    assert shown.endswith("[3] Cost\n[4] Steps")
    assert "/a" not in shown


def test_message_of_a_picture_only():
    assert plain(message(text="", image="https://example.org/p.svg")) == "Picture: https://example.org/p.svg"


def test_a_page_without_a_date_shows_when_it_was_read():
    undated = SOURCE | {"as_of": "2026-11-01"}
    assert "(checked 1 November 2026)" in plain(message(answer={"sources": [undated]}))
    assert "(30 June 2026)" in plain(message(answer={"sources": [SOURCE]}))
