"""Trains a model from the project's files, as ``rasa train --force`` does, in a fraction of its overhead.

Rasa's command reads the examples again for each of its questions, copies them at each merge, and hashes all
of them, with all that components add, after each component: a third of the time at twelve thousand examples.
The hashes serve a cache that a training from scratch does not ask. So here Rasa's own trainer gets the files
through an importer that reads them once, and no cache. The model is the same.

Run as ``python -m bot.nlu.train FOLDER NAME``, from the project's folder.
"""

from __future__ import annotations

import argparse
import sys
import uuid
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rasa.engine.caching import TrainingCache
from rasa.engine.recipes.recipe import Recipe
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.training.graph_trainer import GraphTrainer
from rasa.engine.validation import validate
from rasa.shared.core.domain import Domain
from rasa.shared.data import TrainingType
from rasa.shared.exceptions import RasaException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.io import configure_colored_logging
from rasa.utils.log_utils import configure_structlog


class Examples(TrainingData):
    """Training data that is not hashed: its fingerprint is its name, since nothing looks it up."""

    def __init__(self, parts: list[TrainingData]) -> None:
        super().__init__()
        self.training_examples = [example for part in parts for example in part.training_examples]
        for part in parts:
            self.entity_synonyms.update(part.entity_synonyms)
            self.regex_features += part.regex_features
            self.lookup_tables += part.lookup_tables
        self._name = uuid.uuid4().hex

    def fingerprint(self) -> str:
        """Return what tells these examples from others."""
        return self._name


class FilesOnce(RasaFileImporter):
    """Rasa's importer of files, which reads each of them once."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:  # noqa: ARG002 - Rasa's signature
        """Return the examples of all files."""
        return self._examples

    def get_domain(self) -> Domain:
        """Return the domain."""
        return self._domain

    @cached_property
    def _examples(self) -> Examples:
        return Examples([load_data(path) for path in self._nlu_files])

    @cached_property
    def _domain(self) -> Domain:
        return Domain.load(self._domain_path)


class NoCache(TrainingCache):
    """Keeps nothing of a training for the next one."""

    def cache_output(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Rasa's signature
        """Forget the output of a component."""

    def get_cached_output_fingerprint(self, fingerprint_key: str) -> None:
        """Return no fingerprint."""

    def get_cached_result(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Rasa's signature
        """Return no result."""


def train(root: Path, model: Path) -> None:
    """Train from ``config.yml``, ``domain.yml`` and ``data/`` below ``root``; write the archive ``model``.

    Raises what Rasa raises for files that it cannot read or a configuration that does not fit together.
    """
    config = str(root / "config.yml")
    importer = FilesOnce(config, str(root / "domain.yml"), [str(root / "data")])
    settings = importer.get_config()
    recipe = Recipe.recipe_for_name(settings.get("recipe"))
    settings, _, _ = recipe.auto_configure(config, settings, TrainingType.BOTH)
    graph = recipe.graph_config_for_recipe(settings, {}, training_type=TrainingType.BOTH)
    validate(graph)
    with TemporaryDirectory() as folder:
        trainer = GraphTrainer(LocalModelStorage(Path(folder)), NoCache(), DaskGraphRunner)
        trainer.train(graph, importer, model, force_retraining=True)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m bot.nlu.train")
    parser.add_argument("folder", type=Path, help="where to put the model")
    parser.add_argument("name", help="its file name, which ends in .tar.gz")
    arguments = parser.parse_args()
    configure_logging_and_warnings()
    configure_colored_logging(None)
    configure_structlog()
    try:
        train(Path.cwd(), arguments.folder / arguments.name)
    except RasaException as error:  # what Rasa expects to happen, such as examples that cannot be read
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
