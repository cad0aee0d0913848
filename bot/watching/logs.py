"""How log lines are written: readable text, or one JSON object a line.

Rasa brings structlog, whose formatter takes the lines of the standard library too, so that Rasa, its SDK,
Sanic and our own code all write in one way. No line carries the text of an exception or the values of a
database statement: both may quote what a person wrote.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import MutableMapping
from functools import partial
from typing import Any

import structlog
from structlog.types import Processor

from bot.settings import Settings
from bot.watching.faults import describe

OURS = ("bot", "actions")
_Line = MutableMapping[str, Any]
# SQLAlchemy tells the statement and its values after this, and the values are what a person wrote.
_STATEMENT = re.compile(r"\[SQL: .*", re.DOTALL)
_DUMPS = partial(json.dumps, ensure_ascii=False, default=str)


def set_up(settings: Settings, process: str) -> None:
    """Let everything in this process log to standard error in the format that ``settings`` name.

    ``process`` is its name in JSON lines. In JSON the turns are told too (level INFO of our own loggers).
    """
    as_json = settings.log_format == "json"
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_json_lines(process) if as_json else _text_lines())
    root = logging.getLogger()
    root.handlers = [handler]
    take_over_sanic()
    if as_json:
        logging.captureWarnings(capture=True)
    if as_json or settings.log_words == "on":
        for name in OURS:
            logging.getLogger(name).setLevel(logging.INFO)


def take_over_sanic() -> None:
    """Let Sanic write as everything else does; it sets up its own handlers again with each app."""
    for name in ("sanic.root", "sanic.error", "sanic.access", "sanic.server"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = True


def _json_lines(process: str) -> logging.Formatter:
    stamp = structlog.processors.TimeStamper(fmt="iso", utc=True, key="at")
    return _formatter(
        [partial(_named, process), structlog.stdlib.add_logger_name, stamp],
        structlog.processors.JSONRenderer(serializer=_DUMPS),
    )


def _text_lines() -> logging.Formatter:
    # The supervisor, systemd and containers all put the time before the line.
    return _formatter([structlog.stdlib.add_logger_name], _text)


def _formatter(more: list[Processor], renderer: Processor) -> logging.Formatter:
    """Return the formatter of standard log records whose lines ``renderer`` writes."""
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        *more,
        structlog.stdlib.ExtraAdder(),
        _without_texts,
    ]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )


def _named(process: str, _logger: object, _method: str, line: _Line) -> _Line:
    line["process"] = process
    return line


def _without_texts(_logger: object, _method: str, line: _Line) -> _Line:
    """Put the place of an exception instead of its text, and take the values out of a failed statement."""
    error = line.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        line["error"] = describe(error)
    line["event"] = _STATEMENT.sub("[statement not shown]", str(line["event"]))
    return line


def _text(_logger: object, _method: str, line: _Line) -> str:
    """Return a line as ``LEVEL logger: what happened  key=value``."""
    level, name, event = (line.pop(key, "") for key in ("level", "logger", "event"))
    details = "".join(f"  {key}={value}" for key, value in line.items() if value is not None)
    return f"{str(level).upper()} {name}: {event}{details}"
