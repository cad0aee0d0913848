"""What Slack sends, each thing once: repeated, doubled, forged, over HTTP and over Socket Mode."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import Any

import pytest

from tests.channels.slack.buttons import number
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent, mention, said
from tests.channels.slack.sockets import deliver
from tests.channels.slack.with_model.quiet import QUIET
from tests.channels.slack.with_model.stage import Part, Stage

REASONS = ("http_timeout", "http_error", "connection_failed")


def again(reason: str) -> dict[str, str]:
    """Return the headers of a repeated delivery."""
    return {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": reason}


async def test_repeated_and_simultaneous_deliveries_are_answered_once(
    slack: Sent, fake: FakeSlack, stage: Stage
) -> None:
    """Check 4: the same event again, whatever its header says, and many times at once."""
    envelope = mention("scrum master salary uk")
    assert {reply.status for reply in await asyncio.gather(*(slack.event(envelope) for _ in range(20)))} == {
        200
    }
    for reason in REASONS:
        assert (await slack.event(envelope, **again(reason))).status == 200
    await fake.wait("chat.postMessage")
    assert (await slack.event(envelope)).status == 200
    await fake.silence()
    assert len(fake.posts()) == len(stage.heard) == 1


async def test_both_events_of_one_message_are_answered_once(
    slack: Sent, fake: FakeSlack, stage: Stage
) -> None:
    """Check 4: an ``app_mention`` and the ``message`` beside it, in either order, first and in a thread."""
    first = mention("what does the PMP cost?")
    thread = first["event"]["ts"]
    await slack.event(said(first["event"]["text"], ts=thread))
    await slack.event(first)
    await fake.wait("chat.postMessage")
    second = mention("and capm?", thread_ts=thread)
    same = said(second["event"]["text"], ts=second["event"]["ts"], thread_ts=thread)
    await asyncio.gather(slack.event(same), slack.event(second))
    await fake.silence()
    assert [heard.text for heard in stage.heard] == ["what does the PMP cost?", "and capm?"]
    assert len(fake.posts()) == 2


async def test_a_repeated_delivery_that_is_seen_first_is_answered(slack: Sent, fake: FakeSlack) -> None:
    """Check 4: the first delivery may be lost."""
    for reason in REASONS:
        await slack.event(mention("what does the PMP cost?", channel="C4"), **again(reason))
    assert len(await fake.wait("chat.postMessage", 3)) == 3


FORGED: tuple[dict[str, Any], ...] = ({"secret": "another"}, {"age": 400}, {"age": -400}, {"secret": None})


async def test_a_forged_request_is_refused_and_does_not_block_the_true_one(
    slack: Sent, fake: FakeSlack, stage: Stage
) -> None:
    """Check 5."""
    envelope = mention("what does the PMP cost?")
    for forged in FORGED:
        assert (await slack.event(envelope, **forged)).status == 401
    await fake.silence(0.5)
    assert fake.calls == []
    assert stage.heard == []
    assert (await slack.event(envelope)).status == 200
    assert len(await fake.wait("chat.postMessage")) == 1


async def test_slacks_own_checks_and_a_charset_are_taken(slack: Sent, fake: FakeSlack) -> None:
    """Check 6."""
    reply = await slack.event({"type": "url_verification", "challenge": "3eZbrw1aB", "token": "unused"})
    assert reply.status == 200
    assert "3eZbrw1aB" in await reply.text()
    for signed in ({}, {"secret": None}):
        assert (await slack.form({"ssl_check": "1", "token": "unused"}, **signed)).status == 200
    with_charset = mention("what does the PMP cost?")
    assert (await slack.event(with_charset, kind="application/json; charset=utf-8")).status == 200
    assert len(await fake.wait("chat.postMessage")) == 1


async def test_what_asks_nothing_is_not_answered(slack: Sent, fake: FakeSlack, stage: Stage) -> None:
    """Check 8."""
    for envelope in QUIET.values():
        assert (await slack.event(envelope)).status == 200
    await fake.silence()
    assert fake.acted() == []
    assert stage.heard == []


@pytest.mark.parametrize("first", ["socket", "http"])
async def test_the_same_event_over_socket_mode_and_http_is_answered_once(
    slack: Sent, fake: FakeSlack, stage: Stage, first: str
) -> None:
    """Check 15; the envelope is acknowledged before the action has answered."""
    envelope = mention("what does the PMP cost?", channel="C15")
    acknowledged = Event()
    stage.play(Part(until=acknowledged))
    if first == "http":
        await slack.event(envelope)
    assert await deliver(fake, "events_api", envelope, f"e-{number()}") < 3
    assert fake.posts() == []
    acknowledged.set()
    await slack.event(envelope)
    await fake.wait("chat.postMessage")
    await fake.silence()
    assert len(fake.posts()) == len(stage.heard) == 1
