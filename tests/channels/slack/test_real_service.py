"""The checks that matter most, with the trained model, the real action server and real Rasa."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.service.running import Service, ServiceError
from bot.settings import ROOT
from tests.channels.slack.fake import FakeSlack, Trouble
from tests.channels.slack.people import Sent, buttons, command, mention, said, thumb
from tests.channels.slack.real import fake_in_a_thread, kill_all, service_for
from tests.channels.slack.test_home import opened

TOKENS = re.compile(rb"xox[abpers]-[\w-]+|xapp-[\w-]+")


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeSlack]:
    with fake_in_a_thread() as server:
        yield server
        assert server.refused == []


@pytest.fixture(scope="module")
def service(fake: FakeSlack) -> Iterator[Service]:
    with service_for(fake) as running:
        yield running


@pytest.fixture
async def slack(service: Service, fake: FakeSlack) -> AsyncIterator[Sent]:
    """Slack's side, with a record of its own: what earlier tests did is cleared away."""
    await fake.silence(0.3)
    fake.calls.clear()
    fake.messages.clear()
    async with aiohttp.ClientSession() as http:
        yield Sent(http, service.url, fake)


def messages(fake: FakeSlack) -> list[dict[str, Any]]:
    return list(fake.messages.values())


async def test_mention_answer_and_button(slack: Sent, fake: FakeSlack) -> None:
    event = await slack.mention("can PMO become PM?")
    (call,) = await fake.wait("chat.postMessage")
    assert call.given["thread_ts"] == event["ts"]
    kinds = [block["type"] for block in call.given["blocks"]]
    assert kinds == ["markdown", "actions", "context", "context_actions"]
    assert call.given["text"].startswith("Yes")
    assert fake.acted() == ["assistant.threads.setStatus", "chat.postMessage"]
    titles = [element["text"]["text"] for _, element in buttons(messages(fake)[0])]
    assert "How do I become a project manager?" in titles
    await slack.press(messages(fake)[0], titles.index("How do I become a project manager?"))
    await fake.wait("chat.postMessage", 2)
    assert fake.posts()[1]["thread_ts"] == event["ts"]
    assert fake.posts()[1]["text"] != fake.posts()[0]["text"]
    assert "actions" not in [block["type"] for block in messages(fake)[0]["blocks"]]
    assert slack.slowest < 3


async def test_the_thread_keeps_the_context_without_a_mention(slack: Sent, fake: FakeSlack) -> None:
    event = await slack.mention("what does the PMP cost?")
    await slack.event(said("and capm?", thread_ts=event["ts"]))
    await fake.wait("chat.postMessage", 2)
    assert "CAPM" in fake.posts()[1]["text"]


async def test_once_for_every_way_it_comes(slack: Sent, fake: FakeSlack) -> None:
    envelope = mention("scrum master salary uk")
    await asyncio.gather(*(slack.event(envelope) for _ in range(5)))
    await slack.event(envelope, **{"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"})
    await fake.silence()
    assert len(fake.posts()) == 1


async def test_a_forged_request_is_refused(slack: Sent, fake: FakeSlack) -> None:
    envelope = mention("what does the PMP cost?")
    assert (await slack.event(envelope, secret="another")).status == 401
    assert (await slack.event(envelope)).status == 200
    assert len(await fake.wait("chat.postMessage")) == 1


async def test_restart_is_words(slack: Sent, fake: FakeSlack) -> None:
    await slack.mention("/restart")
    (call,) = await fake.wait("chat.postMessage")
    assert call.given["text"]


async def test_the_tell_me_more_button(slack: Sent, fake: FakeSlack) -> None:
    await slack.direct("what is the pmp")
    await fake.wait("chat.postMessage")
    assert buttons(messages(fake)[0])[0][1]["text"]["text"] == "Tell me more"
    await slack.press(messages(fake)[0])
    await fake.wait("chat.postMessage", 2)
    assert fake.posts()[0]["text"] != fake.posts()[1]["text"]


async def test_the_map_comes_as_a_file(slack: Sent, fake: FakeSlack) -> None:
    await slack.direct("path from PMO analyst to COO")
    await fake.wait("files.completeUploadExternal", seconds=20)
    (asked,) = fake.made("files.getUploadURLExternal")
    assert "PMO analyst" in asked.given["alt_txt"]


async def test_a_guided_talk_by_buttons(slack: Sent, fake: FakeSlack) -> None:
    await slack.direct("am i eligible for pmp")
    await fake.wait("chat.postMessage")
    for turn in range(2, 5):
        post = messages(fake)[-1]
        if not buttons(post):
            break
        await slack.press(post)
        await fake.wait("chat.postMessage", turn)
    assert len(fake.posts()) == 4
    assert len({post["thread_ts"] for post in fake.posts()}) == 1


async def test_a_saved_talk_goes_on_in_slack(slack: Sent, fake: FakeSlack, service: Service) -> None:
    async def web(path: str, token: str = "", **body: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        reply = await slack.http.post(f"{service.url}/chat/api/{path}", json=body, headers=headers)
        return dict(await reply.json())

    token = (await web("conversations"))["token"]
    await web("messages", token, text="i am a pmo analyst with a bachelor's degree")
    answer = await web("messages", token, text="save")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}", answer["messages"][0]["text"])
    assert code is not None
    await slack.direct(f"resume {code[0]}")
    (call,) = await fake.wait("chat.postMessage")
    assert "PMO analyst" in call.given["text"]


