from __future__ import annotations

import json
import time
from typing import Any

from rasa.shared.core.events import SlotSet

from bot.channels.slack import texts
from bot.knowledge.base import Knowledge
from bot.profile.person import Person
from bot.understanding.context import Context
from tests.channels.service import ScriptedAgent
from tests.channels.slack.buttons import acted, number
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent, envelope
from tests.channels.slack.scripts import said, saying


def opened(tab: str, user: str = "U1") -> dict[str, Any]:
    """Return the event of somebody who opens a tab of the app."""
    event = {
        "type": "app_home_opened",
        "user": user,
        "channel": "D1",
        "tab": tab,
        "event_ts": f"{time.time():.6f}",
    }
    return envelope(event)


def press(fake: FakeSlack, view: dict[str, Any], action_id: str) -> dict[str, Any]:
    """Return the press of a button of the Home tab."""
    block, element = next(
        (block, element)
        for block in view["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"] == action_id
    )
    action = {
        "action_id": action_id,
        "block_id": block["block_id"],
        "type": "button",
        "value": element["value"],
        "text": element["text"],
    }
    body = acted(fake, {"ts": "1.2", "channel": "D1", "blocks": []}, action)
    for name in ("channel", "message", "response_url"):
        del body[name]
    return {
        **body,
        "container": {"type": "view", "view_id": f"V{number()}"},
        "view": {"type": "home", **view},
    }


def words(view: dict[str, Any]) -> str:
    return json.dumps(view, ensure_ascii=False)


async def test_opening_the_home_tab_shows_it_once_for_one_event(
    slack: Sent, fake: FakeSlack, knowledge: Knowledge
) -> None:
    event = opened("home")
    for _ in range(2):
        assert (await slack.event(event)).status == 200
    (call,) = await fake.wait("views.publish")
    await fake.silence(0.5)
    assert len(fake.made("views.publish")) == 1
    assert call.given["user_id"] == "U1"
    shown = words(call.given["view"])
    assert f"{len(knowledge.credentials)} certificates" in shown
    assert texts.HOME_NOTHING in shown


async def test_a_starting_question_is_answered_in_direct_messages(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    await slack.event(opened("home"))
    (call,) = await fake.wait("views.publish")
    reply = await slack.form({"payload": json.dumps(press(fake, call.given["view"], "home_ask:1"))})
    assert reply.status == 200
    await fake.wait("chat.postMessage", 2)
    assert agent.received == [texts.STARTERS[1]]
    assert {post["channel"] for post in fake.posts()} == {"D1"}


async def test_the_home_tab_tells_what_was_told_and_forgets_it(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    event = await slack.direct("i am a pmo analyst with a degree")
    await slack.direct("somebody else's talk", user="U2", channel="D2")
    await fake.wait("chat.postMessage", 2)
    conversation = f"slack:T1:D1:{event['ts']}"
    tracker = await agent.tracker_store.get_or_create_tracker(conversation)
    context = Context(person=Person(role="pmo_analyst", education="bachelor")).to_slot()
    tracker.update(SlotSet("context", context))
    await agent.tracker_store.save(tracker)
    await slack.event(opened("home"))
    (call,) = await fake.wait("views.publish")
    assert "Job: a PMO analyst" in words(call.given["view"])
    reply = await slack.form({"payload": json.dumps(press(fake, call.given["view"], "home_forget"))})
    assert reply.status == 200
    await fake.wait("views.publish", 2)
    shown = words(fake.made("views.publish")[1].given["view"])
    assert texts.HOME_FORGOTTEN in shown
    assert "Job:" not in shown
    kept = list(await agent.tracker_store.keys())
    assert [key.split(":")[2] for key in kept] == ["D2"]


async def test_forget_me_deletes_the_talk_before_it_says_so(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    first = await slack.direct("i am a pmo analyst")
    await fake.wait("chat.postMessage")
    agent.script = saying(said("Done: it is deleted.", forget=True))
    await slack.direct("forget me", thread_ts=first["ts"])
    await fake.wait("chat.postMessage", 2)
    assert list(await agent.tracker_store.keys()) == []
    assert fake.posts()[1]["text"] == "Done: it is deleted."
    await slack.event(opened("home"))
    (call,) = await fake.wait("views.publish")
    assert texts.HOME_NOTHING in words(call.given["view"])


async def test_when_the_app_is_removed_the_talks_of_the_workspace_go(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    assert (await slack.event(envelope({"type": "app_uninstalled"}))).status == 200
    for _ in range(50):
        if not list(await agent.tracker_store.keys()):
            break
        await fake.silence(0.05)
    assert list(await agent.tracker_store.keys()) == []
