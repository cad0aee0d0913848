"""A store that fails for a while: what was acknowledged to Slack is answered when it is back, once."""

from __future__ import annotations

import pytest
from rasa.core.lock_store import LockError
from sqlalchemy.exc import OperationalError

from bot.channels.slack import patience, texts
from bot.channels.slack.inquiry import Inquiry
from bot.channels.slack.place import Place
from bot.channels.slack.sql_inbox import SqlInbox
from bot.settings import Settings
from tests.channels.service import ScriptedAgent
from tests.channels.slack.conftest import working
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.scripts import said, saying


class Failing:
    """Stands before a method of the store and fails some times."""

    def __init__(self, method, times: int, error: Exception) -> None:
        self.method, self.times, self.error = method, times, error

    async def __call__(self, *arguments: object) -> object:
        if self.times:
            self.times -= 1
            raise self.error
        return await self.method(*arguments)


ANSWER = said("The PMP costs USD 405.")
DOWN = OperationalError("SELECT", {}, Exception("connection refused"))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "PAUSES", (0.05,) * 4)


@pytest.mark.parametrize("method", ["retrieve", "save"])
@pytest.mark.parametrize("error", [DOWN, OSError(), LockError("busy")])
async def test_a_question_is_answered_once_when_the_store_is_back(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent, monkeypatch, method: str, error: Exception
) -> None:
    agent.script = saying(ANSWER)
    store = agent.tracker_store
    monkeypatch.setattr(store, method, Failing(getattr(store, method), 3, error))
    event = await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    await fake.silence(0.5)
    assert [post["text"] for post in fake.posts()] == [ANSWER["text"]]
    assert len(await store.said(f"slack:T1:C1:{event['ts']}")) == 2


async def test_a_store_that_stays_down_is_told(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent, monkeypatch
) -> None:
    store = agent.tracker_store
    monkeypatch.setattr(store, "save", Failing(store.save, 100, DOWN))
    await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    assert [post["text"] for post in fake.posts()] == [texts.FAILED]


async def test_another_failure_is_told_at_once(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent, monkeypatch
) -> None:
    store = agent.tracker_store
    failing = Failing(store.save, 100, ZeroDivisionError())
    monkeypatch.setattr(store, "save", failing)
    await slack.mention("what does pmp cost")
    await fake.wait("chat.postMessage")
    assert failing.times == 99


async def test_what_a_dead_server_stored_and_did_not_post_is_posted_from_the_store(
    settings: Settings, agent: ScriptedAgent, fake: FakeSlack
) -> None:
    agent.script = saying(ANSWER)
    async with working(settings, agent, fake) as slack:
        event = await slack.mention("what does pmp cost")
        await fake.wait("chat.postMessage")
        key = f"message:C1:{event['ts']}"
    left = Inquiry(Place("T1", "C1", event["ts"]), "U1", (key,), "what does pmp cost")
    inbox = SqlInbox(settings.database_url, clock=lambda: 0.0)
    await inbox.claim(("left",), left.to_json())
    await inbox.close()
    agent.script = saying(said("Something else."))
    async with working(settings, agent, fake):
        await fake.wait("chat.postMessage", 2)
    assert [post["text"] for post in fake.posts()] == [ANSWER["text"]] * 2
    assert len(await agent.tracker_store.said(left.place.conversation)) == 2
