"""A PostgreSQL server of our own, from the packages of the machine, for tests and measurements."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

from typing_extensions import Self


class NoPostgresError(RuntimeError):
    """PostgreSQL's server is not installed."""


class Postgres:
    """A server with an empty database, which listens on a socket file only: ``with Postgres() as server``.

    ``durable`` lets it wait for the disk, as servers do. Raises :class:`NoPostgresError` when there is none
    to start.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self._programs = _programs()
        # It refuses to run as root.
        self._account = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        self._folder = tempfile.TemporaryDirectory(prefix="waymark-")
        self._fsync = "on" if durable else "off"
        self.url = f"postgresql://waymark@/postgres?host={self._folder.name}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        folder = self._folder.name
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync={self._fsync} "
            "-c max_connections=100"
        )
        self._run("pg_ctl", "-l", f"{folder}/log", "-o", options, "-w", "start")

    def stop(self, how: str = "immediate") -> None:
        """Stop it: ``immediate`` as a crash does, ``fast`` in order."""
        self._run("pg_ctl", "-m", how, "-w", "stop")

    def __enter__(self) -> Self:
        """Make the database and start."""
        if self._account:
            shutil.chown(self._folder.name, **self._account)
        self._run("initdb", "-U", "waymark", "-A", "trust", "--no-sync")
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop and remove everything."""
        self.stop()
        self._folder.cleanup()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-D", f"{self._folder.name}/data", *arguments]
        subprocess.run(  # noqa: S603 - our own commands
            command,
            check=True,
            cwd=self._folder.name,
            stdout=subprocess.DEVNULL,
            **self._account,  # type: ignore[call-overload]
        )


def _programs() -> Path:
    """Return the folder of PostgreSQL's programs."""
    if not shutil.which("pg_config"):
        raise NoPostgresError("pg_config is not installed")
    folder = Path(subprocess.check_output(["pg_config", "--bindir"], text=True).strip())  # noqa: S607
    if not (folder / "initdb").exists():
        raise NoPostgresError("PostgreSQL's server is not installed")
    return folder
