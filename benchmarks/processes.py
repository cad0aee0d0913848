"""Running processes and what they use: memory, processor time."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import psutil
from typing_extensions import Self

_STOP_SECONDS = 25
_POLL_SECONDS = 0.1


class Memory(NamedTuple):
    """Memory of a process in MB: resident, and its proportional part, in which a shared page counts once."""

    process: str
    rss: float
    pss: float


class Processes:
    """The processes of a bot, as a context manager: started together, ended together with all their children.

    ``commands`` run in ``folder`` with ``environment``; what they print goes to ``log``. ``at_end`` is called
    when all have ended.
    """

    def __init__(
        self,
        commands: Sequence[Sequence[str]],
        folder: Path,
        environment: Mapping[str, str],
        log: Path,
        at_end: Callable[[], None] = lambda: None,
    ) -> None:
        self._commands = commands
        self._folder = folder
        self._environment = environment
        self._log = log
        self._at_end = at_end
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        """Start them."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("wb") as log:
            for command in self._commands:
                self._running.append(
                    subprocess.Popen(  # noqa: S603 - our own commands
                        command,
                        cwd=self._folder,
                        env={**self._environment},
                        stdin=subprocess.DEVNULL,
                        stdout=log,
                        stderr=subprocess.STDOUT,
                        start_new_session=True,
                    )
                )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End them; what does not end in time is killed."""
        everyone = self.all()
        for process in self._running:
            process.send_signal(signal.SIGTERM)
        _, left = psutil.wait_procs(everyone, timeout=_STOP_SECONDS)
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=1)
        for process in self._running:
            process.wait()
        self._at_end()

    def all(self) -> list[psutil.Process]:
        """Return the processes and their children that are alive."""
        found = []
        for started in self._running:
            with suppress(psutil.NoSuchProcess):
                process = psutil.Process(started.pid)
                found += [process, *process.children(recursive=True)]
        return found

    def memory(self) -> list[Memory]:
        """Return the memory of each process; where the system has no PSS (not Linux), RSS stands for it."""
        return [_memory(process) for process in self.all()]

    def processor_seconds(self) -> float:
        """Return the processor time, user and system, that the processes have used so far."""
        return sum(sum(process.cpu_times()[:2]) for process in self.all())

    def wait_until(self, ready: Callable[[], bool], seconds: float) -> float:
        """Wait until ``ready()``; return how many seconds it took from now.

        Raises ``RuntimeError`` with what was printed when a process ends before, or it takes longer.
        """
        started = time.monotonic()
        while not ready():
            over = time.monotonic() - started > seconds
            if over or any(process.poll() is not None for process in self._running):
                raise RuntimeError(f"It was not ready. It said:\n{self._log.read_text(errors='replace')}")
            time.sleep(_POLL_SECONDS)
        return time.monotonic() - started


def _memory(process: psutil.Process) -> Memory:
    full = process.memory_full_info()
    return Memory(_role(process.cmdline()), full.rss / 1e6, getattr(full, "pss", full.rss) / 1e6)


def _role(command: list[str]) -> str:
    """Return what a process is by the words of its command line."""
    if {"actions", "actions.server"} & set(command):
        return "action server"
    return "chat server" if "rasa" in command else "supervisor"


def clean_environment() -> dict[str, str]:
    """Return this process's environment with compiled modules kept, without which each start takes long."""
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
