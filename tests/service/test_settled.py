from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest

from bot.channels import rasa_patches
from bot.service import settled


class Kept:
    """Something that a cycle can hold."""


@pytest.fixture(autouse=True)
def unfrozen():
    yield
    gc.unfreeze()


def cycle() -> weakref.ref[Kept]:
    thing = Kept()
    thing.itself = thing  # type: ignore[attr-defined]
    return weakref.ref(thing)


def test_what_there_is_is_not_looked_at_again():
    loaded = [[] for _ in range(1000)]
    settled.settle()
    assert gc.get_freeze_count() > len(loaded)
    assert not any(loaded is one for one in gc.get_objects())


def test_garbage_of_before_is_not_kept_and_later_one_is_found():
    before = cycle()
    settled.settle()
    assert before() is None
    later = cycle()
    gc.collect()
    assert later() is None


async def test_the_chat_server_settles_once_its_model_is_loaded(monkeypatch):
    order = []

    async def load(**_: object) -> str:
        order.append("loaded")
        return "agent"

    monkeypatch.setattr(rasa_patches, "_load_agent", load)
    monkeypatch.setattr(rasa_patches, "settle", lambda: order.append("settled"))
    assert await rasa_patches.load_sealed() == "agent"
    assert order == ["loaded", "settled"]


def test_the_action_server_settles_before_it_serves(tmp_path, monkeypatch):
    monkeypatch.setenv("WAYMARK_VAR_DIR", str(tmp_path))
    code = (
        "import gc\n"
        "from actions import server\n"
        "from sanic import Sanic\n"
        "Sanic.run = lambda *_, **__: print(gc.get_freeze_count() > 10_000)\n"
        "server.main()"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "True"
