from __future__ import annotations

import json
from typing import Any

from bot.channels.slack import texts
from tests.channels.service import ScriptedAgent
from tests.channels.slack.buttons import buttons, thumb
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.scripts import SOURCE, said, saying

ANSWER = said("The PMP costs USD 405.", ("Who can take it?", "Is it worth it?"), sources=(SOURCE,))


def message(fake: FakeSlack, number: int = 0) -> dict[str, Any]:
    """Return a message as it stands in Slack now."""
    return list(fake.messages.values())[number]


async def test_a_mention_gets_one_answer_in_its_thread_with_buttons(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = saying(ANSWER)
    event = await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    await fake.silence(0.5)
    (post,) = fake.posts()
    assert post["thread_ts"] == event["ts"]
    assert post["channel"] == "C1"
    assert [block["type"] for block in post["blocks"]] == [
        "markdown",
        "actions",
        "context",
        "context_actions",
    ]
    assert post["text"] == "The PMP costs USD 405."
    assert (post["unfurl_links"], post["unfurl_media"]) == (False, False)
    assert slack.slowest < 3
    assert agent.received == ["what does pmp cost"]


async def test_the_status_comes_first_and_the_talk_is_slacks(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    channels = []

    async def script(_text: str) -> Any:
        tracker = await agent.tracker_store.retrieve("slack:T1:C1:1690000000.999999")
        channels.append(tracker)
        yield ANSWER

    agent.script = script
    event = await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    assert fake.acted() == ["assistant.threads.setStatus", "chat.postMessage"]
    status = fake.made("assistant.threads.setStatus")[0].given
    assert (status["channel_id"], status["thread_ts"]) == ("C1", event["ts"])
    tracker = await agent.tracker_store.retrieve(f"slack:T1:C1:{event['ts']}")
    assert tracker is not None
    assert tracker.get_latest_input_channel() == "slack"
    assert channels == [None]


async def test_a_press_closes_the_menu_and_is_answered_in_the_same_talk(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = saying(ANSWER)
    event = await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    first = dict(message(fake))
    assert (await slack.press(first)).status == 200
    await fake.wait("chat.postMessage", 2)
    assert agent.received == ["what does pmp cost", '/answer{"id": "topic/number_0"}']
    assert [post["thread_ts"] for post in fake.posts()] == [event["ts"]] * 2
    closed = message(fake)
    assert "actions" not in [block["type"] for block in closed["blocks"]]
    assert closed["blocks"][1]["elements"][0]["text"] == "<@U1> chose: Who can take it?"
    assert closed["text"].startswith("The PMP costs USD 405.")
    assert buttons(closed, "context_actions"), "one can still say whether it helped"
    for button in (0, 1):
        assert (await slack.press(first, button)).status == 200
    await fake.silence(0.5)
    assert len(agent.received) == 2
    assert slack.slowest < 3


async def test_tell_me_more_says_these_words(slack: Sent, fake: FakeSlack, agent: ScriptedAgent) -> None:
    agent.script = saying(said("Short.", ("Next",), more="Long."))
    await slack.mention("pmp")
    await fake.wait("chat.postMessage")
    assert [element["text"]["text"] for _, element in buttons(message(fake))] == ["Tell me more", "Next"]
    await slack.press(message(fake))
    await fake.wait("chat.postMessage", 2)
    assert agent.received[1:] == ["Tell me more"]


async def test_a_button_of_a_forgotten_talk_is_explained(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = saying(ANSWER)
    await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    agent.script = saying(said("Done.", forget=True))
    await slack.mention("forget me", thread_ts=message(fake)["thread_ts"])
    await fake.wait("chat.postMessage", 2)
    await slack.press(message(fake))
    await fake.wait("chat.postMessage", 3)
    assert fake.posts()[2]["text"] == texts.OLD_BUTTON
    assert len(agent.received) == 2


async def test_a_link_button_and_unknown_ones_are_acknowledged(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = saying(ANSWER)
    await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    post = {**message(fake)}
    post["blocks"] = [
        {
            "type": "actions",
            "block_id": "somewhere",
            "elements": [
                {
                    "type": "button",
                    "action_id": "link",
                    "url": "https://example.org",
                    "text": {"type": "plain_text", "text": "Go"},
                }
            ],
        }
    ]
    assert (await slack.press(post)).status == 200
    await fake.silence(0.3)
    assert len(fake.posts()) == 1


async def test_thumbs_are_stored_and_thanked_for(slack: Sent, fake: FakeSlack, agent: ScriptedAgent) -> None:
    agent.script = saying(ANSWER)
    await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    post = message(fake)
    reply = await slack.form({"payload": json.dumps(thumb(fake, post, "positive_button"))})
    assert reply.status == 200
    (thanks,) = await fake.wait("chat.postEphemeral")
    assert thanks.given["text"] == texts.THANKS
    assert (thanks.given["user"], thanks.given["thread_ts"]) == ("U1", post["thread_ts"])
    assert votes(agent) == [
        ("slack", f"slack:T1:C1:{post['thread_ts']}", "credential/pmp/overview", "up", None)
    ]


async def test_a_thumb_down_asks_why_and_the_reason_is_stored(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = saying(ANSWER)
    await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    await slack.form({"payload": json.dumps(thumb(fake, message(fake), "negative_button"))})
    (why,) = await fake.wait("chat.postEphemeral")
    asked = {**why.given, "ts": fake.new_ts()}
    assert [element["text"]["text"] for _, element in buttons(asked)] == list(texts.REASONS.values())
    await slack.press(asked, 1)
    for _ in range(100):
        if fake.responses:
            break
        await fake.silence(0.05)
    assert fake.responses[0]["replace_original"] is True
    assert fake.responses[0]["text"] == texts.THANKS
    assert [vote[3:] for vote in votes(agent)] == [("down", "outdated")]


def votes(agent: ScriptedAgent) -> list[tuple[Any, ...]]:
    """Return the votes in the database of the agent's talks."""
    store = agent.tracker_store
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT channel, conversation, answer, vote, reason FROM feedback")
        return [tuple(row) for row in rows]
