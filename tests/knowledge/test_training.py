from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from bot.knowledge.checks.training import check_training
from bot.knowledge.loader import DEFAULT_ROOT

PROJECT = DEFAULT_ROOT.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the shipped domain and examples."""
    shutil.copy(PROJECT / "domain.yml", tmp_path)
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    return tmp_path


def add(project, intent, *examples):
    text = "".join(f"- {example}\n" for example in examples)
    content = {"version": "3.1", "nlu": [{"intent": intent, "examples": text}]}
    (project / "data" / "nlu_zz.yml").write_text(yaml.safe_dump(content, default_style="|"), encoding="utf-8")


def messages(project, knowledge):
    return [str(problem) for problem in check_training(project, knowledge)]


def test_shipped_data_has_no_fault(knowledge):
    assert messages(PROJECT, knowledge) == []


def test_an_example_under_two_intents_is_named_with_both_places(project, knowledge):
    add(project, "cost", "a very new question", "A very  new question")
    assert any(
        "'A very  new question' stands under 'cost' already (nlu_zz.yml" in m
        for m in messages(project, knowledge)
    )


def test_an_unknown_intent_is_named(project, knowledge):
    add(project, "prize", "what is the prize")
    assert any("the intent 'prize' is not in domain.yml" in m for m in messages(project, knowledge))


def test_a_topic_without_an_entry_is_named(project, knowledge):
    domain = project / "domain.yml"
    domain.write_text(
        domain.read_text().replace("  - topic_masters\n", "  - topic_masters\n  - topic_gone\n")
    )
    found = messages(project, knowledge)
    assert any("no answer belongs to the intent 'topic_gone'" in m for m in found)
    assert any("the intent 'topic_gone' has 0 examples" in m for m in found)


def test_a_missing_intent_is_named(project, knowledge):
    domain = project / "domain.yml"
    domain.write_text(domain.read_text().replace("  - topic_masters\n", ""))
    assert any("the intent 'topic_masters' is missing" in m for m in messages(project, knowledge))
