"""The whole service as a context manager, on free ports, for tests and tools."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from typing_extensions import Self

from bot.service.commands import LOOPBACK
from bot.service.health import base_url, wait_until_ready
from bot.service.ports import free_ports
from bot.service.supervisor import STOP_SECONDS
from bot.settings import ROOT

_START_SECONDS = 600  # with training


class ServiceError(RuntimeError):
    """The service did not start, or did not stop cleanly; the message holds what it printed."""


class Service:
    """A running Waymark: ``with Service() as service: requests.get(service.url + "/health")``.

    ``port`` and ``action_port`` are free ones unless given. What it stores goes to a folder that is removed
    at the end, unless ``database_url`` says otherwise. ``environment`` adds to the process's own.
    """

    def __init__(
        self,
        port: int | None = None,
        action_port: int | None = None,
        database_url: str | None = None,
        environment: dict[str, str] | None = None,
    ) -> None:
        free = free_ports(2)
        self.port = port or free[0]
        self.action_port = action_port or free[1]
        self.url = base_url(LOOPBACK, self.port)
        self._folder = tempfile.TemporaryDirectory(prefix="waymark-")
        self.log = Path(self._folder.name) / "service.log"
        self._environment = {
            **os.environ,
            "WAYMARK_HOST": LOOPBACK,
            "WAYMARK_PORT": str(self.port),
            "WAYMARK_ACTION_PORT": str(self.action_port),
            "WAYMARK_VAR_DIR": self._folder.name,
            "WAYMARK_DATABASE_URL": database_url or "",
            **(environment or {}),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it is ready; :class:`ServiceError` when it ends or takes too long."""
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "bot.service", "run"],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._process = process
        if not wait_until_ready(self.url, _START_SECONDS, given_up=lambda: process.poll() is not None):
            said = self.log.read_text()
            self.stop()
            raise ServiceError(f"The service did not start. It said:\n{said}")

    @property
    def pid(self) -> int:
        """Return the id of the process that started the others. It must be running."""
        assert self._process is not None, "the service is not running"
        return self._process.pid

    def stop(self) -> int | None:
        """End both processes, remove what was stored, and return the exit code (None: it never ran)."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS + 10)
        process.kill()
        code = process.wait()
        self._folder.cleanup()
        return code

    def __enter__(self) -> Self:
        """Start it."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        self.stop()
