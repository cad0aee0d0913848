"""``python -m benchmarks.nlu``: measures training, loading and parsing of a pipeline on one core.

With ``--stock`` the pipeline that ``rasa init`` writes is measured on the same data, which takes long.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from benchmarks.places import STOCK_PYTHON, keep
from bot.evaluation.cases import read_cases
from bot.knowledge.checks.training import read_examples
from bot.service.commands import rasa, tool_environment, trainer
from bot.settings import ROOT

OWN = "waymark.tar.gz"
STOCK = ROOT / "benchmarks" / "stock.yml"
# What the stock pipeline is trained for, and with --quick.
EPOCHS, QUICK_EPOCHS = 100, 5
# With its cache Rasa would train nothing the second time.
_NO_CACHE = {"RASA_MAX_CACHE_SIZE": "0"}


@dataclass(frozen=True)
class Measurement:
    """One pipeline measured: seconds of training and loading, milliseconds of a parse, MB at most."""

    pipeline: str
    examples: int
    training_processor: float
    training_wall: float
    loading: float
    parse_median: float
    parse_slow: float
    memory: float


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns 0, or 1 when Rasa fails (it says why)."""
    options = _options(arguments)
    on_one_core()
    texts = questions()
    with tempfile.TemporaryDirectory() as folder:
        models = options.models or Path(folder)
        asked = Path(folder) / "questions.json"
        asked.write_text(json.dumps(texts), encoding="utf-8")
        try:
            command = trainer(models, OWN)
            measured = [measure("Waymark", command, models / OWN, asked)]
            if options.stock:
                measured.append(_measure_stock(Path(folder), models, asked, quick=options.quick))
        except subprocess.CalledProcessError as error:
            print(f"{error.stdout}\n{error.stderr}", file=sys.stderr)
            return 1
    keep("nlu", {"waymark": asdict(measured[0]), "pipelines": [asdict(pipeline) for pipeline in measured]})
    for pipeline in measured:
        print(pipeline)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nlu", description=__doc__)
    parser.add_argument("--stock", action="store_true", help="measure Rasa's stock pipeline too (long)")
    parser.add_argument(
        "--quick", action="store_true", help=f"train it for {QUICK_EPOCHS} of its {EPOCHS} epochs"
    )
    parser.add_argument("--models", type=Path, help="keep the trained models in this folder")
    return parser.parse_args(arguments)


def on_one_core() -> None:
    """Let this process, and those that it starts, use one core only (on Linux)."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def questions() -> list[str]:
    """Return every question of the labelled sets once, in order."""
    sets = sorted((ROOT / "tests" / "evaluation").glob("*.jsonl"))
    return list(dict.fromkeys(turn.text for path in sets for case in read_cases(path) for turn in case.turns))


def measure(
    name: str,
    training: list[str],
    model: Path,
    asked: Path,
    python: str = sys.executable,
    project: Path = ROOT,
) -> Measurement:
    """Run the command ``training``, which writes ``model``, then load that and parse the texts in ``asked``.

    ``python`` is that of the environment in which this happens, ``project`` the folder with data and code.
    """
    before, started = _processor_seconds(), time.monotonic()
    _run([python, *training[1:]], project)
    wall, processor = time.monotonic() - started, _processor_seconds() - before
    figures = _run([python, "-m", "benchmarks.parsing", str(model), str(asked)], project)
    return Measurement(
        pipeline=name,
        examples=sum(1 for _ in read_examples(project)),
        training_processor=processor,
        training_wall=wall,
        **json.loads(figures.splitlines()[-1]),
    )


def _measure_stock(folder: Path, models: Path, asked: Path, *, quick: bool) -> Measurement:
    config = yaml.safe_load(STOCK.read_text(encoding="utf-8"))
    epochs = QUICK_EPOCHS if quick else EPOCHS
    config["pipeline"][-1]["epochs"] = epochs
    path = folder / STOCK.name
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    _run([str(ROOT / "tools" / "stock_environment.sh")])
    name = f"stock, {epochs} epochs" + (" (quick)" if quick else "")
    file = f"{STOCK.stem}.tar.gz"
    train = rasa("train", "nlu", "--config", str(path), "--out", str(models), "--fixed-model-name", file)
    return measure(name, train, models / file, asked, str(STOCK_PYTHON))


def _run(command: list[str], project: Path = ROOT) -> str:
    """Return what a command prints; ``CalledProcessError`` with its output when it fails."""
    environment = {**tool_environment(), **_NO_CACHE}
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=project, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def _processor_seconds() -> float:
    """Return the processor time of all commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
