from __future__ import annotations

import pytest

from bot.channels.slack import texts
from tests.channels.service import ScriptedAgent
from tests.channels.slack.conftest import changed, working
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.scripts import MAP, after, said, saying
from tests.channels.slack.trouble import Trouble

ANSWER = said("The PMP costs USD 405.")


def tries(fake: FakeSlack, method: str = "chat.postMessage") -> list[float]:
    """Return when a method was called, whatever came of it."""
    return [call.at for call in fake.calls if call.method == method]


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_failing_slack_is_asked_again(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent, status: int
) -> None:
    agent.script = saying(ANSWER)
    fake.trouble("chat.postMessage", Trouble(status, headers={"Retry-After": "1"}))
    await slack.mention("what does pmp cost")
    (call,) = await fake.wait("chat.postMessage")
    first, second = tries(fake)
    assert second - first >= 1
    assert call.given["text"] == "The PMP costs USD 405."


async def test_silence_of_the_bot_is_a_failure_too(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = saying()
    await slack.mention("hello")
    await fake.wait("chat.postMessage")
    assert [post["text"] for post in fake.posts()] == [texts.FAILED]


async def test_a_turn_that_takes_too_long_is_told_and_stored_whole(
    settings, agent: ScriptedAgent, fake: FakeSlack
) -> None:
    agent.script = after(1.5, saying(ANSWER))
    async with working(changed(settings, turn_seconds=1), agent, fake) as slack:
        event = await slack.mention("what does pmp cost")
        await fake.wait("chat.postMessage")
        assert [post["text"] for post in fake.posts()] == [texts.SLOW]
        await fake.silence()
        tracker = await agent.tracker_store.retrieve(f"slack:T1:C1:{event['ts']}")
        assert tracker is not None
        assert tracker.events[-1].text == "The PMP costs USD 405."


@pytest.mark.parametrize("trouble", [Trouble(), Trouble.too_many(30), Trouble(delay=10)])
async def test_nothing_fails_or_waits_long_for_the_status(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent, trouble: Trouble
) -> None:
    agent.script = saying(ANSWER)
    fake.trouble("assistant.threads.setStatus", trouble)
    await slack.mention("what does pmp cost")
    assert len(await fake.wait("chat.postMessage", seconds=8)) == 1


async def test_a_menu_that_cannot_be_closed_does_not_keep_the_answer(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = saying(said("One.", ("Next",)))
    await slack.mention("pmp")
    await fake.wait("chat.postMessage")
    fake.trouble("chat.update", Trouble())
    await slack.press(next(iter(fake.messages.values())))
    assert len(await fake.wait("chat.postMessage", 2)) == 2


async def test_a_file_that_cannot_be_uploaded_is_told(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    agent.script = saying(said("Here is the map.", picture=MAP))
    fake.trouble("files.getUploadURLExternal", Trouble())
    await slack.mention("map")
    await fake.wait("chat.postMessage", 2)
    assert [post["text"] for post in fake.posts()] == ["Here is the map.", texts.NO_FILE]


async def test_a_revoked_token_is_silence(slack: Sent, fake: FakeSlack, agent: ScriptedAgent) -> None:
    await slack.mention("hello")
    await fake.wait("chat.postMessage")
    fake.teams.clear()
    await slack.mention("hello again")
    await fake.silence(0.5)
    assert len(fake.posts()) == 1
