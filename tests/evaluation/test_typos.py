"""A slip is one, small, and the same each time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.evaluation.cases import Case, Turn
from bot.evaluation.typos import with_slip, with_slips

WORDS = st.lists(
    st.sampled_from(["what", "does", "the", "PMP", "cost", "certificate", "a", "zoom", "Büro", "aaaa"]),
    min_size=1,
)


@given(WORDS, st.integers(0, 50))
def test_one_slip_in_one_word_of_four_letters_or_more(words, seed):
    slipped = with_slip(" ".join(words), seed).split()
    changed = [(old, new) for old, new in zip(words, slipped, strict=True) if old != new]
    assert len(changed) == any(len(word) >= 4 for word in words)
    for old, new in changed:
        assert len(old) >= 4
        assert OSA.distance(old, new) == 1


def test_the_same_text_and_seed_give_the_same_slip():
    assert with_slip("what does the certificate cost", 3) == with_slip("what does the certificate cost", 3)


def test_the_seed_decides_which_of_all_four_kinds():
    found = {with_slip("plan", seed) for seed in range(400)}
    assert {"lpan", "plna"} <= found  # swapped
    assert {"lan", "pan", "pln", "pla"} <= found  # dropped
    assert {"pplan", "plaan"} <= found  # doubled
    assert {"olan", "pkan", "plsn", "plam"} <= found  # a key beside


@pytest.mark.parametrize("text", ["", "pmp?", "can i do it", "🙂 12345", "PMO to PM"])
def test_a_text_without_a_long_word_stays(text):
    assert with_slip(text) == text


def test_capitals_stay_capitals():
    assert all(re.fullmatch("[A-Z]{3,5}", with_slip("COST", seed)) for seed in range(200))


def test_every_turn_of_a_case_slips_and_keeps_its_labels():
    case = Case((Turn("what does it cost", ("a/b",), "g", "k"), Turn("and capm then", ("a/c",))))
    slipped = with_slips(case)
    assert [turn.labels for turn in slipped.turns] == [("a/b",), ("a/c",)]
    assert (slipped.turns[0].group, slipped.turns[0].kind) == ("g", "k")
    assert all(old.text != new.text for old, new in zip(case.turns, slipped.turns, strict=True))
