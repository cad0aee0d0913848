"""Codes in SQLite and, where PostgreSQL is installed, in a server of its own; a clock that tests move."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.resume.codes import Codes
from bot.resume.tries import METADATA


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server that listens on a socket file only."""
    if not shutil.which("pg_config"):
        pytest.skip("PostgreSQL is not installed")
    programs = Path(subprocess.check_output(["pg_config", "--bindir"], text=True).strip())
    if not (programs / "initdb").exists():
        pytest.skip("PostgreSQL's server is not installed")
    account = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}  # it refuses root
    with tempfile.TemporaryDirectory(prefix="waymark-") as name:
        folder = Path(name)
        if account:
            shutil.chown(folder, **account)

        def run(program: str, *arguments: str) -> None:
            command = [programs / program, *arguments]
            subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **account)

        run("initdb", "-D", f"{folder}/data", "-U", "waymark", "-A", "trust", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run("pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/log", "-o", options, "-w", "start")
        try:
            yield f"postgresql://waymark@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'waymark.db'}"
        return
    address = request.getfixturevalue("postgres")
    yield address
    METADATA.drop_all(sa.create_engine(address))


@pytest.fixture
def codes(url: str, clock: Clock) -> Codes:
    return Codes(url, clock)
