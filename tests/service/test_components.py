from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError

import pytest

from bot.service import __main__ as command_line
from bot.service import components as module
from bot.service.components import (
    NEED_TENSORFLOW,
    Component,
    ComponentError,
    components,
    require_runnable,
    tensorflow_is_stood_in,
)
from bot.settings import ROOT

CONFIG = """# a comment
pipeline:
- name: bot.nlu.encoder.Featurizer
- epochs: 100
  name: DIETClassifier  # in the fifth line
- name: mine.DIETClassifier

policies:
- name: rasa.core.policies.ted_policy.TEDPolicy
- name: RulePolicy
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with ``config.yml``, on a machine where the stand-in is installed."""
    monkeypatch.setattr(module, "version", lambda _name: "2.12.0+stand.in")
    (tmp_path / "config.yml").write_text(CONFIG)
    return tmp_path


def test_components_come_with_their_places(project):
    assert components(project) == [
        Component("Featurizer", "bot.nlu.encoder", 3),
        Component("DIETClassifier", "", 5),
        Component("DIETClassifier", "mine", 6),
        Component("TEDPolicy", "rasa.core.policies.ted_policy", 9),
        Component("RulePolicy", "", 10),
    ]


@pytest.mark.parametrize("text", ["", "pipeline:", "- a list", "pipeline: [{name: [x]}, word, {epochs: 1}]"])
def test_what_is_no_component_is_left_to_rasa(tmp_path, text):
    (tmp_path / "config.yml").write_text(text)
    assert components(tmp_path) == []


def test_a_file_that_is_no_yaml_is_told(tmp_path):
    (tmp_path / "config.yml").write_text("pipeline: [")
    with pytest.raises(ComponentError, match=r"config\.yml cannot be read: .*"):
        components(tmp_path)


def test_what_needs_tensorflow_is_refused_with_its_line_and_the_cure(project):
    with pytest.raises(ComponentError) as refused:
        require_runnable(project)
    assert str(refused.value).splitlines() == [
        f"config.yml:{line}: {name} needs TensorFlow, which is not installed. "
        "Take it out, or put TensorFlow back: docs/decisions/lean-runtime.md says how."
        for line, name in [(5, "DIETClassifier"), (9, "TEDPolicy")]
    ]
    assert (ROOT / "docs" / "decisions" / "lean-runtime.md").is_file()


@pytest.mark.parametrize("installed", ["2.12.0", None])
def test_with_tensorflow_put_back_nothing_is_refused(project, monkeypatch, installed):
    def version(_name: str) -> str:
        if installed is None:
            raise PackageNotFoundError
        return installed

    monkeypatch.setattr(module, "version", version)
    assert not tensorflow_is_stood_in()
    require_runnable(project)


@pytest.mark.parametrize("command", ["run", "shell", "train", "validate"])
def test_every_command_refuses_before_it_starts_anything(project, monkeypatch, capsys, command):
    monkeypatch.setattr(command_line, "ROOT", project)
    assert command_line.main([command]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("config.yml:5: DIETClassifier needs TensorFlow")
    assert said.out == ""


def test_our_own_configuration_can_run(project):
    require_runnable(ROOT)


LISTED = """
import importlib, inspect, pkgutil, sys, warnings
warnings.simplefilter("ignore")
import rasa.core.policies, rasa.nlu
from rasa.engine.graph import GraphComponent
for package in (rasa.core.policies, rasa.nlu):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if found.name.endswith(".hugging_face.registry"):  # needs transformers
            continue
        for name, kind in inspect.getmembers(importlib.import_module(found.name), inspect.isclass):
            source = vars(sys.modules[kind.__module__])
            if issubclass(kind, GraphComponent) and kind.__module__ == found.name and "tf" in source:
                print(name)
"""


def test_the_components_that_need_tensorflow_are_all_those_of_rasa():
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LISTED], capture_output=True, text=True, check=True
    )
    assert set(run.stdout.split()) == NEED_TENSORFLOW
