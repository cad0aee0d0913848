from __future__ import annotations

import pytest

from bot.channels.slack import pace
from bot.channels.slack.pace import AT_ONCE, Pace


class Time:
    """A clock that moves only when somebody waits or a test moves it."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    """Time as the pace sees it; waits are noted and take none."""
    made = Time()
    monkeypatch.setattr(pace, "time", made)
    monkeypatch.setattr(pace, "asyncio", made)
    return made


async def test_some_pass_at_once_and_further_ones_a_second_apart(time: Time) -> None:
    kept = Pace()
    for _ in range(AT_ONCE + 3):
        await kept.wait("C1")
    assert time.waits == [0.0] * AT_ONCE + [1.0, 2.0, 3.0]


async def test_each_channel_has_its_own_pace(time: Time) -> None:
    kept = Pace()
    for _ in range(AT_ONCE + 1):
        await kept.wait("C1")
    await kept.wait("C2")
    assert time.waits[-1] == 0.0


async def test_a_channel_that_was_quiet_may_hurry_again(time: Time) -> None:
    kept = Pace()
    for _ in range(AT_ONCE + 1):
        await kept.wait("C1")
    time.now += AT_ONCE + 1
    await kept.wait("C1")
    assert time.waits[-1] == 0.0


async def test_channels_of_long_ago_are_forgotten(time: Time) -> None:
    kept = Pace()
    for number in range(1200):
        await kept.wait(f"C{number}")
    time.now += 10
    await kept.wait("C0")
    assert len(kept._due) == 1
