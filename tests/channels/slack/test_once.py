from __future__ import annotations

import asyncio

import pytest

from tests.channels.service import ScriptedAgent
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent, mention, said

REASONS = ("http_timeout", "http_error", "connection_failed")


async def test_a_second_delivery_is_not_answered_whatever_its_reason(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    envelope = mention("what does pmp cost")
    assert (await slack.event(envelope)).status == 200
    for number, reason in enumerate(REASONS, start=1):
        headers = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        assert (await slack.event(envelope, **headers)).status == 200
    assert (await slack.event(envelope)).status == 200
    await fake.silence()
    assert len(fake.posts()) == 1
    assert agent.received == ["what does pmp cost"]


async def test_both_events_of_one_message_are_answered_once(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    first = mention("what does pmp cost")
    thread = first["event"]["ts"]
    await slack.event(first)
    await fake.wait("chat.postMessage")
    asked = mention("and capm?", thread_ts=thread)
    same = said(asked["event"]["text"], ts=asked["event"]["ts"], thread_ts=thread)
    await asyncio.gather(slack.event(same), slack.event(asked))
    await fake.silence()
    assert agent.received == ["what does pmp cost", "and capm?"]
    assert len(fake.posts()) == 2


async def test_the_message_beside_a_first_mention_is_not_answered(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    asked = mention("what does pmp cost")
    await slack.event(said(asked["event"]["text"], ts=asked["event"]["ts"]))
    await slack.event(asked)
    await fake.silence()
    assert agent.received == ["what does pmp cost"]


@pytest.mark.parametrize("reason", REASONS)
async def test_a_repeated_delivery_that_is_seen_first_is_answered(
    slack: Sent, fake: FakeSlack, reason: str
) -> None:
    headers = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": reason}
    await slack.event(mention("what does pmp cost"), **headers)
    assert len(await fake.wait("chat.postMessage")) == 1


async def test_the_same_event_many_times_at_once_is_answered_once(slack: Sent, fake: FakeSlack) -> None:
    envelope = mention("what does pmp cost")
    replies = await asyncio.gather(*(slack.event(envelope) for _ in range(20)))
    assert {reply.status for reply in replies} == {200}
    await fake.silence()
    assert len(fake.posts()) == 1
