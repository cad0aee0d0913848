"""The conversation in a terminal: the action server in the background, Rasa's shell channel in front."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from bot.service.commands import LOOPBACK, action_server, service_environment, shell_server
from bot.service.health import base_url, wait_until_ready
from bot.service.ports import free_ports
from bot.settings import ROOT, Settings

_START_SECONDS = 60
_STOP_SECONDS = 10


def talk(settings: Settings, model: Path) -> int:
    """Hold a conversation over standard input and output. Returns 0 when the person ended it.

    Ports are chosen freely, so a shell can be open beside a running service.
    """
    port, action_port = free_ports(2)
    settings = replace(settings, port=port, action_port=action_port)
    settings.var_dir.mkdir(parents=True, exist_ok=True)
    environment = service_environment(settings)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda signum, _: sys.exit(128 + signum))  # so that nothing is left behind
    with _background(action_server(), environment) as actions:
        url = base_url(LOOPBACK, action_port)
        if not wait_until_ready(url, _START_SECONDS, given_up=lambda: actions.poll() is not None):
            print("The action server did not start; what it said is above.", flush=True)
            return 1
        with _left_to_children(signal.SIGINT):
            return subprocess.run(  # noqa: S603 - our own command
                shell_server(port, model), cwd=ROOT, env=environment, check=False
            ).returncode


@contextmanager
def _background(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``command`` in a session of its own, so that Ctrl-C does not reach it, and end it afterwards."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)  # noqa: S603
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_STOP_SECONDS)
        process.kill()
        process.wait()


@contextmanager
def _left_to_children(number: signal.Signals) -> Iterator[None]:
    """Let the child deal with a signal that the terminal sends to all."""
    before = signal.signal(number, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(number, before)
