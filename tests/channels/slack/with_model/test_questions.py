"""Questions, answers and buttons, and an answer that nobody asked for just now."""

from __future__ import annotations

from tests.channels.slack.buttons import buttons
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.limits import METHODS
from tests.channels.slack.people import Sent, said
from tests.channels.slack.with_model.real import messages, rows
from tests.channels.slack.with_model.stage import Stage
from tests.channels.slack.with_model.staged import Staged


async def test_a_mention_gets_one_answer_in_its_thread_with_buttons(slack: Sent, fake: FakeSlack) -> None:
    """Check 1."""
    event = await slack.mention("can PMO become PM?")
    assert slack.slowest < 3
    await fake.wait("chat.postMessage")
    await fake.silence(0.5)
    (post,) = fake.posts()
    assert post["thread_ts"] == event["ts"]
    kinds = [block["type"] for block in post["blocks"]]
    assert kinds == ["markdown", "actions", "context", "context_actions"]
    assert post["text"].startswith("Yes")
    assert post.keys() <= METHODS["chat.postMessage"].keys()
    assert "as_user" not in post
    assert (post["unfurl_links"], post["unfurl_media"]) == (False, False)


async def test_the_status_comes_first_and_rasa_knows_channel_and_place(
    slack: Sent, fake: FakeSlack, stage: Stage, service: Staged
) -> None:
    """Check 2."""
    event = await slack.mention("what does the PMP cost?")
    await fake.wait("chat.postMessage")
    assert fake.acted() == ["assistant.threads.setStatus", "chat.postMessage"]
    (status,) = fake.made("assistant.threads.setStatus", channel_id="C1", thread_ts=event["ts"])
    assert status.given["status"]
    (heard,) = stage.heard
    assert (heard.channel, heard.intent) == ("slack", "cost")
    assert heard.conversation == f"slack:T1:C1:{event['ts']}"
    assert rows(service, heard.conversation) > 0


async def test_a_press_closes_the_menu_and_is_answered_once_in_the_same_talk(
    slack: Sent, fake: FakeSlack, stage: Stage
) -> None:
    """Check 3."""
    event = await slack.mention("can PMO become PM?")
    await fake.wait("chat.postMessage")
    first = dict(messages(fake)[0])
    titles = [element["text"]["text"] for _, element in buttons(first)]
    chosen = titles.index("How do I become a project manager?")
    assert (await slack.press(first, chosen)).status == 200
    await fake.wait("chat.postMessage", 2)
    assert [post["thread_ts"] for post in fake.posts()] == [event["ts"]] * 2
    assert fake.posts()[1]["text"] != fake.posts()[0]["text"]
    assert [heard.conversation for heard in stage.heard] == [f"slack:T1:C1:{event['ts']}"] * 2
    menu = messages(fake)[0]
    assert [block["type"] for block in menu["blocks"]] == [
        "markdown",
        "context",
        "context",
        "context_actions",
    ]
    assert menu["blocks"][1]["elements"][0]["text"] == f"<@U1> chose: {titles[chosen]}"
    for again in (chosen, chosen - 1):
        assert (await slack.press(first, again)).status == 200
    await fake.silence()
    assert len(fake.posts()) == len(stage.heard) == 2
    assert slack.slowest < 3


async def test_a_thread_is_followed_where_there_is_a_talk_and_nowhere_else(
    slack: Sent, fake: FakeSlack, stage: Stage
) -> None:
    """Check 9."""
    await slack.event(said("and capm?", thread_ts="1680000000.000100"))
    await fake.silence(0.5)
    assert fake.acted() == []
    assert stage.heard == []
    event = await slack.mention("what does the PMP cost?")
    await slack.event(said("and capm?", thread_ts=event["ts"]))
    await fake.wait("chat.postMessage", 2)
    assert fake.posts()[1]["thread_ts"] == event["ts"]
    assert "CAPM" in fake.posts()[1]["text"]


async def test_an_event_from_outside_reaches_the_latest_channel_and_thread(
    slack: Sent, fake: FakeSlack, service: Staged
) -> None:
    """Check 16."""
    event = await slack.mention("do i need a degree", channel="C16")
    await fake.wait("chat.postMessage")
    conversation = f"slack:T1:C16:{event['ts']}"
    address = f"{service.url}/conversations/{conversation}/trigger_intent?output_channel=latest"
    triggered = {"name": "answer", "entities": {"id": "credential/pmp/cost"}}
    reply = await slack.http.post(address, json=triggered)
    assert reply.status == 200, await reply.text()
    post = (await fake.wait("chat.postMessage", 2))[1].given
    assert (post["channel"], post["thread_ts"]) == ("C16", event["ts"])
    assert "PMP" in post["text"]
