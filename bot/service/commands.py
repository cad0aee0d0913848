"""The processes that make up the service: their command lines and their environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import urljoin

from bot.secret import action_key
from bot.service.health import base_url
from bot.settings import ROOT, Settings

LOOPBACK = "127.0.0.1"
SHELL_CHANNEL = "bot.channels.shell.ShellInput"

# What must hold whatever the machine says: no telemetry, one worker (more need a shared lock store), and one
# thread a calculation, since the sentences are short and several processes share the cores.
_FIXED = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SANIC_HOST": LOOPBACK,
    "SANIC_WORKERS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONUNBUFFERED": "1",
    # Rasa would look for TensorFlow where these are set, and it is not there.
    "TF_INTRA_OP_PARALLELISM_THREADS": "",
    "TF_INTER_OP_PARALLELISM_THREADS": "",
    "TF_GPU_MEMORY_ALLOC": "",
    # sanic asks distutils what "yes" means, and setuptools would put its own in the place of it: 5 MB.
    "SETUPTOOLS_USE_DISTUTILS": "stdlib",
}
# Servers give back memory that they took for a moment, for loading the model and drawing a map.
_FRUGAL = {
    # One pool: maps are drawn in a thread, and a pool of its own would keep the 70 MB it takes.
    "MALLOC_ARENA_MAX": "1",
    # glibc would raise these with each large block that is freed, up to 32 and 64 MB, and then keep them.
    "MALLOC_MMAP_THRESHOLD_": "1048576",
    "MALLOC_TRIM_THRESHOLD_": "8388608",
}
# What a person may set otherwise to see more. Rasa logs the text of messages at DEBUG only.
_QUIET = {
    "LOG_LEVEL": "WARNING",
    "LOG_LEVEL_LIBRARIES": "ERROR",
    "PYTHONWARNINGS": "ignore",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "SQL_POOL_SIZE": "10",
}


def tool_environment() -> dict[str, str]:
    """Return the environment in which Rasa's command line runs quietly and without telemetry."""
    return {**_QUIET, **os.environ, **_FIXED}


def service_environment(settings: Settings) -> dict[str, str]:
    """Return the environment of the service's processes: the tools' one and what ``endpoints.yml`` names.

    Raises as :func:`bot.secret.secret_of`.
    """
    return {
        **tool_environment(),
        **_FRUGAL,
        "WAYMARK_ACTION_WEBHOOK": urljoin(action_address(settings), "webhook"),
        "WAYMARK_ACTION_KEY": action_key(settings),
        "WAYMARK_DATABASE_URL": settings.database_url,
        "WAYMARK_PORT": str(settings.port),
        "WAYMARK_ACTION_PORT": str(settings.action_port),
    }


def action_address(settings: Settings) -> str:
    """Return the address at which the chat reaches the action server, with a slash at its end."""
    return settings.action_url or f"{base_url(settings.action_host, settings.action_port)}/"


def rasa(*arguments: str) -> list[str]:
    """Return the command that runs Rasa with ``arguments`` in this environment."""
    return _module("rasa", *arguments)


def trainer(folder: Path, name: str) -> list[str]:
    """Return the command that trains a model and puts it into ``folder`` as ``name``."""
    return _module("bot.nlu.train", str(folder), name)


def chat_server(settings: Settings, model: Path) -> list[str]:
    """Return the command of the process that people reach: Rasa with our channels only."""
    return rasa(
        *("run", "--interface", settings.host, "--port", str(settings.port), "--model", str(model)),
        *("--endpoints", str(ROOT / "endpoints.yml"), "--credentials", str(ROOT / "credentials.yml")),
    )


def shell_server(port: int, model: Path) -> list[str]:
    """Return the command of Rasa talking over standard input and output; ``port`` is only on loopback."""
    return rasa(
        *("run", "--interface", LOOPBACK, "--port", str(port), "--model", str(model)),
        *("--endpoints", str(ROOT / "endpoints.yml"), "--connector", SHELL_CHANNEL),
    )


def action_server() -> list[str]:
    """Return the command of the action server; it takes its port from the settings."""
    return _module("actions.server")


def _module(name: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot.service.quiet", name, *arguments]
