"""Locks that several servers share."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest
import sqlalchemy as sa
from rasa.core.lock_store import LockError
from rasa.utils.endpoints import EndpointConfig

from bot.channels import advisory
from bot.channels.advisory import key_of
from bot.channels.locks import ConversationLocks
from tests.postgres import postgres

__all__ = ["postgres"]

HOLDER = """
import asyncio, sys
from bot.channels.advisory import AdvisoryLocks
async def main():
    async with AdvisoryLocks(sys.argv[1]).hold("talk"):
        print("held", flush=True)
        await asyncio.sleep(600)
asyncio.run(main())
"""


def locks(url: str) -> ConversationLocks:
    return ConversationLocks(EndpointConfig(url))


async def take(server: ConversationLocks) -> bool:
    async with server.lock("talk"):
        return True


async def test_two_servers_take_turns(postgres: str) -> None:
    servers, order = [locks(postgres) for _ in range(2)], []

    async def work(number: int) -> None:
        async with servers[number % 2].lock("talk"):
            order.append(number)
            await asyncio.sleep(0.01)
            order.append(number)

    await asyncio.gather(*(work(number) for number in range(10)))
    assert order[::2] == order[1::2]
    assert sorted(order[::2]) == list(range(10))


async def test_other_talks_do_not_wait(postgres: str) -> None:
    server = locks(postgres)
    async with server.lock("one"), server.lock("two"):
        assert key_of("one") != key_of("two")


async def test_a_lock_is_let_go_when_the_turn_fails(postgres: str) -> None:
    servers = [locks(postgres) for _ in range(2)]
    with pytest.raises(ZeroDivisionError):
        async with servers[0].lock("talk"):
            raise ZeroDivisionError
    assert await asyncio.wait_for(take(servers[1]), 30)


async def test_who_waits_for_too_long_is_told(postgres: str, monkeypatch) -> None:
    monkeypatch.setattr(advisory, "LONGEST_WAIT_SECONDS", 0.1)
    servers = [locks(postgres) for _ in range(2)]
    async with servers[0].lock("talk"):
        with pytest.raises(LockError):
            async with servers[1].lock("talk"):
                pytest.fail("two hold the lock")


async def test_the_lock_of_a_killed_server_is_free_at_once(postgres: str) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, postgres], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.wait()
    assert await asyncio.wait_for(take(locks(postgres)), 30)


async def test_a_lost_connection_is_no_hindrance_to_the_next_turn(postgres: str) -> None:
    server = locks(postgres)
    async with server.lock("talk"):
        with sa.create_engine(postgres).connect() as other:
            others = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
            other.execute(sa.text(others))
    assert await take(server)
