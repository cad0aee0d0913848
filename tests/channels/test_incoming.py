"""Where a person's words are looked through for what must not be stored: at once, or in a thread."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels import incoming
from bot.channels.guard import Ask
from bot.channels.messages import Collector

MAIL = "write to me@example.com"


@pytest.mark.parametrize(
    ("text", "in_thread"),
    [
        (MAIL, False),
        (f"{MAIL}, I have 12 years and 3 people", False),
        (f"{MAIL} 1 2 3 4 5 6 7 8 9", True),
        (f"{MAIL} \u0661\u0662\u0663\u0664\u0665\u0666\u0667", True),
        (MAIL + " or not" * 100, True),
    ],
)
async def test_what_takes_long_to_look_through_is_left_to_a_thread(monkeypatch, text, in_thread):
    threads = []

    async def to_thread(work, *arguments):
        threads.append(1)
        return work(*arguments)

    monkeypatch.setattr(asyncio, "to_thread", to_thread)
    message = await incoming.user_message(Ask(text, None), Collector(), "talk", "web")
    assert "example.com" not in message.text
    assert message.metadata == {"masked": True}
    assert bool(threads) is in_thread
