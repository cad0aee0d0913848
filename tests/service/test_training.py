from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from bot.service import training
from bot.service.seal import SealError, seal_path
from bot.service.training import TrainingError, ensure_model, train

CONFIG = """
pipeline:
- name: bot.nlu.encoder.Featurizer
- name: Classifier
policies:
- name: RulePolicy
"""

TRAINS = """
import gzip, pathlib, sys
folder, name = sys.argv[1:]
for component in ("RulePolicy", "Featurizer"):
    print(f"x INFO hooks - Starting to train component '{component}'.", flush=True)
    print(f"x INFO hooks - Finished training component '{component}'.", flush=True)
print("Finished training component 'Unheard'.", flush=True)
with gzip.open(pathlib.Path(folder, name), "wb") as file:
    file.write(b"a model")
"""
FAILS = "import sys; print('InvalidDomain: there is no such intent'); sys.exit(1)"
SAVES_NOTHING = "print('all went well')"


@pytest.fixture
def project(tmp_path, write) -> Path:
    write()
    (tmp_path / "config.yml").write_text(CONFIG)
    return tmp_path


@pytest.fixture
def rasa_is(monkeypatch):
    """Let another program stand in for the trainer."""

    def use(code: str) -> None:
        monkeypatch.setattr(training, "trainer", lambda *told: [sys.executable, "-c", code, *map(str, told)])

    return use


def test_model_is_trained_once(project, rasa_is, capfd):
    rasa_is(TRAINS)
    model = ensure_model(project)
    assert gzip.decompress(model.read_bytes()) == b"a model"
    assert f"models/{model.name}" in capfd.readouterr().out
    rasa_is(FAILS)
    assert ensure_model(project) == model
    assert sorted(path.name for path in model.parent.iterdir()) == [model.name, f"{model.name}.seal"]


@pytest.mark.parametrize(
    "spoil", [lambda file: file[: len(file) // 2], lambda file: b"no archive", lambda file: b""]
)
def test_damaged_model_is_trained_again(project, rasa_is, capfd, spoil):
    rasa_is(TRAINS)
    model = ensure_model(project)
    model.write_bytes(spoil(model.read_bytes()))
    assert gzip.decompress(ensure_model(project).read_bytes()) == b"a model"
    assert f"models/{model.name} is damaged" in capfd.readouterr().out


def test_force_trains_again(project, rasa_is):
    rasa_is(TRAINS)
    ensure_model(project).write_text("an old model")
    assert gzip.decompress(ensure_model(project, force=True).read_bytes()) == b"a model"


def test_model_without_a_seal_is_trained_again(project, rasa_is, capfd):
    rasa_is(TRAINS)
    model = ensure_model(project)
    seal_path(model).unlink()
    model.write_bytes(gzip.compress(b"from somewhere"))
    assert gzip.decompress(ensure_model(project).read_bytes()) == b"a model"
    assert "has no seal" in capfd.readouterr().out


def test_changed_model_is_refused(project, rasa_is):
    rasa_is(TRAINS)
    model = ensure_model(project)
    model.write_bytes(gzip.compress(b"another model"))
    with pytest.raises(SealError, match="has changed since it was trained"):
        ensure_model(project)


@pytest.mark.parametrize(("code", "said"), [(FAILS, "no such intent"), (SAVES_NOTHING, "all went well")])
def test_failure_tells_what_rasa_said_and_leaves_no_model(project, rasa_is, code, said):
    rasa_is(code)
    model = project / "models" / "waymark-x.tar.gz"
    with pytest.raises(TrainingError, match=said):
        train(project, model)
    assert list(model.parent.iterdir()) == []


def test_bar_moves_with_the_components(project, rasa_is, monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    rasa_is(TRAINS)
    ensure_model(project)
    shown = [line.split("%")[0].split() for line in capsys.readouterr().out.split("\r") if "%" in line]
    steps = [(words[0].strip(":"), int(words[-1])) for words in shown]
    assert steps[0] == ("starting", 0)
    assert ("RulePolicy", 25) in steps
    assert ("RulePolicy", 50) in steps
    assert ("Featurizer", 75) in steps
    assert steps[-1] == ("done", 100)
    assert [percent for _, percent in steps] == sorted(percent for _, percent in steps)
