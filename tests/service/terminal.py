"""A terminal of 24 lines and 80 columns that a test types in and reads."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from typing_extensions import Self

CTRL_C, ENTER = "\x03", "\r"
_WHERE_IS_THE_CURSOR, _IN_THE_CORNER = b"\x1b[6n", b"\x1b[1;1R"
_TAKES_THE_TERMINAL = (
    "import fcntl, os, sys, termios; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")


class Terminal:
    """A program in a terminal of its own: what it shows is ``shown``, without colours and cursor moves."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str] | None = None) -> None:
        self._fd, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", _TAKES_THE_TERMINAL, *command],
            cwd=folder,
            env={**os.environ, "TERM": "xterm", **(environment or {})},
            stdin=inside,
            stdout=inside,
            stderr=inside,
        )
        os.close(inside)
        self._raw = b""

    @property
    def shown(self) -> str:
        return _ESCAPES.sub("", self._raw.decode("utf-8", "replace")).replace("\r", "")

    def wait_for(self, text: str, seconds: float = 60, after: int = 0) -> int:
        """Read until ``text`` was shown after position ``after`` of ``shown``; return the position behind it."""
        deadline = time.monotonic() + seconds
        while (found := self.shown.find(text, after)) < 0:
            assert time.monotonic() < deadline, f"{text!r} was not shown. What was:\n{self.shown}"
            assert self._read(0.2), f"{text!r} was not shown before the end. What was:\n{self.shown}"
        return found + len(text)

    def type(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def end(self, seconds: float = 30) -> int:
        """Read until the program ends and return its exit code."""
        deadline = time.monotonic() + seconds
        while self._read(0.2):
            assert time.monotonic() < deadline, f"It did not end. What it showed:\n{self.shown}"
        code = self._process.wait(10)
        os.close(self._fd)
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """End what a failed test left behind."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(30)

    def _read(self, seconds: float) -> bool:
        """Read what is there within ``seconds``; False at the end."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return self._process.poll() is None
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux says so when the last program has closed the terminal
            return False
        self._raw += data
        if _WHERE_IS_THE_CURSOR in data:
            os.write(self._fd, _IN_THE_CORNER)
        return bool(data)
