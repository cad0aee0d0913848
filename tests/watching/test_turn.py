"""What is noted of a turn while it runs."""

from __future__ import annotations

import asyncio
import logging

import pytest
import sqlalchemy as sa
from prometheus_client import generate_latest

from bot.watching import metrics, turn
from bot.watching.faults import FAULTS


def value(name: str, **labels: str) -> float:
    return metrics.REGISTRY.get_sample_value(name, labels) or 0.0


def test_a_turn_is_counted_by_channel_stage_and_answer():
    names = [
        ("waymark_turns_total", {"channel": "web", "outcome": "answered"}),
        ("waymark_turn_seconds_count", {"stage": "nlu"}),
        ("waymark_turn_seconds_count", {"stage": "whole"}),
        ("waymark_answers_total", {"kind": "out_of_scope"}),
        ("waymark_answers_total", {"kind": "clarify"}),
        ("waymark_refusals_total", {"reason": "advice"}),
    ]
    before = [value(name, **labels) for name, labels in names]
    with turn.watched("web", "someone"):
        with turn.stage("nlu"):
            turn.said("out_of_scope/advice")
        turn.said("clarify")
    assert [value(name, **labels) for name, labels in names] == [number + 1 for number in before]


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (sa.exc.OperationalError("INSERT", {}, Exception("x")), "store"),
        (OSError("disk full"), "store"),
        (asyncio.TimeoutError(), "slow"),
        (SystemExit(1), "other"),
        (RuntimeError("x"), "other"),
    ],
)
def test_what_ends_a_turn_is_counted_by_its_kind(raised, kind):
    before = value("waymark_errors_total", kind=kind)
    with pytest.raises(type(raised)), turn.watched("web", "someone"):
        raise raised
    assert value("waymark_errors_total", kind=kind) == before + 1


def test_silence_is_a_fault_and_the_first_fault_counts():
    silent, down = (value("waymark_errors_total", kind=kind) for kind in ("silent", "action_down"))
    with turn.watched("web", "someone"):
        pass
    with turn.watched("web", "someone"):
        turn.fault("action_down")
        turn.fault("other")
    assert value("waymark_errors_total", kind="silent") == silent + 1
    assert value("waymark_errors_total", kind="action_down") == down + 1


def test_labels_come_from_closed_sets_whatever_was_said():
    with turn.watched("my channel hunter2", "someone"):
        turn.said("no/such hunter2")
        turn.said("out_of_scope/hunter2")
        turn.fault("hunter2")
    shown = generate_latest(metrics.REGISTRY).decode()
    assert "hunter2" not in shown
    kinds = {sample.labels["kind"] for family in metrics.ERRORS.collect() for sample in family.samples}
    assert kinds == set(FAULTS)


def test_the_log_names_the_talk_so_that_it_cannot_be_found(caplog):
    caplog.set_level(logging.INFO, logger="bot.watching.turn")
    with turn.watched("web", "someone", words=None):
        turn.said("clarify")
    with turn.watched("web", "someone", words="what I wrote"):
        turn.said("clarify")
    first, second = caplog.records
    assert "someone" not in f"{vars(first)}{vars(second)}"
    assert not hasattr(first, "words")
    assert second.words == "what I wrote"
    assert turn.talk_of("someone") != "someone"
    assert turn.talk_of("a\ud800") == turn.talk_of("a\ud800")


def test_outside_a_turn_nothing_is_noted():
    before = value("waymark_turn_seconds_count", stage="nlu")
    with turn.stage("nlu"):
        turn.said("clarify")
        turn.fault("store")
    assert turn.running() is None
    assert value("waymark_turn_seconds_count", stage="nlu") == before
