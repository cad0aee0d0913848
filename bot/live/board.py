"""Where a reload is asked for and where each server says what came of it: small files of the var directory.

Files reach every server of the machine, however many there are and whatever ports they have, and a server
that starts later finds nothing to do. They are written whole or not at all.
"""

from __future__ import annotations

import json
import os
import socket
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Request:
    """A wish to reload: ``id`` tells it from others, ``digest`` is that of the files that were checked."""

    id: str
    digest: str


@dataclass(frozen=True)
class Report:
    """What a server has loaded.

    ``request`` is the last request that it dealt with, None when it has only started. ``loaded`` tells
    whether it uses what was asked for; otherwise ``faults`` say why it kept the old. ``training``
    lists what counts only after training.
    """

    name: str
    host: str
    pid: int
    request: str | None = None
    loaded: bool = True
    faults: tuple[str, ...] = ()
    training: tuple[str, ...] = ()


class Board:
    """The files below ``var_dir``. Methods raise ``OSError`` when the directory cannot be used."""

    def __init__(self, var_dir: Path) -> None:
        self._asked = var_dir / "reload" / "request.json"
        self._servers = var_dir / "reload" / "servers"

    def ask(self, request: Request) -> None:
        """Ask all servers to reload."""
        _write(self._asked, asdict(request))

    def asked(self) -> Request | None:
        """Return the newest request, None when there was never one."""
        found = _read(self._asked)
        return Request(str(found["id"]), str(found["digest"])) if found else None

    def report(self, report: Report) -> None:
        """Put up what a server has loaded, in place of what it said before."""
        _write(self._place(report.name, report.pid), asdict(report))

    def take_down(self, name: str) -> None:
        """Take down what this process has said as the server ``name``: it ends."""
        self._place(name, os.getpid()).unlink(missing_ok=True)

    def reports(self) -> list[Report]:
        """Return what the running servers of this machine say, and take down what ended ones have said."""
        reports = []
        for path in sorted(self._servers.glob(f"{host()}-*.json")):
            found = _read(path)
            if found is None:
                continue
            report = Report(
                **{**found, "faults": tuple(found["faults"]), "training": tuple(found["training"])}
            )
            if _runs(report.pid):
                reports.append(report)
            else:
                path.unlink(missing_ok=True)
        return reports

    def _place(self, name: str, pid: int) -> Path:
        return self._servers / f"{host()}-{pid}-{name}.json"


def host() -> str:
    """Return the name of this machine."""
    return socket.gethostname()


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's, so it is there
        return True
    return True


def _write(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    draft.write_text(json.dumps(data), encoding="utf-8")
    draft.replace(path)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return found
