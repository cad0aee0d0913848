"""``waymark evaluate``: the same as ``make evaluate``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.cli.common import as_json_option

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("sets", nargs=-1, type=_FILE, metavar="SET...")
@click.option("--typos", is_flag=True, help="Ask again with one slip in each question.")
@click.option("--cross-validate", is_flag=True, help="Report on the training data (trains five times).")
@as_json_option
def command(sets: tuple[Path, ...], *, typos: bool, cross_validate: bool, as_json: bool) -> None:
    r"""Measure answers on labelled sets: share right, confusions, misses.

    A set holds one JSON object a line: {"q": "pmp fee?", "label": ["credential/pmp/cost"]}

    \b
    Examples:
      ./waymark evaluate tests/evaluation/sample_questions.jsonl
      ./waymark evaluate tests/evaluation/questions.jsonl --typos --json
    """
    from bot.nlu.evaluate import main  # noqa: PLC0415 - imports Rasa

    if not (sets or cross_validate):
        raise click.UsageError("Name a labelled set, or give --cross-validate.")
    flags = {"--typos": typos, "--cross-validate": cross_validate, "--json": as_json}
    sys.exit(main([*map(str, sets), *(flag for flag, chosen in flags.items() if chosen)]))