async def test_the_home_tab_and_forgetting(slack: Sent, fake: FakeSlack, service: Service) -> None:
    event = await slack.direct("i am a pmo analyst with a bachelor's degree", user="U77", channel="D77")
    await fake.wait("chat.postMessage")
    await slack.event(opened("home", "U77"))
    (shown,) = await fake.wait("views.publish")
    assert "Job: a PMO analyst" in json.dumps(shown.given)
    assert rows(service, f"slack:T1:D77:{event['ts']}") > 0
    await slack.direct("forget me", user="U77", channel="D77", thread_ts=event["ts"])
    await fake.wait("chat.postMessage", 2)
    await slack.press(messages(fake)[-1])
    await fake.wait("chat.postMessage", 3)
    assert fake.posts()[2]["text"].startswith("Done")
    assert rows(service, f"slack:T1:D77:{event['ts']}") == 0


async def test_a_vote_is_stored_with_its_talk(slack: Sent, fake: FakeSlack, service: Service) -> None:
    event = await slack.mention("what does the PMP cost?")
    await fake.wait("chat.postMessage")
    await slack.form({"payload": json.dumps(thumb(fake, messages(fake)[0], "positive_button"))})
    await fake.wait("chat.postEphemeral")
    with sqlite3.connect(database(service)) as connection:
        found = connection.execute(
            "SELECT channel, answer, vote FROM feedback WHERE conversation = ?",
            (f"slack:T1:C1:{event['ts']}",),
        ).fetchall()
    assert found == [("slack", "credential/pmp/cost", "up")]


async def test_a_command_is_acknowledged_at_once(slack: Sent, fake: FakeSlack) -> None:
    reply = await slack.form(command(fake, "what does the PMP cost?"))
    assert reply.status == 200
    assert slack.slowest < 3
    await fake.wait("chat.postMessage", 2)
    assert "PMP" in fake.posts()[1]["text"]


@pytest.mark.parametrize("count", [40, 80])
async def test_a_burst_of_first_messages_is_acknowledged_in_time(
    slack: Sent, fake: FakeSlack, count: int, record_property: Any
) -> None:
    asked = ("can PMO become PM?", "what does the PMP cost?", "scrum master salary uk", "do i need a degree")
    burst = (slack.mention(asked[n % 4], channel=f"C{count}N{n}", user=f"U{n}") for n in range(count))
    await asyncio.gather(*burst)
    record_property("slowest", slack.slowest)
    print(f"slowest acknowledgement of {count}: {slack.slowest:.2f} s")
    assert slack.slowest < 3
    await fake.wait("chat.postMessage", count, seconds=90)
    await fake.silence(0.5)
    assert sorted(post["channel"] for post in fake.posts()) == sorted(f"C{count}N{n}" for n in range(count))


async def test_no_token_is_in_logs_store_or_repository(
    service: Service, slack: Sent, fake: FakeSlack
) -> None:
    fake.trouble("chat.postMessage", Trouble())
    await slack.mention("what does the PMP cost?", channel="C2")
    await fake.wait("chat.postMessage")
    for kept in service.log.parent.rglob("*"):
        assert kept.is_dir() or not TOKENS.findall(kept.read_bytes()), kept
    tracked = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT).split(b"\0")
    for name in filter(None, tracked):
        path = ROOT / name.decode()
        if path.is_file() and "tests" not in path.relative_to(ROOT).parts[:1]:
            assert not TOKENS.findall(path.read_bytes()), path


def database(service: Service) -> Path:
    return service.log.parent / "waymark.db"


def rows(service: Service, conversation: str) -> int:
    with sqlite3.connect(database(service)) as connection:
        query = "SELECT count(*) FROM events WHERE sender_id = ?"
        return int(connection.execute(query, (conversation,)).fetchone()[0])


async def test_what_was_acknowledged_is_answered_once_after_a_crash(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'waymark.db'}"
    with fake_in_a_thread() as fake:
        service = service_for(fake, url)
        service.start()
        fake.trouble("assistant.threads.setStatus", Trouble(delay=1.9, passes=True))
        async with aiohttp.ClientSession() as http:
            event = await Sent(http, service.url, fake).mention("can PMO become PM?")
        kill_all(service)
        assert fake.posts() == []
        with service_for(fake, url, service.port):
            (call,) = await fake.wait("chat.postMessage", seconds=60)
            await fake.silence(20)
            assert len(fake.posts()) == 1
            assert call.given["thread_ts"] == event["ts"]
            assert call.given["text"].startswith("Yes")
        service.stop()


def test_a_wrong_token_stops_the_start_with_a_clear_message(fake: FakeSlack) -> None:
    with pytest.raises(ServiceError, match="Slack does not take WAYMARK_SLACK_BOT_TOKEN") as failure:
        service_for(fake, WAYMARK_SLACK_BOT_TOKEN="xoxb-wrong").start()
    assert "xoxb-wrong" not in str(failure.value)
