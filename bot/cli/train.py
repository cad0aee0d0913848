"""``waymark train``: the same as ``make train``."""

from __future__ import annotations

import sys

import click

from bot.cli.common import as_json_option, print_json, told
from bot.service.__main__ import main
from bot.service.model import current_model
from bot.settings import ROOT


@click.command()
@click.option("--force", is_flag=True, help="Train even if the model is up to date.")
@click.option("--status", is_flag=True, help="Only tell whether training is needed; exit code 1 if it is.")
@as_json_option
@told
def command(*, force: bool, status: bool, as_json: bool) -> None:
    r"""Train the model if it is out of date: after a change of names, aliases, examples or code.

    A running service goes on with its model; start it again to use the new one.

    \b
    Examples:
      ./waymark train
      ./waymark train --status
    """
    if not status:
        code = main(["train", *(["--force"] if force else [])])
        if code or not as_json:
            sys.exit(code)
    model = current_model(ROOT)
    ready = model.is_file()
    if as_json:
        print_json({"model": str(model.relative_to(ROOT)), "up_to_date": ready})
    else:
        click.echo("The model is up to date." if ready else "Needs training: make train")
    sys.exit(0 if ready else 1)
