"""How the server runs the graph of a model: node after node, in an order that is worked out once.

Rasa (3.6.21) gives the graph to dask, which orders it anew at each of a turn's three runs and keeps books on
it as for a cluster: 2 ms a turn. It also has no way to name the class of a policy in ``config.yml`` that is
Rasa's own in all but speed: its validation knows its own classes by identity.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from rasa.core.policies import memoization, rule_policy
from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.storage import ModelStorage

from bot.channels import policies

_QUICKER: dict[type, type] = {
    memoization.MemoizationPolicy: policies.MemoizationPolicy,
    rule_policy.RulePolicy: policies.RulePolicy,
}


class ModelRunner(DaskGraphRunner):
    """Rasa's runner without dask; what a model's nodes get and give is the same."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - Rasa's own, whatever they are
        super().__init__(*arguments, **named)
        self._order = lru_cache(maxsize=None)(self._ordered)

    @staticmethod
    def _instantiate_nodes(
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> dict[str, GraphNode]:
        nodes = {
            name: replace(node, uses=_QUICKER.get(node.uses, node.uses))
            for name, node in graph_schema.nodes.items()
        }
        made: dict[str, GraphNode] = DaskGraphRunner._instantiate_nodes(  # noqa: SLF001 - our parent's
            GraphSchema(nodes), model_storage, execution_context, hooks
        )
        return made

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """Return what the nodes ``targets`` give for ``inputs``. Raises what they raise, as dask does."""
        wanted = tuple(targets or self._graph_schema.target_names)
        given = {name: (name, value) for name, value in (inputs or {}).items()}
        for name, needs in self._order(wanted):
            given[name] = self._instantiated_nodes[name](*(given.get(need, need) for need in needs))
        return dict(given[name] for name in wanted)

    def _ordered(self, wanted: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        """Return the nodes that ``wanted`` need, each after those that it needs, and what it needs."""
        nodes = self._graph_schema.minimal_graph_schema(list(wanted)).nodes
        order: dict[str, tuple[str, ...]] = {}

        def add(name: str) -> None:
            if name in nodes and name not in order:
                needs = tuple(nodes[name].needs.values())
                for need in needs:
                    add(need)
                order[name] = needs

        for name in wanted:
            add(name)
        return list(order.items())
