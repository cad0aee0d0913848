"""Sanic's log without stack traces: a stranger who sends no HTTP could fill it with them, and with words."""

from __future__ import annotations

import logging

from bot.channels.errors import describe

_LOGGERS = ("sanic.root", "sanic.error")


def leave_out_traces() -> None:
    """Let sanic log of an exception its class and place only; doing it again changes nothing."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_shortened)


def _shortened(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        record.msg, record.args = f"{record.getMessage()}: {describe(error)}", ()
        record.exc_info = record.exc_text = None
    return True
