"""The commands of ``waymark`` by name; the file of a command is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

# Each is a file of this package. The help has this order: serving, editing, looking back, people's data.
COMMANDS = {
    "run": "Serve the chat until Ctrl-C.",
    "train": "Train the model if it is out of date.",
    "ask": "Ask questions in this terminal and see why each answer was chosen.",
    "check": "Check the knowledge and the training data.",
    "reload": "Let the running service take over changed answers.",
    "review": "List the facts that are due to be read again.",
    "evaluate": "Measure answers on labelled sets.",
    "insights": "Write the report on what people ask.",
    "draft": "Make the stub of an entry from unanswered questions.",
    "export": "Write all that is kept of one conversation.",
    "forget": "Delete all that is kept of one conversation.",
}


class _Commands(click.Group):
    """Finds each command in its own file, so that one does not wait for what another imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, None for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"bot.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing their files."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def waymark() -> None:
    r"""Waymark: a career guide for project management, in conversation.

    \b
    Examples:
      ./waymark run
      ./waymark ask "how much is the pmp" "and capm?"
      ./waymark insights --from 2026-11-01 --to 2026-11-30

    Each command tells more: ./waymark ask --help
    """
