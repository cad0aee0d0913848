"""The server's way through a model's graph beside Rasa's, which is dask's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.core import processor
from rasa.core.policies import rule_policy
from rasa.engine.exceptions import GraphComponentException, GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from bot.channels import policies, rasa_patches
from bot.channels.model_runner import ModelRunner

RAN: list[str] = []


class Adds(GraphComponent):
    """Adds what it is given to the number of its configuration."""

    def __init__(self, number: int) -> None:
        self._number = number

    @classmethod
    def create(cls, config: dict[str, Any], *_rest: object, **_named: object) -> Adds:
        return cls(config["number"])

    def add(self, left: int = 0, right: int = 0) -> int:
        RAN.append(str(self._number))
        return self._number + left + right

    def fail(self, left: int) -> int:
        raise RuntimeError(left)


def node(number: int, fn: str = "add", **needs: str) -> SchemaNode:
    return SchemaNode(needs, Adds, "create", fn, {"number": number}, is_target=not needs)


SCHEMA = GraphSchema(
    {
        "last": node(1000, left="first", right="second"),
        "second": node(100, left="first", right="message"),
        "first": node(10, left="message"),
        "alone": node(1),
        "broken": node(0, "fail", left="message"),
        "needy": node(0, left="nobody"),
    }
)


def runner(kind: type[DaskGraphRunner], folder: Path, schema: GraphSchema = SCHEMA) -> DaskGraphRunner:
    return kind.create(schema, LocalModelStorage.create(folder), ExecutionContext(schema))


@pytest.mark.parametrize("targets", [["last"], ["first", "alone"], ["second", "last"], None])
def test_graphs_give_what_they_give_with_dask(tmp_path, targets):
    stock, ours = (runner(kind, tmp_path) for kind in (DaskGraphRunner, ModelRunner))
    for message in (3, 4):
        expected = stock.run({"message": message}, targets)
        assert ours.run({"message": message}, targets) == expected


def test_only_what_is_needed_runs_and_each_once(tmp_path):
    RAN.clear()
    assert runner(ModelRunner, tmp_path).run({"message": 3}, ["last"]) == {"last": 1129}
    assert RAN == ["10", "100", "1000"]


@pytest.mark.parametrize("target", ["broken", "needy"])
def test_what_fails_fails_as_with_dask(tmp_path, target):
    seen = []
    for kind in (DaskGraphRunner, ModelRunner):
        with pytest.raises((GraphRunError, GraphComponentException)) as caught:
            runner(kind, tmp_path).run({"message": 3}, [target])
        seen.append((type(caught.value), str(caught.value)))
    assert seen[0] == seen[1]


def test_policies_of_a_model_are_the_servers(tmp_path):
    schema = GraphSchema(
        {"rules": SchemaNode({}, rule_policy.RulePolicy, "create", "predict_action_probabilities", {})}
    )
    made = runner(ModelRunner, tmp_path, schema)._instantiated_nodes["rules"]
    assert made._component_class is policies.RulePolicy
    assert schema.nodes["rules"].uses is rule_policy.RulePolicy


def test_rasa_loads_its_models_with_the_runner():
    """When this fails, Rasa's processor gets its runner elsewhere, and the patch must go there."""
    rasa_patches.apply()
    assert processor.DaskGraphRunner is ModelRunner
    assert "DaskGraphRunner" in processor.MessageProcessor._load_model.__code__.co_names
