"""What the service counts, for Prometheus (docs/operations.md lists it).

The values of labels come from closed sets only: never a text of a person, an id of a talk or anything else of
which there can be many.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.answer_id import REFUSALS, AnswerId
from bot.watching.faults import FAULTS

CHANNELS = frozenset({"web", "slack", "shell"})
PARTS = ("model", "actions", "store", "rehearsal")
OTHER = "other"
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0)

disable_created_metrics()  # type: ignore[no-untyped-call]  # series of which nobody asks
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

TURNS = Counter("waymark_turns", "Turns that ended", ["channel", "outcome"], registry=REGISTRY)
SECONDS = Histogram(
    "waymark_turn_seconds", "Time of a turn, by stage", ["stage"], buckets=_BUCKETS, registry=REGISTRY
)
ANSWERS = Counter("waymark_answers", "Answers, by the kind of their id", ["kind"], registry=REGISTRY)
REFUSED = Counter("waymark_refusals", "Questions that were declined", ["reason"], registry=REGISTRY)
FEEDBACK = Counter("waymark_feedback", "Thumbs on answers", ["vote", "reason"], registry=REGISTRY)
ERRORS = Counter("waymark_errors", "What went wrong in turns", ["kind"], registry=REGISTRY)
TURNED_AWAY = Counter("waymark_requests_refused", "Requests that got an error", ["code"], registry=REGISTRY)
IN_HAND = Gauge("waymark_turns_in_hand", "Turns that run or wait for one another", registry=REGISTRY)
UP = Gauge("waymark_part_up", "1 for a part that is there (as /health says)", ["part"], registry=REGISTRY)
PURGED = Counter("waymark_purged_rows", "Rows deleted because of their age", ["table"], registry=REGISTRY)
PURGE_DONE = Gauge(
    "waymark_purge_done_timestamp_seconds", "When old talks were last deleted", registry=REGISTRY
)

for _kind in FAULTS:  # so that an alert sees the first one too
    ERRORS.labels(_kind)


def count_turn(
    channel: str, seconds: float, stages: Mapping[str, float], answers: Sequence[str], fault: str | None
) -> None:
    """Count a turn that took ``seconds``, of which ``stages`` tell where; ``answers`` are the ids it said."""
    outcome = "failed" if fault else "answered"
    TURNS.labels(channel if channel in CHANNELS else OTHER, outcome).inc()
    SECONDS.labels("whole").observe(seconds)
    for name, taken in stages.items():
        SECONDS.labels(name).observe(taken)
    for answer in answers:
        _count_answer(answer)
    if fault:
        count_fault(fault)


def count_fault(kind: str) -> None:
    """Count something that went wrong."""
    ERRORS.labels(kind if kind in FAULTS else OTHER).inc()


def count_vote(vote: str, reason: str | None) -> None:
    """Count a thumb. Both come from the lists that the guard of the API knows."""
    FEEDBACK.labels(vote, reason or "none").inc()


def fault_of(error: BaseException) -> str:
    """Return the kind of fault that ``error`` is, by its class and those of its causes."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, (SQLAlchemyError, OSError)):
            return "store"
        if isinstance(seen, asyncio.TimeoutError):
            return "slow"
        seen = seen.__cause__
    return OTHER


def _count_answer(answer: str) -> None:
    try:
        parsed = AnswerId.parse(answer)
    except ValueError:
        ANSWERS.labels(OTHER).inc()
        return
    ANSWERS.labels(parsed.kind).inc()
    if parsed.kind == "out_of_scope" and parsed.parts[0] in REFUSALS:
        REFUSED.labels(parsed.parts[0]).inc()
