"""``waymark forget``: deletes all that is kept of one conversation."""

from __future__ import annotations

import click

from bot.cli.common import as_json_option, print_json, told
from bot.cli.store import engine_of, readable
from bot.insights.kept import forget
from bot.settings import load


@click.command()
@click.argument("conversation")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@as_json_option
@told
@readable
def command(conversation: str, *, yes: bool, as_json: bool) -> None:
    r"""Delete all that is kept of one conversation: messages, votes, questions put by, saved talks.

    People do this themselves with "forget me" in the chat, where votes stay as numbers without a link to the
    talk; here they go too. Copies of the database are not touched.

    \b
    Examples:
      ./waymark forget 7e91fca7441a31201a7214b20e12acfa
      ./waymark forget slack:T0123:C0123:1700000000.000100 --yes
    """
    if not yes:
        click.confirm(f"Delete everything of {conversation}?", abort=True, err=True)
    gone = forget(engine_of(load()), conversation)
    if as_json:
        print_json(gone)
        return
    listed = ", ".join(f"{number} in {table}" for table, number in gone.items())
    click.echo(f"Deleted rows: {listed}." if gone else "Nothing was kept of this conversation.")
