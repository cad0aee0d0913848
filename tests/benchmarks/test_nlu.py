from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from benchmarks import nlu
from benchmarks.nlu import EPOCHS
from bot.service.commands import trainer
from bot.settings import ROOT


def test_help_names_every_option():
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.nlu", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for option in ("--stock", "--quick", "--models"):
        assert option in run.stdout


def test_every_question_is_asked_once():
    texts = nlu.questions()
    assert len(texts) == len(set(texts)) > 1000


@pytest.mark.parametrize(("quick", "name"), [(True, "stock, 5 epochs (quick)"), (False, "stock, 100 epochs")])
def test_the_row_of_the_stock_pipeline_says_how_long_it_was_trained(tmp_path, monkeypatch, quick, name):
    ran: list[list[str]] = []
    monkeypatch.setattr(nlu, "_run", ran.append)

    def measure(pipeline, training, model, asked, python):
        config = Path(training[training.index("--config") + 1])
        assert model == tmp_path / training[training.index("--fixed-model-name") + 1]
        return pipeline, config.read_text(), python

    monkeypatch.setattr(nlu, "measure", measure)
    pipeline, config, python = nlu._measure_stock(tmp_path, tmp_path, tmp_path, quick=quick)
    assert ran == [[str(ROOT / "tools" / "stock_environment.sh")]]
    assert python == str(ROOT / "build" / "stock-venv" / "bin" / "python")
    assert pipeline == name
    classifier = yaml.safe_load(config)["pipeline"][-1]
    assert f"stock, {classifier['epochs']} epochs" in name


def test_our_own_row_is_trained_as_make_train_does(tmp_path, monkeypatch):
    ran: list[list[str]] = []

    def run(command: list[str], project: Path) -> str:
        ran.append(command)
        return '{"loading": 1.0, "parse_median": 2.0, "parse_slow": 3.0, "memory": 4.0}'

    monkeypatch.setattr(nlu, "_run", run)
    measured = nlu.measure("Waymark", trainer(tmp_path, nlu.OWN), tmp_path / nlu.OWN, tmp_path)
    assert ran[0] == trainer(tmp_path, nlu.OWN)
    assert ran[1][-2:] == [str(tmp_path / nlu.OWN), str(tmp_path)]
    assert (measured.parse_median, measured.examples > 10_000) == (2.0, True)


def test_the_stock_pipeline_is_that_of_rasa():
    config = yaml.safe_load(nlu.STOCK.read_text())
    assert [item["name"] for item in config["pipeline"]] == [
        "WhitespaceTokenizer", "RegexFeaturizer", "LexicalSyntacticFeaturizer", "CountVectorsFeaturizer",
        "CountVectorsFeaturizer", "DIETClassifier",
    ]  # fmt: skip
    assert config["pipeline"][-1]["epochs"] == EPOCHS


def test_what_rasa_says_is_shown_when_it_fails(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(nlu, "trainer", lambda *_: [sys.executable, "-c", "raise SystemExit('no data')"])
    monkeypatch.setattr(nlu.os, "sched_setaffinity", lambda *_: None, raising=False)
    monkeypatch.setattr(nlu, "keep", lambda *_: pytest.fail("a result of nothing"))
    assert nlu.main([]) == 1
    assert "no data" in capsys.readouterr().err
