"""Trains the model in a process of its own and shows how far it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from tqdm import tqdm

from bot.service.archive import is_whole
from bot.service.commands import tool_environment, trainer
from bot.service.components import components
from bot.service.model import current_model, prune
from bot.service.seal import check, seal, seal_path
from bot.settings import current

_REDRAW_SECONDS = 0.5
_STARTED, _FINISHED = "Starting to train", "Finished training"
_BAR = "{desc:28.28} {percentage:3.0f}% {bar} {elapsed} "
_COMPONENT = re.compile(rf"({_STARTED}|{_FINISHED}) component '(\w+)'")


class TrainingError(RuntimeError):
    """Rasa could not train the model; the message is what Rasa said."""


def ensure_model(root: Path, *, force: bool = False) -> Path:
    """Return the model for the files below ``root``; train it first if that is not there, damaged or forced.

    One without a seal is trained again, one that does not fit its seal is refused. Raises
    :class:`TrainingError` and :class:`bot.service.seal.SealError`.
    """
    model = current_model(root)
    if model.is_file() and not seal_path(model).is_file():
        print(f"models/{model.name} has no seal, so nobody knows who trained it: training it again.")
        force = True
    damaged = model.is_file() and not is_whole(model)
    if damaged:
        print(f"models/{model.name} is damaged, so it is made again.", flush=True)
    if force or damaged or not model.is_file():
        train(root, model)
    check(model, current().model_secret)
    return model


def train(root: Path, model: Path) -> None:
    """Train from the files below ``root``; put the result and its seal at ``model``, only when complete."""
    model.parent.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(dir=model.parent, prefix=".training-") as workshop:
        _run_training(root, Path(workshop), model.name)
        trained = Path(workshop) / model.name
        seal(trained, current().model_secret)
        seal_path(trained).replace(seal_path(model))
        trained.replace(model)
    prune(model.parent, keep=model)
    print(f"Trained in {time.monotonic() - started:.0f} s: models/{model.name}", flush=True)


def _run_training(root: Path, folder: Path, name: str) -> None:
    command = trainer(folder, name)
    # Serving takes one thread; fitting gains from all of them.
    environment = {**tool_environment(), "LOG_LEVEL": "INFO", "OPENBLAS_NUM_THREADS": str(os.cpu_count())}
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            said = _show_progress(process, [component.name for component in components(root)])
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0 or not (folder / name).is_file():
        raise TrainingError(f"The model could not be trained. Rasa said:\n{said}")


def _show_progress(process: subprocess.Popen[str], names: list[str]) -> str:
    """Draw a bar (on a terminal) until ``process`` ends, and return all that it printed.

    A step of the bar is Rasa having started, or one of the components ``names`` having finished.
    """
    said: list[str] = []
    finished: set[str] = set()
    print("Training the model.", flush=True)
    with tqdm(
        desc="starting Rasa", total=1 + len(names), file=sys.stdout, disable=None, bar_format=_BAR
    ) as bar:
        for line in _lines(process):
            said.append(line)
            match = _COMPONENT.search(line)
            if match:
                finished.update([match[2]] if match[1] == _FINISHED else [])
                bar.set_description(match[2], refresh=False)
                bar.update(min(1 + len(finished), bar.total) - bar.n)
            bar.refresh()
        if process.wait() == 0:
            bar.set_description("done", refresh=False)
            bar.update(bar.total - bar.n)
    return "".join(said)


def _lines(process: subprocess.Popen[str]) -> Iterator[str]:
    """Yield the lines of ``process``, and an empty one whenever half a second brought none."""
    queue: Queue[str | None] = Queue()
    output = process.stdout

    def read() -> None:
        for line in output or ():
            queue.put(line)
        queue.put(None)

    reader = Thread(target=read, daemon=True)
    reader.start()
    while True:
        try:
            line = queue.get(timeout=_REDRAW_SECONDS)
        except Empty:
            yield ""
            continue
        if line is None:
            return
        yield line
