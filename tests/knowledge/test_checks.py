"""Each rule of the knowledge: a folder that breaks just this rule, and the fault that names it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.knowledge.checks import check
from bot.knowledge.loader import load
from tests.conftest import fact
from tests.knowledge.broken import BROKEN, change

TODAY = date(2026, 11, 23)


def faults(root, today=TODAY):
    return [problem for problem in check(load(root), today) if not problem.warning]


def test_small_knowledge_keeps_every_rule(write):
    assert faults(write()) == []


def test_words_for_the_talk_that_follow_the_rules_pass(files, write):
    change(files, "roles/curator.yml", loose_aliases=["head", "IT"])
    change(files, "credentials/oil.yml", loose_aliases=["head"], flagship_of=["Issuer"])
    change(files, "topics/start.yml", about="painter", covers=["cost"], of_role="entry", of_credential="cost")
    assert faults(write()) == []


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rule_is_named(name, files, write):
    breakage, message = BROKEN[name]
    breakage(files)
    found = [str(problem) for problem in faults(write())]
    assert any(message in text for text in found), found


def test_missing_phrase_is_named(files, write):
    write()
    del files["refusals.yml"]["out_of_scope/attack"]
    assert any("'out_of_scope/attack' is missing" in str(p) for p in faults(write()))


LANGUAGES = {
    "english": ("out_of_scope/other_language", {"en": "I speak English."}, "said by 'answer'"),
    "long": ("out_of_scope/other_language", {"de": "Wort " * 100}, "at most 350 are allowed"),
    "copied": (
        "out_of_scope/other_language",
        {"de": "Nur Englisch.", "nl": "Nur Englisch."},
        "the same text as 'de'",
    ),
    "misplaced": ("smalltalk/greet", {"de": "Hallo."}, "given in English only"),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_faulty_text_in_another_language_is_named(name, files, write):
    write()
    phrase, texts, message = LANGUAGES[name]
    file = "smalltalk.yml" if phrase.startswith("smalltalk/") else "refusals.yml"
    files[file][phrase]["languages"] = texts
    assert any(message in str(problem) for problem in faults(write()))


def test_review_within_thirty_days_is_a_warning_not_a_fault(files, write):
    files["topics/start.yml"]["facts"]["known"] = fact("x", review_by="2026-12-20")
    problems = check(load(write()), TODAY)
    assert [p.warning for p in problems] == [True]
    assert "is due by 2026-12-20" in problems[0].message


def test_overdue_review_says_since_when(files, write):
    files["topics/start.yml"]["facts"]["known"] = fact("x", review_by="2026-11-01")
    assert "is overdue since 2026-11-01" in check(load(write()), TODAY)[0].message


def test_a_later_review_says_nothing(files, write):
    files["topics/start.yml"]["facts"]["known"] = fact("x", review_by="2026-12-24")
    assert check(load(write()), TODAY) == []
