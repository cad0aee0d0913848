from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from rasa.core.tracker_store import InMemoryTrackerStore
from selenium.webdriver.chrome.webdriver import WebDriver

from bot.service.running import NO_LIMITS
from bot.settings import ROOT, load
from bot.web_bundle import public_files
from tests.channels.service import DOMAIN, ScriptedAgent, echo, serving
from tests.web.browser import Page, chromium
from tests.web.hosts import HostSite


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture(autouse=True)
def fresh(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let each test begin without what an earlier one left in the browser."""
    yield
    if "browser" in request.fixturenames:
        driver = request.getfixturevalue("browser")
        for extra in driver.window_handles[1:]:
            driver.switch_to.window(extra)
            driver.close()
        driver.switch_to.window(driver.window_handles[0])
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
        )
        driver.execute_script("try { localStorage.clear(); sessionStorage.clear(); } catch { /* blocked */ }")
        driver.get("about:blank")
        driver.get_log("browser")


class FakeService:
    """The web chat on a thread of its own, with an agent whose words the test writes.

    It can be stopped and started again, at the same address.
    """

    def __init__(self, var_dir: Path, friend: str) -> None:
        self.agent = ScriptedAgent(InMemoryTrackerStore(DOMAIN))
        self.base = ""
        self.port = 0
        environ = {"WAYMARK_VAR_DIR": str(var_dir), "WAYMARK_ALLOWED_ORIGINS": friend, **NO_LIMITS}
        self.settings = load(environ, env_file=None)
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        public_files(ROOT)  # says what to do where the widget has not been built
        up = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._down = asyncio.Event()

        async def serve() -> None:
            async with serving(self.settings, self.agent, port=self.port) as self.base:
                self.port = int(self.base.rpartition(":")[2])
                up.set()
                await self._down.wait()

        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(serve(),))
        self._thread.start()
        assert up.wait(30)

    def stop(self) -> None:
        if self._thread:
            self._loop.call_soon_threadsafe(self._down.set)
            self._thread.join()
            self._thread = None


@pytest.fixture(scope="session")
def host_site() -> Iterator[HostSite]:
    """A site of another origin, whose pages carry the widget."""
    with HostSite() as site:
        yield site


@pytest.fixture(scope="session")
def running_fake(tmp_path_factory: pytest.TempPathFactory, host_site: HostSite) -> Iterator[FakeService]:
    service = FakeService(tmp_path_factory.mktemp("var"), host_site.base)
    service.start()
    host_site.service = service.base
    yield service
    service.stop()


@pytest.fixture
def fake_service(running_fake: FakeService) -> FakeService:
    """The fake service as new: nothing received, echoing what it hears, and running."""
    if running_fake._thread is None:
        running_fake.start()
    running_fake.agent.script = echo
    running_fake.agent.received.clear()
    running_fake.agent.message_ids.clear()
    return running_fake


@pytest.fixture
def chat_page(fake_service: FakeService, browser: WebDriver) -> Page:
    """The chat page, not opened yet."""
    return Page(browser, f"{fake_service.base}/chat")


@pytest.fixture
def host_page(fake_service: FakeService, host_site: HostSite, browser: WebDriver) -> Page:
    """A page of another origin with the widget, not opened yet; ``path`` chooses which."""
    return Page(browser, host_site.base)
