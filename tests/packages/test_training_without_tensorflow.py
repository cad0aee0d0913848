"""Rasa's own command trains and asks a model without TensorFlow, and says why it cannot train one that needs it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bot.service.commands import rasa, tool_environment
from bot.settings import ROOT

NLU = """
nlu:
- intent: greet
  examples: |
    - hello
    - good morning
- intent: bye
  examples: |
    - goodbye
    - see you
"""
DOMAIN = """
intents: [greet, bye]
responses:
  utter_greet: [{text: "Hello!"}]
  utter_bye: [{text: "Goodbye!"}]
"""
RULES = """
rules:
- rule: greet
  steps: [{intent: greet}, {action: utter_greet}]
- rule: bye
  steps: [{intent: bye}, {action: utter_bye}]
"""
PIPELINE = """
recipe: default.v1
language: en
assistant_id: small
pipeline:
- name: WhitespaceTokenizer
- name: CountVectorsFeaturizer
- name: {}
policies:
- name: MemoizationPolicy
- name: RulePolicy
"""
TALK = """
import asyncio, json, logging, os, sys, sysconfig
SITE = sysconfig.get_path("purelib")
from rasa.core.agent import Agent
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.log_utils import configure_structlog
import rasa.server
configure_logging_and_warnings(logging.ERROR)
configure_structlog(logging.ERROR)
agent = Agent.load(sys.argv[1])
answers = asyncio.run(agent.handle_text("good morning"))
roots = {"tensorflow", "keras", "tensorboard", "jax", "h5py", "tensorflow_hub", "tensorflow_text"}
modules = sorted(name for name in sys.modules if name.partition(".")[0] in roots)
source = "packages/tensorflow-stand-in/src/"
files = [name for name in modules if not os.path.isfile(source + os.path.relpath(sys.modules[name].__file__, SITE))]
print(json.dumps({"files": files, "said": [answer["text"] for answer in answers], "modules": modules}))
"""


def said_by(code: str, *arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def small(tmp_path):
    """A bot of two intents; ``train`` trains it with a classifier and returns what Rasa's command did."""
    for name, text in (("data/nlu.yml", NLU), ("domain.yml", DOMAIN), ("data/rules.yml", RULES)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)

    def train(classifier: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "config.yml").write_text(PIPELINE.format(classifier))
        return subprocess.run(
            rasa("train", "--fixed-model-name", "small"),
            cwd=tmp_path,
            env={**tool_environment(), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return train


def test_a_model_without_tensorflow_is_trained_and_answers(small, tmp_path):
    trained = small("LogisticRegressionClassifier")
    assert trained.returncode == 0, trained.stderr
    found = json.loads(said_by(TALK, str(tmp_path / "models" / "small.tar.gz")).splitlines()[-1])
    assert found["said"] == ["Hello!"]
    assert found["modules"][0] == "keras"
    assert found["files"] == []


def test_training_with_diet_fails_and_says_why(small, tmp_path):
    trained = small("DIETClassifier")
    assert trained.returncode != 0
    assert "DIETClassifier needs TensorFlow (keras.Model), which is not installed." in trained.stderr
    assert "Take DIETClassifier out of config.yml" in trained.stderr
    assert not (tmp_path / "models").exists()
