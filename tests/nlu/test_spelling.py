from __future__ import annotations

import pytest

from bot.nlu.spelling import Change, SpellingCorrector, moved, with_changes

TEXTS = ["the requirements of the certification"] * 3 + ["price of the salary survey"] * 4 + ["rare wording"]
DICTIONARY = {"the", "what", "calculate", "prize", "are", "for", "hours", "must", "free"}


@pytest.fixture(scope="module")
def corrector():
    return SpellingCorrector.learn(TEXTS, DICTIONARY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what are the requirments", "what are the requirements"),
        ("certifcation price", "certification price"),
        ("saalry for a PMO", "salary for a PMO"),
        ("the Certificaton?", "the certification?"),
    ],
)
def test_a_slip_or_two_is_put_right(corrector, typed, meant):
    assert corrector.correct(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "what is the prize",  # spelt right, though a slip away from "price"
        "prices",  # a known word with an ending
        "calculator",
        "the xyzzy plugh",  # nothing is near
    ],
)
def test_what_is_spelt_right_or_unknown_stays(corrector, text):
    assert corrector.correct(text) == text


def test_a_short_word_may_hold_one_slip_only(corrector):
    assert corrector.correct("pricx") == "price"
    assert corrector.correct("pxicx") == "pxicx"


def test_two_slips_are_put_right_only_behind_a_right_first_letter(corrector):
    assert corrector.correct("certifxcaxion") == "certification"
    assert corrector.correct("xertifxcation") == "xertifxcation"


def test_a_word_used_once_is_no_target(corrector):
    assert corrector.correct("wordinx") == "wordinx"


def test_names_are_left_alone(corrector):
    text = "pricx pricx"
    assert corrector.correct(text, keep=[(0, 5)]) == "pricx price"


def test_another_language_is_left_alone(corrector):
    text = "cuanto cuesta la certificacion pricx"
    assert corrector.correct(text) == text


def test_what_is_stored_corrects_the_same(corrector, tmp_path):
    corrector.save(tmp_path / "spelling.json")
    again = SpellingCorrector.load(tmp_path / "spelling.json")
    for text in ("requirments", "prize", "pricx"):
        assert again.correct(text) == corrector.correct(text)


def test_changes_name_their_places(corrector):
    text = "certifcation, and teh saalry?"
    changes = corrector.changes(text)
    assert changes == [Change(0, 12, "certification"), Change(22, 28, "salary")]
    assert with_changes(text, changes) == "certification, and teh salary?"


def test_places_move_with_the_changes_before_them(corrector):
    text = "certifcation saalry survey"
    changes = corrector.changes(text)
    start = text.index("survey")
    put_right = with_changes(text, changes)
    assert put_right[moved(start, changes) : moved(len(text), changes)] == "survey"
    assert moved(0, changes) == 0
