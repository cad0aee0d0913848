"""``python -m bot.nlu.evaluate``: several sets, slips, cross-validation, and clear complaints."""

from __future__ import annotations

import json

import pytest

from bot.evaluation.score import RIGHT, TURNS
from bot.nlu import evaluate
from tests.evaluation.conftest import outcome


@pytest.fixture(autouse=True)
def logs_as_they_were(monkeypatch):
    """The command quietens the logs of its process, which here is that of all tests."""
    monkeypatch.setattr(evaluate, "configure_logging_and_warnings", lambda level: None)


@pytest.fixture
def sets(tmp_path):
    paths = []
    for name, text, label in [("a", "pmp price", "credential/pmp/cost"), ("b", "hello", "smalltalk/greet")]:
        paths.append(tmp_path / f"{name}.jsonl")
        paths[-1].write_text(json.dumps({"q": text, "label": label}))
    return [str(path) for path in paths]


@pytest.fixture
def model(monkeypatch):
    """A model that answers every question with one price, and no question with a slip in it."""

    class Asker:
        def __init__(self, model, guide):
            pass

        def outcomes(self, cases):
            turns = [turn for case in cases for turn in case.turns]
            known = ("pmp price", "hello")
            return [
                outcome(" | ".join(turn.labels), "credential/pmp/cost" if turn.text in known else "clarify")
                for turn in turns
            ]

    monkeypatch.setattr(evaluate, "Asker", Asker)
    monkeypatch.setattr(evaluate, "get_latest_model", lambda folder: "model.tar.gz")


def test_several_sets_are_one_report(model, sets, capsys):
    assert evaluate.main(sets) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == [TURNS, "2"]
    assert [line[1:] for line in lines if line and line[0] in sets] == [["1", "100.0%"], ["1", "0.0%"]]


def test_slips_are_reported_with_the_drop(model, sets, capsys):
    assert evaluate.main([*sets, "--typos"]) == 0
    out = capsys.readouterr().out
    assert "with one slip a question" in out
    assert "lost by a slip: 1" in out


def test_figures_come_as_json(model, sets, capsys):
    assert evaluate.main([*sets, "--json", "--typos"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["as asked"][RIGHT] == 0.5
    assert figures["with one slip"][RIGHT] == 0.0


def test_cross_validation_needs_neither_set_nor_model(monkeypatch, capsys):
    monkeypatch.setattr(evaluate, "cross_validated", lambda examples: (["cost", "exam"], ["cost", "cost"]))
    monkeypatch.setattr(evaluate, "get_latest_model", lambda folder: None)
    assert evaluate.main(["--cross-validate"]) == 0
    assert "cost / exam  1 (0, 1)" in capsys.readouterr().out


def test_nothing_to_do_is_an_error(capsys):
    with pytest.raises(SystemExit) as ended:
        evaluate.main([])
    assert ended.value.code == 2
    assert "name a labelled set" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "said"), [("{", "x.jsonl:1: expected"), (None, "No such file")])
def test_an_unreadable_set_is_named(tmp_path, capsys, content, said):
    path = tmp_path / "x.jsonl"
    if content is not None:
        path.write_text(content)
    assert evaluate.main([str(path)]) == 2
    assert said in capsys.readouterr().err


def test_a_missing_model_is_named_with_its_cure(sets, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(evaluate, "MODELS", tmp_path)
    assert evaluate.main(sets) == 2
    assert "make train" in capsys.readouterr().err
