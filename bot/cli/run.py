"""``waymark run``: the same as ``make run``, without setting up first."""

from __future__ import annotations

import sys

import click

from bot.service.__main__ import main


@click.command()
def command() -> None:
    r"""Serve the chat until Ctrl-C; trains first when names, examples or code have changed.

    \b
    Examples:
      ./waymark run
      WAYMARK_PORT=5015 ./waymark run
    """
    sys.exit(main(["run"]))
