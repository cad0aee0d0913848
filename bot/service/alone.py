"""One process of the service by itself, as in a container: it is built before, and only served here.

The command becomes that process, so that signals and exit codes are its own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from bot.service.archive import require_whole
from bot.service.commands import action_server, chat_server, service_environment
from bot.service.model import current_model
from bot.service.ports import require_free
from bot.service.usable import require_usable
from bot.settings import Settings
from bot.web_bundle import is_built


class NotBuiltError(RuntimeError):
    """The widget of these files is not there; the message says what to run."""


def become_chat(settings: Settings, root: Path) -> NoReturn:
    """Go on as the chat server, with the model and the widget of the files below ``root``.

    Raises :class:`NotBuiltError` and :class:`ModelError`, since a container should serve what was tested, and
    not train; :class:`SettingsError` and :class:`PortInUseError`.
    """
    require_usable(settings)
    require_free(settings.host, settings.port, "WAYMARK_PORT")
    model = current_model(root)
    require_whole(model)
    if not is_built(root):
        raise NotBuiltError("The widget has not been built from its present sources. Run `make setup` first.")
    _become(chat_server(settings, model), settings)


def become_actions(settings: Settings) -> NoReturn:
    """Go on as the action server. Raises :class:`PortInUseError`."""
    require_free(settings.action_host, settings.action_port, "WAYMARK_ACTION_PORT")
    _become(action_server(), settings)


def _become(command: list[str], settings: Settings) -> NoReturn:
    sys.stdout.flush()
    os.execve(command[0], command, service_environment(settings))  # noqa: S606 - our own command
