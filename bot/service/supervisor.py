"""Runs the chat server and the action server together until a signal or the end of one of them ends both."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread, Timer
from typing import NoReturn

import honcho.manager
from honcho.manager import Manager

from bot.service.archive import ModelError, require_whole
from bot.service.commands import action_server, chat_server, service_environment
from bot.service.health import base_url, wait_until_ready
from bot.service.ports import PortInUseError, require_free
from bot.service.printing import Log
from bot.settings import ROOT, Settings, SettingsError, load

# The chat finishes the turns that it is in (bot/channels/lifetime.py); a container is given 30 seconds.
STOP_SECONDS = 28
START_SECONDS = 180

_ASKED_TO_STOP = {item["rc"] for item in honcho.manager.SIGNALS.values()}
_NOTHING_DELAY = 1.0
_NOT_YET = 0.2


class _Pair(Manager):  # type: ignore[misc]
    """Ends the chat first: its turns in hand need the action server until they are answered."""

    _terminating: bool

    def terminate(self) -> None:
        """End the chat, or what is left when it has ended. The loop calls this again after each end."""
        chat = self._processes["chat"]
        if "returncode" in chat:
            self._killall()
        elif "pid" not in chat:
            _later(_NOT_YET, self.terminate)
        elif not self._terminating:
            self._terminating = True
            self._procmgr.terminate(chat["pid"])
            _later(STOP_SECONDS, self._lose_patience)

    def _lose_patience(self) -> None:
        """Kill a chat that does not end. The loop itself counts only from the end of the first process."""
        chat = self._processes["chat"]
        if "returncode" not in chat:
            self._procmgr.kill(chat["pid"])


def _later(seconds: float, work: Callable[[], None]) -> None:
    timer = Timer(seconds, work)
    timer.daemon = True
    timer.start()


def become(model: Path) -> NoReturn:
    """Go on as a fresh process that serves ``model``: without what finding and training the model took.

    It stays in memory three times, since honcho keeps a copy of this process for each that it starts.
    """
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "bot.service.supervisor", str(model)])  # noqa: S606 - our own


def main(model: str) -> int:
    """Serve ``model`` with the settings of this process. Returns the exit code."""
    try:
        return serve(load(), Path(model))
    except (ModelError, PortInUseError, SettingsError) as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        return 130


def serve(settings: Settings, model: Path) -> int:
    """Serve until told to stop. Returns 0 after a signal, 1 when a process ended by itself.

    Raises ``PortInUseError`` and ``ModelError`` before anything is started.
    """
    require_free(settings.host, settings.port, "WAYMARK_PORT")
    if settings.action_url is None:
        require_free(settings.action_host, settings.action_port, "WAYMARK_ACTION_PORT")
    require_whole(model)
    settings.var_dir.mkdir(parents=True, exist_ok=True)
    honcho.manager.KILL_WAIT = STOP_SECONDS
    log = Log(as_json=settings.log_format == "json")
    manager = _Pair(log)
    environment = service_environment(settings)
    for name, command in _processes(settings, model).items():
        manager.add_process(name, _line(command), env=environment, cwd=str(ROOT))
    # A closed terminal is a reason to stop too; honcho itself knows only the other two signals.
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    over, late = Event(), Event()
    watch = (base_url(settings.host, settings.port), over, late)
    Thread(target=_announce, args=(log, *watch), daemon=True).start()
    manager.loop()
    over.set()
    if late.is_set():
        return log.fail(f"Stopped, because it was not ready within {START_SECONDS} seconds.")
    if manager.returncode not in _ASKED_TO_STOP:
        return log.fail("Stopped, because a process ended; what it said is above.")
    log.say("Stopped.")
    return 0


def _processes(settings: Settings, model: Path) -> dict[str, list[str]]:
    """Return the commands by their names; the actions' own only where they do not run elsewhere."""
    actions = {"actions": action_server()} if settings.action_url is None else {}
    return {**actions, "chat": chat_server(settings, model)}


def _failed(reason: str) -> int:
    print(reason, file=sys.stderr, flush=True)
    return 1


def _line(command: list[str]) -> str:
    """Return ``command`` for honcho's shell, which it replaces: signals and exit codes are then its own."""
    return f"exec {shlex.join(command)}"


def _announce(log: Log, url: str, over: Event, late: Event) -> None:
    """Print the address once it answers; set ``late`` and end everything when it does not in time."""
    if over.wait(_NOTHING_DELAY):  # honcho forks meanwhile, which is safest while this thread does nothing
        return
    log.say("Starting.")
    if wait_until_ready(url, START_SECONDS, given_up=over.is_set):
        log.say(f"Waymark is ready: {url}/chat   (Ctrl-C stops it)")
    elif not over.is_set():
        late.set()
        os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
