from __future__ import annotations

import json

from tests.channels.service import ScriptedAgent, echo
from tests.channels.slack.conftest import changed, working
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent, said
from tests.channels.slack.scripts import after


async def test_a_thread_is_followed_without_a_new_mention(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    first = await slack.mention("what does pmp cost")
    await slack.event(said("and capm?", thread_ts=first["ts"]))
    await fake.wait("chat.postMessage", 2)
    assert agent.received == ["what does pmp cost", "and capm?"]
    assert [post["thread_ts"] for post in fake.posts()] == [first["ts"]] * 2


async def test_words_to_somebody_else_in_the_thread_are_left_alone(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    first = await slack.mention("what does pmp cost")
    await slack.event(said("<@U8> what do you think?", thread_ts=first["ts"]))
    await slack.event(said("<@UBOT1> and capm?", thread_ts=first["ts"]))
    await fake.wait("chat.postMessage", 2)
    await fake.silence(0.4)
    assert agent.received == ["what does pmp cost", "and capm?"]


async def test_messages_of_a_thread_are_answered_in_their_order(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = after(0.2, echo)
    first = await slack.mention("one")
    for text in ("two", "three", "four"):
        await slack.event(said(text, thread_ts=first["ts"]))
    await fake.wait("chat.postMessage", 4)
    assert [post["text"] for post in fake.posts()] == [
        f"You said: {text}" for text in ("one", "two", "three", "four")
    ]


async def test_a_direct_message_begins_a_thread_of_its_own(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    one, two = await slack.direct("one"), await slack.direct("two")
    again = await slack.direct("three", thread_ts=one["ts"])
    await fake.wait("chat.postMessage", 3)
    threads = {post["text"]: post["thread_ts"] for post in fake.posts()}
    assert threads == {
        "You said: one": one["ts"],
        "You said: two": two["ts"],
        "You said: three": again["thread_ts"],
    }
    assert await agent.tracker_store.retrieve(f"slack:T1:D1:{two['ts']}")


async def test_direct_messages_can_be_one_talk(settings, agent: ScriptedAgent, fake: FakeSlack) -> None:
    async with working(changed(settings, slack_direct_talks="channel"), agent, fake) as slack:
        await slack.direct("one")
        await slack.direct("two")
        await fake.wait("chat.postMessage", 2)
        assert [post.get("thread_ts") for post in fake.posts()] == [None, None]
        tracker = await agent.tracker_store.retrieve("slack:T1:D1")
        assert tracker is not None
        heard = [event.text for event in tracker.events if event.type_name == "user"]
        assert sorted(heard) == ["one", "two"]


async def test_a_command_is_answered_in_direct_messages(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    reply = await slack.command("what does pmp cost")
    assert reply.status == 200
    assert "our direct messages" in await reply.text()
    await fake.wait("chat.postMessage", 2)
    quoted, answer = fake.posts()
    assert quoted["text"] == "You asked me: what does pmp cost"
    root = next(ts for channel, ts in fake.messages)
    assert (answer["channel"], answer["thread_ts"]) == ("D1", root)
    assert agent.received == ["what does pmp cost"]


async def test_a_command_without_words_says_how(slack: Sent, fake: FakeSlack, agent: ScriptedAgent) -> None:
    reply = await slack.command("  ")
    assert reply.status == 200
    assert "/waymark can PMO become PM" in await reply.text()
    await fake.silence(0.3)
    assert agent.received == []


async def test_the_shortcut_takes_somebodys_message_as_a_question(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    payload = {
        "type": "message_action",
        "callback_id": "ask_about_message",
        "trigger_id": "1.2.shortcut",
        "user": {"id": "U1", "name": "ann"},
        "team": {"id": "T1", "domain": "t1"},
        "channel": {"id": "C1", "name": "general"},
        "message": {
            "type": "message",
            "user": "U2",
            "ts": "1690000000.500000",
            "text": "what is a &lt;PMO&gt;?",
        },
        "message_ts": "1690000000.500000",
        "response_url": f"{fake.url}/response/shortcut",
        "token": "unused",
        "action_ts": "1690000001.000000",
    }
    for _ in range(2):
        assert (await slack.form({"payload": json.dumps(payload)})).status == 200
    await fake.wait("chat.postMessage", 2)
    await fake.silence(0.5)
    assert agent.received == ["what is a <PMO>?"]
    assert [post["channel"] for post in fake.posts()] == ["D1", "D1"]
    assert fake.posts()[0]["text"] == "You asked me: what is a &lt;PMO&gt;?"
