"""One process of the service by itself, as in a container: it is built before, and only served here.

The command becomes that process, so that signals and exit codes are its own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from bot.service.commands import action_server, chat_server, service_environment
from bot.service.model import current_model
from bot.settings import Settings
from bot.web_bundle import is_built


class NotBuiltError(RuntimeError):
    """The model or the widget of these files is not there; the message says what to run."""


def become_chat(settings: Settings, root: Path) -> NoReturn:
    """Go on as the chat server, with the model and the widget of the files below ``root``.

    Raises :class:`NotBuiltError`: a container should serve what was tested, and not train.
    """
    model = current_model(root)
    if not model.is_file():
        raise NotBuiltError(f"The model of these files, models/{model.name}, is not there. Run `make train`.")
    if not is_built(root):
        raise NotBuiltError("The widget has not been built from its present sources. Run `make setup` first.")
    _become(chat_server(settings, model), settings)


def become_actions(settings: Settings) -> NoReturn:
    """Go on as the action server."""
    _become(action_server(), settings)


def _become(command: list[str], settings: Settings) -> NoReturn:
    sys.stdout.flush()
    os.execve(command[0], command, service_environment(settings))  # noqa: S606 - our own command
