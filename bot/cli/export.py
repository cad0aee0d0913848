"""``waymark export``: all that is kept of one conversation, as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.cli.common import as_json_option, told
from bot.cli.store import engine_of, readable
from bot.insights.kept import export
from bot.settings import load


@click.command()
@click.argument("conversation")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of this terminal."
)
@as_json_option
@told
@readable
def command(conversation: str, *, out: Path | None, as_json: bool) -> None:  # noqa: ARG001 - it is JSON anyway
    r"""Write all that is kept of one conversation as JSON: messages, votes, questions put by, saved talks.

    The id of a conversation stands in the reply of the chat API that starts it; in Slack it is
    slack:TEAM:CHANNEL:THREAD. The exit code is 1 when nothing is kept.

    \b
    Examples:
      ./waymark export 7e91fca7441a31201a7214b20e12acfa
      ./waymark export slack:T0123:C0123:1700000000.000100 --out talk.json
    """
    found = export(engine_of(load()), conversation)
    if not found:
        raise click.ClickException("Nothing is kept of this conversation.")
    text = json.dumps({"conversation": conversation, **found}, indent=2, ensure_ascii=False, default=str)
    if out:
        out.write_text(f"{text}\n", encoding="utf-8")
        out.chmod(0o600)
        click.echo(f"Written: {out}")
    else:
        click.echo(text)
