"""The clock jumps, back and forward: what was given stays good, and nobody is shut out for long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import jwt.api_jwt
import pytest

from bot.channels import health, tokens
from bot.channels.errors import ChatError
from bot.channels.tokens import Tokens, new_conversation
from bot.channels.turns import Turns
from bot.planning import ticket
from bot.planning.ticket import PlanRequest, make_ticket, read_ticket
from bot.profile.person import Person
from bot.resume.codes import Codes
from bot.resume.tries import MOST_OF_ONE, TooManyTries
from tests.channels.service import ScriptedAgent

SECRET = "k" * 40
HOURS = timedelta(hours=5)
Shift = Callable[[timedelta], None]


@pytest.fixture
def shift(monkeypatch) -> Shift:
    """Set the clock of this machine forward, or back by less than nothing."""
    stock = time.time

    def by(span: timedelta) -> None:
        class Shifted(datetime):
            @classmethod
            def now(cls, tz=None):
                return datetime.fromtimestamp(stock(), tz) + span

        monkeypatch.setattr(time, "time", lambda: stock() + span.total_seconds())
        for module in (tokens, ticket, jwt.api_jwt):
            monkeypatch.setattr(module, "datetime", Shifted)

    return by


def test_a_token_stays_good_when_the_clock_is_set_back(shift):
    conversation = new_conversation()
    bearer = "Bearer " + Tokens(SECRET, days=30).issue(conversation)
    for span in (-HOURS, -timedelta(days=400), HOURS):
        shift(span)
        assert Tokens(SECRET, days=30).conversation(bearer) == conversation


def test_a_token_that_a_jump_made_too_old_is_good_again_afterwards(shift):
    conversation = new_conversation()
    bearer = "Bearer " + Tokens(SECRET, days=30).issue(conversation)
    shift(timedelta(days=31))
    with pytest.raises(ChatError, match="token_expired"):
        Tokens(SECRET, days=30).conversation(bearer)
    shift(timedelta(0))
    assert Tokens(SECRET, days=30).conversation(bearer) == conversation


def test_a_link_to_a_plan_stays_good_when_the_clock_is_set_back(shift):
    asked = PlanRequest(Person(), "project_manager", None, date(2026, 11, 26))
    made = make_ticket(asked, SECRET)
    for span in (-HOURS, -timedelta(days=400), timedelta(days=29)):
        shift(span)
        assert read_ticket(made, SECRET) == asked
    shift(timedelta(days=31))
    with pytest.raises(ValueError, match="expired"):
        read_ticket(made, SECRET)


def test_wrong_codes_before_a_jump_back_shut_nobody_out_until_the_clock_is_there_again(tmp_path):
    now = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)
    codes = Codes(f"sqlite:///{tmp_path / 'x.db'}", clock=lambda: now)
    for _ in range(MOST_OF_ONE):
        assert codes.take("AAAA-AAAA-A2", "someone") is None
    with pytest.raises(TooManyTries):
        codes.take("AAAA-AAAA-A2", "someone")
    now -= timedelta(days=1)
    saved = codes.save({"kept": True}, owner="someone else")
    assert codes.take(saved, "someone") == {"kept": True}


@pytest.mark.parametrize("span", [HOURS, -HOURS])
async def test_a_turn_is_neither_given_up_nor_waited_for_longer_when_the_clock_jumps(shift, span):
    turns = Turns(seconds=30)

    async def work(collector) -> None:
        shift(span)
        await asyncio.sleep(0)
        collector.queue.put_nowait({"text": "said", "buttons": [], "image": None, "answer": None})

    assert [message["text"] async for message in turns.run("someone", work)] == ["said"]


@pytest.mark.parametrize("span", [HOURS, -HOURS])
async def test_health_is_looked_at_again_after_a_jump(shift, span, agent: ScriptedAgent, monkeypatch):
    looks = []

    async def look(*_: object) -> bool:
        looks.append(1)
        return True

    monkeypatch.setattr(health.Health, "_actions", look)
    checks = health.Health(1, keep_seconds=0.05)
    await checks.checks(agent)
    shift(span)
    await asyncio.sleep(0.1)
    await checks.checks(agent)
    assert len(looks) == 2
