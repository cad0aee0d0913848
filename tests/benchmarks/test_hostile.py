"""A few hundred of the hostile requests that ``python -m benchmarks.hostile`` sends, to the real service."""

from __future__ import annotations

import os
import random

import pytest

from benchmarks.hostile import Report, _faults, attack
from benchmarks.hostile_requests import KINDS, hostile
from benchmarks.memory import memory
from bot.service.running import Service

# They come slowly on a busy machine; what never comes is a failure all the same.
PATIENCE = 60.0


@pytest.fixture(scope="module")
def report() -> Report:
    """What became of 300 requests, with a service of their own: memory and log are looked at."""
    with Service(environment={"LOG_LEVEL": "INFO"}) as service:
        return attack(service, 300, seed=7, patience=PATIENCE)


def test_nothing_stops_the_service_leaks_or_fails(report: Report) -> None:
    assert report.failures == []


def test_every_kind_was_tried(report: Report) -> None:
    assert {kind for kind, _ in report.statuses} == {"opening", *KINDS}
    assert 300 <= report.tried <= 330


def test_memory_does_not_grow(report: Report) -> None:
    assert report.memory_after < report.memory_before + 50


def test_the_same_seed_makes_the_same_requests() -> None:
    first, second = (random.Random(3) for _ in range(2))  # noqa: S311
    assert [hostile(first) for _ in range(100)] == [hostile(second) for _ in range(100)]


@pytest.mark.parametrize(
    ("status", "body", "count"),
    [
        (200, b'{"messages": []}', 0),
        (400, b'{"error": {"code": "bad_json", "message": "No."}}', 0),
        (500, b"{}", 1),
        (400, b"Traceback (most recent call last)", 1),
    ],
)
def test_what_counts_as_a_fault(status: int, body: bytes, count: int) -> None:
    assert len(_faults(status, body)) == count


def test_memory_is_that_of_a_process_and_its_children() -> None:
    assert 20 < memory(os.getpid()) < 20_000
