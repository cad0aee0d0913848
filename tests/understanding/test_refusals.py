from __future__ import annotations

import pytest

from bot.understanding.question import Question
from bot.understanding.refusals import refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I want to die, what does the pmp cost", "out_of_scope/advice"),
        ("ich will sterben", "out_of_scope/advice"),
        ("", "out_of_scope/gibberish"),
        ("😀😀", "out_of_scope/gibberish"),
        ("12345", "out_of_scope/gibberish"),
        ("...", "out_of_scope/gibberish"),
        ("\u200b", "out_of_scope/gibberish"),
        ("プロジェクトマネージャーになるには", "out_of_scope/other_language"),
        ("как стать менеджером проектов", "out_of_scope/other_language"),
        ("कैसे बनें", "out_of_scope/other_language"),
        ("ምን ማለት ነው", "out_of_scope/other_language"),
    ],
)
def test_some_texts_need_no_classifier(text, expected):
    found = refused(Question(text))
    assert (str(found.id), found.confidence) == (expected, 1.0)
    assert found.urgent is (expected == "out_of_scope/advice")


@pytest.mark.parametrize(
    "text", ["what does a pmo do", "is Projektleiter the same as project manager", "pmo"]
)
def test_a_question_in_english_is_not_refused(text):
    assert refused(Question(text)) is None


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("was kostet der pmp", "cost", "de"),
        ("cuanto cuesta el pmp", "cost", "es"),
        ("csm oder psm, hm", "out_of_scope_other_language", "de"),
        ("zxcv", "out_of_scope_other_language", None),
        ("ምን ማለት ነው", "overview", "am"),
    ],
)
def test_the_reply_to_another_language_knows_which(ask, text, intent, language):
    resolution = ask(text, intent)
    assert (str(resolution.id), resolution.language) == ("out_of_scope/other_language", language)


def test_a_foreign_title_in_an_english_question_is_answered(ask):
    resolution = ask("is Projektleiter the same as project manager", "overview")
    assert str(resolution.id) == "role/project_manager/overview"
    assert resolution.language is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wofür steht PMO eigentlich?", "topic/pmo_definition"),
        ("was bedeutet die Abkürzung PMO bei uns in der Firma", "topic/pmo_definition"),
        ("Was ist ein PMO?", "topic/pmo_definition"),
        ("Welchen Nutzen hat ein Projektmanagement-Büro für uns", "topic/pmo_value"),
        ("wozu braucht eine Firma ein PMO", "topic/pmo_value"),
        ("Wie werde ich PMO Leiter in Berlin", "out_of_scope/other_language"),
        ("was kostet die Prüfung und wie lange dauert sie", "out_of_scope/other_language"),
    ],
)
def test_german_questions_on_the_pmo_are_answered_in_english(ask, text, expected):
    assert str(ask(text).id) == expected
