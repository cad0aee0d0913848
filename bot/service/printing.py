"""What the supervisor prints: the lines of both processes and a few of its own, as text or as JSON lines."""

from __future__ import annotations

import json
import sys
from datetime import datetime, timezone
from threading import Lock

from honcho.manager import SYSTEM_PRINTER_NAME
from honcho.printer import Message, Printer

_OWN_NAME = "service"


class Log(Printer):  # type: ignore[misc]
    """Prints the lines of both processes with their names, and of honcho's own only why something ended.

    ``as_json`` keeps every line of the output a JSON object: those of the processes are already.
    """

    def __init__(self, *, as_json: bool) -> None:
        super().__init__(sys.stdout)
        self._as_json = as_json
        self._printing = Lock()

    def write(self, message: Message) -> None:
        """Print what honcho passes on."""
        if message.name == SYSTEM_PRINTER_NAME and "stopped (rc=" not in message.data:
            return
        with self._printing:
            if not self._as_json:
                super().write(message)
                return
            data = message.data
            text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
            for line in text.splitlines():
                own = message.name == SYSTEM_PRINTER_NAME
                print(line if _is_object(line) else _object(line, _OWN_NAME if own else message.name))
            sys.stdout.flush()

    def say(self, text: str) -> None:
        """Print a line of the supervisor's own, beside the thread that prints what the processes say."""
        with self._printing:
            print(_object(text, _OWN_NAME) if self._as_json else text, flush=True)

    def fail(self, reason: str) -> int:
        """Print why the service ended and return the exit code."""
        if self._as_json:
            self.say(reason)
        else:
            print(reason, file=sys.stderr, flush=True)
        return 1


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _object(line: str, process: str) -> str:
    """Return what a library or the interpreter printed by itself in the shape of our lines."""
    now = datetime.now(timezone.utc).isoformat().replace("+00:00", "Z")
    return json.dumps({"event": line, "at": now, "level": "info", "process": process}, ensure_ascii=False)
