"""The components in Rasa's own graph: trained, stored and loaded on a few sentences."""

from __future__ import annotations

import asyncio
import tarfile
from pathlib import Path

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.model_training import train_nlu

from tests.nlu.sentences import EXAMPLES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    config = yaml.safe_load((ROOT / "config.yml").read_text())
    (folder / "config.yml").write_text(yaml.safe_dump({**config, "policies": None}))
    nlu = [
        {"intent": name, "examples": "".join(f"- {text}\n" for text in texts)}
        for name, texts in EXAMPLES.items()
    ]
    (folder / "nlu.yml").write_text(yaml.safe_dump({"version": "3.1", "nlu": nlu}))
    return train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), output=str(folder / "models"))


@pytest.fixture(scope="module")
def parse(model):
    agent = Agent.load(model)
    return lambda text: asyncio.run(agent.parse_message(text))


def test_a_message_gets_a_ranking_and_its_subjects(parse):
    found = parse("what do I pay for the PMP")
    assert found["intent"]["name"] == "cost"
    assert found["intent_ranking"][0]["name"] == "cost"
    assert {item["name"] for item in found["intent_ranking"]} == set(EXAMPLES)
    (entity,) = found["entities"]
    assert (entity["entity"], entity["value"], entity["start"], entity["end"]) == (
        "credential",
        "pmp",
        22,
        25,
    )


def test_roles_carry_their_direction(parse):
    found = parse("from project coordinator to project manager")
    assert [(item["value"], item["role"]) for item in found["entities"]] == [
        ("project_coordinator", "from"),
        ("project_manager", "to"),
    ]


def test_what_cannot_be_read_is_rasas_fallback(parse):
    found = parse("😀")
    assert found["intent"]["name"] == "nlu_fallback"
    assert found["intent_ranking"] == []


def test_no_file_of_the_model_is_pickled(model):
    with tarfile.open(model) as archive:
        names = archive.getnames()
    assert any(name.endswith("intents.npz") for name in names)
    assert not [name for name in names if name.endswith((".pkl", ".pickle", ".joblib"))]
