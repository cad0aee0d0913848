"""What ``config.yml`` names: the components and policies of the model, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yaml

# Rasa's components that compute with TensorFlow; a test looks through Rasa whether these are all.
NEED_TENSORFLOW = frozenset(
    {
        "ConveRTFeaturizer",
        "DIETClassifier",
        "LanguageModelFeaturizer",
        "ResponseSelector",
        "TEDPolicy",
        "UnexpecTEDIntentPolicy",
    }
)
_STAND_IN = "+stand.in"


class ComponentError(RuntimeError):
    """``config.yml`` names what cannot run here; the message says in which lines, and what to do."""


@dataclass(frozen=True)
class Component:
    """An entry of the pipeline or of the policies.

    ``name`` is that of its class and ``module`` where the class is ("" when only Rasa knows); ``line`` counts
    from 1.
    """

    name: str
    module: str
    line: int


def components(root: Path) -> list[Component]:
    """Return the components, then the policies, of ``config.yml`` in the folder ``root``, in their order.

    What is no entry with a name is left out; Rasa tells of it. Raises :class:`ComponentError` when the file
    is no YAML.
    """
    try:
        document = yaml.compose((root / "config.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ComponentError(f"config.yml cannot be read: {error}") from error
    sections = _mapping(document)
    return [
        Component(name, module, written.start_mark.line + 1)
        for section in ("pipeline", "policies")
        for written in _names(sections.get(section))
        for module, _, name in [str(written.value).rpartition(".")]
    ]


def _names(section: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    for entry in section.value if isinstance(section, yaml.SequenceNode) else ():
        name = _mapping(entry).get("name")
        if isinstance(name, yaml.ScalarNode):
            yield name


def _mapping(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """Return the values of a mapping by their keys; nothing when ``node`` is something else."""
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def require_runnable(root: Path) -> None:
    """Make sure that what ``config.yml`` names can run here. Raises :class:`ComponentError`.

    Rasa itself would find out only when the component is trained, after minutes of training the others.
    """
    if not tensorflow_is_stood_in():
        return
    wrong = [
        f"config.yml:{component.line}: {component.name} needs TensorFlow, which is not installed. "
        "Take it out, or put TensorFlow back: docs/decisions/lean-runtime.md says how."
        for component in components(root)
        if component.name in NEED_TENSORFLOW and component.module.partition(".")[0] in {"", "rasa"}
    ]
    if wrong:
        raise ComponentError("\n".join(wrong))


def tensorflow_is_stood_in() -> bool:
    """Tell whether what is installed as TensorFlow is the stand-in of ``packages/``."""
    try:
        return version("tensorflow").endswith(_STAND_IN)
    except PackageNotFoundError:
        return False
