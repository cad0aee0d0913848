"""Our way of training beside Rasa's own command: the same model from the same files."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.model_training import train as rasa_train

from bot.nlu.train import FilesOnce, train
from bot.service.commands import tool_environment
from tests.nlu.sentences import EXAMPLES

ROOT = Path(__file__).resolve().parents[2]
ASKED = ("what do I pay for the PMP", "who earns more", "from coordinator to project manager", "rain")


def write_yaml(path, content):
    path.write_text(yaml.safe_dump({"version": "3.1", **content}))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    (folder / "data").mkdir()
    (folder / "config.yml").write_text((ROOT / "config.yml").read_text())
    write_yaml(
        folder / "domain.yml",
        {"intents": list(EXAMPLES), "actions": ["action_answer", "action_default_fallback"]},
    )
    rules = [{"rule": name, "steps": [{"intent": name}, {"action": "action_answer"}]} for name in EXAMPLES]
    write_yaml(folder / "data" / "rules.yml", {"rules": rules})
    for number, (name, texts) in enumerate(EXAMPLES.items()):
        examples = "".join(f"- {text}\n" for text in texts)
        write_yaml(folder / "data" / f"nlu{number}.yml", {"nlu": [{"intent": name, "examples": examples}]})
    return folder


def parses(model):
    agent = Agent.load(str(model))
    return [asyncio.run(agent.parse_message(text)) for text in ASKED]


def test_the_model_is_the_one_that_rasa_trains(project):
    train(project, project / "ours.tar.gz")
    paths = [str(project / name) for name in ("domain.yml", "config.yml", "data")]
    theirs = rasa_train(*paths, output=str(project / "models"), force_training=True).model
    for ours, expected in zip(parses(project / "ours.tar.gz"), parses(theirs), strict=True):
        assert ours["intent"]["name"] == expected["intent"]["name"]
        assert ours["entities"] == expected["entities"]
        assert {item["name"]: item["confidence"] for item in ours["intent_ranking"]} == pytest.approx(
            {item["name"]: item["confidence"] for item in expected["intent_ranking"]}, abs=0.01
        )


def test_each_file_is_read_once(project, monkeypatch):
    files = FilesOnce(str(project / "config.yml"), str(project / "domain.yml"), [str(project / "data")])
    examples, domain = files.get_nlu_data(), files.get_domain()
    assert sorted(example.get("text") for example in examples.training_examples) == sorted(
        text for texts in EXAMPLES.values() for text in texts
    )
    assert files.get_nlu_data() is examples
    assert files.get_domain() is domain
    assert examples.fingerprint() == examples.fingerprint()


def test_examples_that_cannot_be_read_end_it_with_a_sentence(project, tmp_path):
    for name in ("config.yml", "domain.yml"):
        (tmp_path / name).write_text((project / name).read_text())
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nlu.yml").write_text('version: "3.1"\nnlu:\n- intent: cost\n  examples: [\n')
    command = [sys.executable, "-m", "bot.nlu.train", str(tmp_path), "x.tar.gz"]
    environment = {**tool_environment(), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, check=False, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert run.returncode == 1
    assert "nlu.yml" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "x.tar.gz").exists()
