"""The tabs of the app, and what people say of an answer."""

from __future__ import annotations

import json
import sqlite3

from bot.channels.slack import texts
from tests.channels.slack.buttons import thumb
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.test_home import opened
from tests.channels.slack.with_model.real import database, messages, rows
from tests.channels.slack.with_model.staged import Staged


async def test_opening_the_tabs_brings_suggestions_and_the_home_tab(slack: Sent, fake: FakeSlack) -> None:
    """Check 14."""
    assert (await slack.event(opened("messages"))).status == 200
    (call,) = await fake.wait("assistant.threads.setSuggestedPrompts")
    assert call.given["channel_id"] == "D1"
    assert "thread_ts" not in call.given
    assert 1 <= len(call.given["prompts"]) <= 4
    assert fake.made("views.publish") == []
    home = opened("home")
    for _ in range(2):
        assert (await slack.event(home)).status == 200
    await fake.wait("views.publish")
    await fake.silence(0.5)
    (shown,) = fake.made("views.publish")
    assert shown.given["user_id"] == "U1"
    assert shown.given["view"]["type"] == "home"


async def test_a_vote_is_stored_with_its_talk_and_thanked_for(
    slack: Sent, fake: FakeSlack, service: Staged
) -> None:
    """Check 14."""
    event = await slack.mention("what does the PMP cost?")
    await fake.wait("chat.postMessage")
    pressed = thumb(fake, messages(fake)[0], "positive_button")
    assert (await slack.form({"payload": json.dumps(pressed)})).status == 200
    (thanks,) = await fake.wait("chat.postEphemeral")
    assert thanks.given["text"] == texts.THANKS
    assert (thanks.given["user"], thanks.given["thread_ts"]) == ("U1", event["ts"])
    with sqlite3.connect(database(service)) as connection:
        found = connection.execute(
            "SELECT channel, answer, vote FROM feedback WHERE conversation = ?",
            (f"slack:T1:C1:{event['ts']}",),
        ).fetchall()
    assert found == [("slack", "credential/pmp/cost", "up")]


async def test_the_home_tab_and_forgetting(slack: Sent, fake: FakeSlack, service: Staged) -> None:
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
