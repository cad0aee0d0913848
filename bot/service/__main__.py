"""The command line of the service: ``python -m bot.service run|shell|train|...``."""

from __future__ import annotations

import argparse
import sys

from bot.knowledge.problems import KnowledgeError
from bot.service import alone, purging, shell, supervisor
from bot.service.archive import ModelError
from bot.service.components import ComponentError, require_runnable
from bot.service.node import NodeError
from bot.service.ports import PortInUseError
from bot.service.seal import SealError
from bot.service.training import TrainingError, ensure_model
from bot.service.usable import require_usable
from bot.service.validation import validate
from bot.service.web_build import WebBuildError, ensure_bundle
from bot.settings import ROOT, SettingsError, load

_HELP = {
    "run": "serve the chat until Ctrl-C",
    "serve": "be the chat server only, with what was built before; for containers",
    "actions": "be the action server only; for containers",
    "shell": "talk in this terminal",
    "train": "train the model if it is out of date",
    "web": "build the widget if it is out of date",
    "purge": "delete talks and votes older than WAYMARK_RETENTION_DAYS",
    "validate": "let Rasa check domain, data and rules; warnings are errors",
}
# What the person can mend.
_TOLD = (
    alone.NotBuiltError,
    ComponentError,
    KnowledgeError,
    ModelError,
    NodeError,
    PortInUseError,
    SealError,
    SettingsError,
    TrainingError,
    WebBuildError,
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code; what the person can mend is said without a stack trace."""
    parser = argparse.ArgumentParser(prog="python -m bot.service", description="Runs Waymark.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in _HELP.items():
        command = commands.add_parser(name, help=text)
        if name == "train":
            command.add_argument("--force", action="store_true", help="train even if the model is up to date")
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except _TOLD as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace) -> int:
    if options.command == "actions":
        alone.become_actions(load())
    require_runnable(ROOT)
    if options.command == "serve":
        alone.become_chat(load(), ROOT)
    if options.command == "validate":
        return validate(ROOT)
    if options.command == "web":
        print(f"The widget is up to date: {ensure_bundle(ROOT).relative_to(ROOT)}")
        return 0
    settings = load()
    if options.command == "purge":
        return purging.purge_now(settings)
    if options.command == "run":
        require_usable(settings)
    model = ensure_model(ROOT, force=options.command == "train" and options.force)
    if options.command == "run":
        ensure_bundle(ROOT)
        supervisor.become(model)
    if options.command == "shell":
        return shell.talk(settings, model)
    print(f"The model is up to date: {model.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
