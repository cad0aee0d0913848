"""Bursts, a crash, wrong and secret tokens, with the trained model."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.channels.slack import texts
from bot.service.running import ServiceError
from bot.settings import ROOT
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.serving import fake_slack
from tests.channels.slack.trouble import Trouble
from tests.channels.slack.with_model.real import (
    TOKENS,
    in_a_thread,
    kill_all,
    service_for,
)
from tests.channels.slack.with_model.stage import Part, Stage
from tests.channels.slack.with_model.staged import Staged
from tests.waiting import until

TOKEN_OF_SLACKS_OWN = re.compile(rb"(?:xox[a-z.]*|xapp)-(?:[A-Z0-9]+-)*\d{9,}-[\w-]{20,}")


async def test_a_slow_action_delays_no_acknowledgement(slack: Sent, fake: FakeSlack, stage: Stage) -> None:
    """Check 10: for a mention and for a command, with an action of five seconds."""
    stage.play(Part(delay=5), Part(delay=5))
    await slack.mention("what does the PMP cost?", channel="C10")
    reply = await slack.command("scrum master salary uk", user_id="U10")
    assert reply.status == 200
    assert "our direct messages" in await reply.text()
    assert slack.slowest < 3
    assert [post["channel"] for post in fake.posts()] in ([], ["D10"])
    await fake.wait("chat.postMessage", 3)
    assert sorted(post["channel"] for post in fake.posts()) == ["C10", "D10", "D10"]
    assert "PMP" in fake.posts(channel="C10")[0]["text"]


@pytest.mark.parametrize("count", [40, 80])
async def test_a_burst_of_first_messages_is_acknowledged_in_time(
    slack: Sent, fake: FakeSlack, count: int, record_property: Any
) -> None:
    """Check 10."""
    asked = ("can PMO become PM?", "what does the PMP cost?", "scrum master salary uk", "do i need a degree")
    burst = (slack.mention(asked[n % 4], channel=f"C{count}N{n}", user=f"U{n}") for n in range(count))
    await asyncio.gather(*burst)
    record_property("slowest", slack.slowest)
    print(f"slowest acknowledgement of {count}: {slack.slowest:.2f} s")
    assert slack.slowest < 3
    await fake.wait("chat.postMessage", count, seconds=90)
    await fake.silence(0.5)
    assert sorted(post["channel"] for post in fake.posts()) == sorted(f"C{count}N{n}" for n in range(count))


async def test_too_many_requests_are_repeated_when_slack_says_and_delivered_once(
    slack: Sent, fake: FakeSlack
) -> None:
    """Check 11."""
    fake.trouble("chat.postMessage", Trouble.too_many(1))
    await slack.mention("what does the PMP cost?", channel="C11")
    (call,) = await fake.wait("chat.postMessage")
    first, second = (tried.at for tried in fake.calls if tried.method == "chat.postMessage")
    assert second - first >= 1
    assert "PMP" in call.given["text"]
    await fake.silence()
    assert len(fake.posts()) == 1


async def test_an_error_of_slacks_or_of_the_action_becomes_one_plain_sentence(
    slack: Sent, fake: FakeSlack, stage: Stage, service: Staged
) -> None:
    """Check 11."""
    fake.trouble("chat.postMessage", Trouble())
    await slack.mention("what does the PMP cost?", channel="C11")
    await fake.wait("chat.postMessage")
    stage.play(Part(breaks_at="zanzibar"))
    await slack.mention("scrum master salary uk", channel="C11")
    await fake.wait("chat.postMessage", 2)
    await fake.silence()
    assert [post["text"] for post in fake.posts()] == [texts.FAILED] * 2
    said = service.log.read_text()
    assert "ValueError" in said
    assert "zanzibar" not in said


async def test_no_token_is_in_logs_store_or_repository(service: Staged, slack: Sent, fake: FakeSlack) -> None:
    """Check 19. The tests' own tokens have not the shape of Slack's."""
    fake.trouble("chat.postMessage", Trouble())
    await slack.mention("what does the PMP cost?", channel="C2")
    await fake.wait("chat.postMessage")
    for kept in service.log.parent.rglob("*"):
        assert kept.is_dir() or not TOKENS.findall(kept.read_bytes()), kept
    tracked = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT).split(b"\0")
    for name in filter(None, tracked):
        path = ROOT / name.decode()
        if path.is_file():
            pattern = TOKEN_OF_SLACKS_OWN if path.is_relative_to(ROOT / "tests") else TOKENS
            assert not pattern.findall(path.read_bytes()), path


async def test_what_was_acknowledged_is_answered_once_after_a_crash(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'waymark.db'}"
    with in_a_thread(fake_slack) as fake:
        service = service_for(fake, url)
        service.start()
        fake.trouble("assistant.threads.setStatus", Trouble(delay=1.9, passes=True))
        async with aiohttp.ClientSession() as http:
            event = await Sent(http, service.url, fake).mention("can PMO become PM?")
        kill_all(service)
        assert fake.posts() == []
        with sqlite3.connect(tmp_path / "waymark.db") as database:  # down for longer than a lease lasts
            assert database.execute("UPDATE slack_inbox SET leased_until = 0").rowcount == 1
        with service_for(fake, url, service.port):
            (call,) = await fake.wait("chat.postMessage", seconds=60)
            await until(lambda: not database.execute("SELECT id FROM slack_inbox").fetchall())
            await fake.silence()
            assert len(fake.posts()) == 1
            assert call.given["thread_ts"] == event["ts"]
            assert call.given["text"].startswith("Yes")
        service.stop()


def test_a_wrong_token_stops_the_start_with_a_clear_message(fake: FakeSlack) -> None:
    with pytest.raises(ServiceError, match="Slack does not take WAYMARK_SLACK_BOT_TOKEN") as failure:
        service_for(fake, WAYMARK_SLACK_BOT_TOKEN="xoxb-wrong").start()
    assert "xoxb-wrong" not in str(failure.value)
