from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from rasa.core.tracker_store import InMemoryTrackerStore
from selenium.webdriver.chrome.webdriver import WebDriver

from bot.settings import load
from tests.channels.service import DOMAIN, ScriptedAgent, serving
from tests.web.browser import chromium


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


class FakeService:
    """The web chat on a thread of its own, with an agent whose words the test writes."""

    def __init__(self, var_dir: Path) -> None:
        self.agent = ScriptedAgent(InMemoryTrackerStore(DOMAIN))
        self.base = ""
        self._settings = load({"WAYMARK_VAR_DIR": str(var_dir)}, env_file=None)
        self._up = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._down = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),))

    async def _serve(self) -> None:
        async with serving(self._settings, self.agent) as self.base:
            self._up.set()
            await self._down.wait()

    def start(self) -> None:
        self._thread.start()
        assert self._up.wait(30)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._down.set)
        self._thread.join()


@pytest.fixture
def fake_service(tmp_path: Path) -> Iterator[FakeService]:
    service = FakeService(tmp_path)
    service.start()
    yield service
    service.stop()
