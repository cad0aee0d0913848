"""The turn that runs: what is known of it, for its metrics and for its line in the log."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import sha256

from structlog.contextvars import bound_contextvars

from bot.watching import metrics

logger = logging.getLogger(__name__)

STAGES = ("nlu", "policies", "action", "store")


@dataclass
class Turn:
    """A turn under way. ``stages`` holds seconds, ``answers`` the ids of what was said so far.

    ``request`` names the turn in the logs of both processes; ``fault`` is one of ``FAULTS`` once something
    went wrong.
    """

    channel: str
    talk: str
    request: str = field(default_factory=lambda: secrets.token_hex(6))
    stages: dict[str, float] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    fault: str | None = None


_running: ContextVar[Turn | None] = ContextVar("turn", default=None)


def talk_of(conversation: str) -> str:
    """Return a short name of ``conversation`` for the log, from which the conversation cannot be found."""
    return sha256(conversation.encode("utf-8", "replace")).hexdigest()[:10]


def running() -> Turn | None:
    """Return the turn that this task runs."""
    return _running.get()


@contextmanager
def watched(channel: str, conversation: str, words: str | None = None) -> Iterator[Turn]:
    """Watch a turn; count and log it when it ends. ``words`` are logged, None when they must not be."""
    turn = Turn(channel, talk_of(conversation))
    token = _running.set(turn)
    started = time.perf_counter()
    try:
        with bound_contextvars(talk=turn.talk, request=turn.request):
            try:
                yield turn
            except BaseException as error:
                turn.fault = turn.fault or metrics.fault_of(error)
                raise
            finally:
                if not turn.answers:
                    turn.fault = turn.fault or "silent"
                _end(turn, time.perf_counter() - started, words)
    finally:
        _running.reset(token)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Add the time of this block to the stage ``name`` of the turn that runs, if one does."""
    turn = _running.get()
    if turn is None:
        yield
        return
    started = time.perf_counter()
    try:
        yield
    finally:
        turn.stages[name] = turn.stages.get(name, 0.0) + time.perf_counter() - started


def said(answer_id: str) -> None:
    """Note that the turn that runs says the answer ``answer_id``, "" for words without an id."""
    if turn := _running.get():
        turn.answers.append(answer_id)


def fault(kind: str) -> None:
    """Note what went wrong in the turn that runs; the first fault counts, as it led to the others."""
    if turn := _running.get():
        turn.fault = turn.fault or kind


def _end(turn: Turn, seconds: float, words: str | None) -> None:
    metrics.count_turn(turn.channel, seconds, turn.stages, turn.answers, turn.fault)
    details: dict[str, object] = {
        "channel": turn.channel,
        "outcome": turn.fault or "answered",
        "answer": ", ".join(filter(None, turn.answers)) or None,
        "milliseconds": round(1000 * seconds),
        **{f"{name}_milliseconds": round(1000 * taken) for name, taken in turn.stages.items()},
    }
    if words is not None:
        details["words"] = words
    if turn.fault:
        logger.error("A turn failed (%s) after %.0f ms.", turn.fault, 1000 * seconds, extra=details)
    else:
        logger.info("A turn took %.0f ms.", 1000 * seconds, extra=details)
