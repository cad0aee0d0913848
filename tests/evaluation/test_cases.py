"""A set is read with all that it says, and a label accepts what it means."""

from __future__ import annotations

import json

import pytest

from bot.evaluation.cases import Case, Turn, read_cases


@pytest.fixture
def read(tmp_path):
    def read_lines(*entries):
        path = tmp_path / "set.jsonl"
        path.write_text("\n".join(e if isinstance(e, str) else json.dumps(e) for e in entries))
        return read_cases(path)

    return read_lines


def test_a_question_is_a_dialogue_of_one_turn(read):
    assert read({"q": "hi", "label": "smalltalk/greet"}, "", {"q": "fee", "label": ["a", "b"]}) == [
        Case((Turn("hi", ("smalltalk/greet",)),)),
        Case((Turn("fee", ("a", "b")),)),
    ]


def test_group_and_kind_of_a_dialogue_hold_for_its_turns(read):
    first, second = (
        {"q": "pmp fee", "label": "a"},
        {"q": "and capm?", "label": "b", "group": "subject left out"},
    )
    (case,) = read({"turns": [first, second], "kind": "ellipsis", "note": "not read"})
    assert [(turn.group, turn.kind) for turn in case.turns] == [
        ("", "ellipsis"),
        ("subject left out", "ellipsis"),
    ]


@pytest.mark.parametrize("line", ["{", "[]", '{"q": "hi"}', '{"label": "x"}', '{"turns": [1]}', "7"])
def test_an_unreadable_line_is_named(read, line):
    with pytest.raises(ValueError, match=r"set\.jsonl:2: expected"):
        read({"q": "hi", "label": "x"}, line)


@pytest.mark.parametrize(
    ("label", "answer"),
    [
        ("credential/pmp/cost", "credential/pmp/cost"),
        ("credential/*/cost", "credential/capm/cost"),
        ("out_of_scope", "out_of_scope/method"),
        ("tool/plan", "tool/plan"),
        ("credential/pmp/eligibility", "tool/eligibility/pmp"),
        ("tool/eligibility/pmp", "credential/pmp/eligibility"),
        ("credential/*/eligibility", "tool/eligibility/capm"),
        ("tool/eligibility", "credential/capm/eligibility"),
    ],
)
def test_a_label_accepts(label, answer):
    assert Turn("", (label,)).accepts(answer)
    assert Turn("", ("topic/other", label)).accepts(answer)


@pytest.mark.parametrize(
    ("label", "answer"),
    [
        ("credential/pmp/cost", "credential/capm/cost"),
        ("credential/pmp/eligibility", "tool/eligibility/capm"),
        ("tool/eligibility/pmp", "credential/capm/eligibility"),
        ("credential/pmp/eligibility", "credential/pmp/need"),
        ("credential/pmp/need", "tool/eligibility/pmp"),
        ("tool/plan", "tool/profile"),
        ("out_of_scope/method", "out_of_scope"),
    ],
)
def test_a_label_does_not_accept(label, answer):
    assert not Turn("", (label,)).accepts(answer)


def test_the_family_is_that_of_the_first_label():
    assert Turn("", ("topic/ai_impact", "role/pmo/outlook")).family == "topic"
    assert Turn("", ("out_of_scope",)).family == "out_of_scope"
