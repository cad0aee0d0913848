"""Measurements as a small Markdown page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_TITLE = """# Benchmarks

Training and reading on one processor core, measured by `make bench` on {day}: {questions} questions of
`tests/evaluation/`, one after another. Times depend on the machine; compare the rows with each other.
`make bench ARGS=--stock` measures the pipeline that `rasa init` writes on the same data, which takes long;
with `--quick` it trains {quick} of its {full} epochs.
"""
_HEAD = ("pipeline", "examples", "training, processor", "training, wall", "loading", "parse p50", "parse p99")
# What the stock pipeline is trained for, and with --quick.
EPOCHS, QUICK_EPOCHS = 100, 5


@dataclass(frozen=True)
class Measurement:
    """One pipeline measured: seconds of training and of loading, milliseconds of a parse."""

    pipeline: str
    examples: int
    training_processor: float
    training_wall: float
    loading: float
    parse_median: float
    parse_slow: float

    def cells(self) -> tuple[str, ...]:
        """Return the measurement as the cells of a row, with units."""
        return (
            self.pipeline,
            f"{self.examples:,}",
            f"{self.training_processor:.0f} s",
            f"{self.training_wall:.0f} s",
            f"{self.loading:.1f} s",
            f"{self.parse_median:.1f} ms",
            f"{self.parse_slow:.1f} ms",
        )


def write_page(path: Path, measured: Sequence[Measurement], questions: int, day: date) -> None:
    """Write the page with one row for each measurement; ``questions`` were parsed for each."""
    rows = [_HEAD, ("---",) * len(_HEAD), *(measurement.cells() for measurement in measured)]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    title = _TITLE.format(day=day.isoformat(), questions=f"{questions:,}", quick=QUICK_EPOCHS, full=EPOCHS)
    path.write_text(f"{title}\n{table}\n", encoding="utf-8")
