from __future__ import annotations

from datetime import date

import pytest

from bot.knowledge.checks import check
from bot.knowledge.loader import load, load_leniently
from bot.knowledge.problems import KnowledgeError


def test_small_knowledge_loads_whole(small):
    assert set(small.roles) == {"painter", "sculptor", "curator"}
    assert ("painter", "sculptor") in small.transitions
    assert ("clay", "oil") in small.comparisons


def test_shipped_knowledge_has_no_fault(knowledge):
    faults = [p for p in check(knowledge, date.today()) if not p.warning]
    assert faults == []


def test_unknown_key_is_refused_with_line_and_hint(write, files):
    files["topics/start.yml"] = (
        "question: Where?\nfacts: {}\nanswr: Start anywhere.\nanswer: Start.\ngrounds: []\nfollow_ups: []\n"
    )
    with pytest.raises(KnowledgeError) as caught:
        load(write())
    (problem,) = caught.value.problems
    assert (problem.line, problem.key) == (3, "answr")
    assert "Did you mean 'answer'?" in problem.cure


@pytest.mark.parametrize("code", ["deu", "DE", False])  # YAML reads a bare "no" as False
def test_a_language_is_named_by_its_two_letters(write, files, code):
    write()
    files["refusals.yml"]["out_of_scope/other_language"]["languages"] = {code: "Text."}
    with pytest.raises(KnowledgeError, match="languages"):
        load(write())


def test_missing_key_is_named(write, files):
    del files["roles/painter.yml"]["summary"]
    with pytest.raises(KnowledgeError, match="summary"):
        load(write())


def test_table_rows_must_fit_the_columns(write, files):
    files["topics/start.yml"]["table"] = {"columns": ["a", "b"], "rows": [["1", "2"], ["only one"]]}
    with pytest.raises(KnowledgeError, match="row 2 has 1 cells"):
        load(write())


def test_months_must_be_in_order(write, files):
    files["transitions/painter.yml"]["to"]["sculptor"]["months"] = {"least": 9, "most": 3, "basis": "x"}
    with pytest.raises(KnowledgeError, match="'most' is smaller"):
        load(write())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("question: [unclosed\nanswer: x\n", "not valid YAML"),
        ("question: a\nquestion: b\n", "stands twice"),
        ("question: \x07\n", "not valid YAML"),
    ],
)
def test_broken_files_are_named(write, files, text, message):
    files["topics/start.yml"] = text
    with pytest.raises(KnowledgeError, match=message) as caught:
        load(write())
    assert any(p.file.name == "start.yml" for p in caught.value.problems)


def test_comparison_file_names_are_in_order(write, files):
    files["comparisons/oil-clay.yml"] = files.pop("comparisons/clay-oil.yml")
    with pytest.raises(KnowledgeError, match="does not name two things in order"):
        load(write())


def test_one_typo_does_not_hide_other_faults(write, files):
    text = (
        "question: Where do I start?\n"
        "facts:\n"
        "  known: {say: it helps, source: guide, as_of: '2999-01', checked_on: 2026-02-01,"
        " review_by: 2099-01-01, confidence: high}\n"
        "answer: Start anywhere.\n"
        "moore: This key has a typo.\n"
        "grounds: [known]\n"
        "follow_ups:\n"
        "  - role/painter/overview\n"
        "  - role/plumber/overview\n"
    )
    files["topics/start.yml"] = text
    knowledge, shape = load_leniently(write())
    problems = [*shape, *check(knowledge, date(2026, 11, 23))]
    found = {(p.line, p.key) for p in problems if p.file.name == "start.yml"}
    assert {(5, "moore"), (3, "facts.known.as_of"), (9, "follow_ups.1")} <= found


def test_missing_folder_of_phrases_is_a_fault(write, files, tmp_path):
    root = write()
    (root / "smalltalk.yml").unlink()
    with pytest.raises(KnowledgeError, match=r"smalltalk\.yml.*the file is missing"):
        load(root)
