"""When the server or the line fails: it is said, nothing is lost, and it goes on by itself."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest

from tests.channels.service import Says
from tests.web.browser import INPUT, MINE, Page
from tests.web.conftest import FakeService


async def script(text: str) -> Says:
    if text == "fail":
        return
    yield {"text": f"About {text}."}


@pytest.fixture
def page(chat_page: Page, fake_service: FakeService) -> Page:
    fake_service.agent.script = script
    return chat_page.open().ready()


def offline(page: Page, *, yes: bool) -> None:
    conditions = {"offline": yes, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", conditions)


def test_a_turn_that_fails_can_be_tried_again(page: Page, fake_service: FakeService) -> None:
    page.ask("fail")
    [sentence] = page.texts(".failure p")
    assert "send it again" in sentence
    assert page.said == ["fail"]

    async def mended(text: str) -> Says:
        yield {"text": "Now I know."}

    fake_service.agent.script = mended
    page.click(".failure button")
    page.until(lambda: page.said == ["fail", "Now I know."])
    assert page.all(".failure") == []
    assert fake_service.agent.received == ["fail", "fail"]
    page.ask("pay")
    first, again, other = fake_service.agent.message_ids
    assert first == again != other, "the second try is the same message"


def test_a_server_that_is_gone_is_told_and_comes_back_without_a_reload(
    page: Page, fake_service: FakeService
) -> None:
    page.ask("pay")
    fake_service.stop()
    started = time.monotonic()
    page.type("more pay")
    page.enter()
    page.until(lambda: page.texts(".failure p"), 6)
    assert time.monotonic() - started < 6
    assert "could not reach the server" in page.texts(".failure p")[0]
    assert page.texts(MINE) == ["pay", "more pay"], "what was typed is not lost"
    assert not page.busy
    fake_service.start()
    page.click(".failure button")
    page.until(lambda: page.said == ["pay", "About pay.", "more pay", "About more pay."])
    page.ask("and now")
    assert page.said[-1] == "About and now."


class Silence:
    """A server that takes connections and never says a word, at the port of the one that was there."""

    def __init__(self, port: int) -> None:
        self._taken: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", port), reuse_port=False)
        self._thread = threading.Thread(target=self._take)
        self._thread.start()

    def _take(self) -> None:
        with suppress(OSError):  # the listener has been closed
            while True:
                self._taken.append(self._listener.accept()[0])

    def end(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)
        for connection in self._taken:
            connection.close()


@pytest.fixture
def silence(fake_service: FakeService) -> Iterator[None]:
    fake_service.stop()
    server = Silence(fake_service.port)
    yield
    server.end()


def test_a_server_that_says_nothing_is_noticed_too(page: Page, fake_service: FakeService, request) -> None:
    page.ask("pay")
    request.getfixturevalue("silence")
    page.type("more")
    started = time.monotonic()
    page.enter()
    page.until(lambda: page.texts(".failure p"), 8)
    assert time.monotonic() - started < 6


def test_a_slow_answer_of_a_living_server_is_waited_for(page: Page, fake_service: FakeService) -> None:
    async def slow(text: str) -> Says:
        await asyncio.sleep(7)
        yield {"text": "At last."}

    fake_service.agent.script = slow
    page.ask("think")
    assert page.said == ["think", "At last."]


def test_a_page_opened_without_a_server_says_so_and_recovers(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    page.script("window.kept = 1")
    offline(page, yes=True)
    page.type("into the void")
    page.enter()
    page.until(lambda: page.texts(".failure p"), 6)
    offline(page, yes=False)
    page.ask("back")
    assert page.said == ["pay", "About pay.", "into the void", "back", "About back."]
    assert page.script("return window.kept") == 1


def test_a_history_that_cannot_be_read_is_told_and_read_later(
    host_page: Page, fake_service: FakeService
) -> None:
    fake_service.agent.script = script
    page = host_page.open().launch()
    page.ask("pay")
    page.script("Waymark.close()")
    page.driver.refresh()
    page.until(lambda: page.texts(".launcher"))
    # The files of the panel are there, the server is not.
    page.script(
        "fetch = ((real) => (url, ...rest) => (String(url).includes('/chat/api/') && !window.back ? Promise.reject(new Error()) : real(url, ...rest)))(fetch)"
    )
    page.launch()
    page.until(lambda: page.texts(".failure p"), 6)
    page.script("window.back = true")
    page.click(".failure button")
    page.until(lambda: page.said == ["pay", "About pay."])
    assert page.all(".failure") == []


def test_a_panel_that_cannot_be_loaded_says_so(host_page: Page, fake_service: FakeService) -> None:
    page = host_page
    page.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    page.open().until(lambda: page.texts(".launcher"))
    fake_service.stop()
    page.click(".launcher")
    page.until(lambda: page.texts(".sorry p"), 6)
    fake_service.start()
    page.click(".sorry button", 0)
    page.ready()


def test_a_slow_line_is_enough(host_page: Page, fake_service: FakeService) -> None:
    """A 3G line: 1.6 Mbit/s down, 750 kbit/s up, 150 ms, as the browser's own tools have it."""
    page = host_page
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
    page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", slow)
    started = time.monotonic()
    page.open()
    page.until(lambda: page.texts(".launcher"), 5)
    assert time.monotonic() - started < 2
    page.click(".launcher")
    page.until(lambda: page.texts(".wait") == ["Opening the chat"], 1)
    page.until(lambda: page.all(INPUT), 15)
    page.ask("pay")
    assert page.said == ["pay", "You said: pay"]


def test_a_talk_that_goes_too_fast_is_asked_to_wait_and_goes_on_later(
    page: Page, fake_service: FakeService
) -> None:
    unlimited = fake_service.settings
    fake_service.stop()
    fake_service.settings = replace(unlimited, talk_messages=1)
    fake_service.start()
    try:
        page.ask("pay")
        page.ask("more pay")
        [sentence] = page.texts(".failure p")
        assert "Please try again in" in sentence
        assert page.texts(MINE) == ["pay", "more pay"], "what was typed is not lost"
    finally:
        fake_service.stop()
        fake_service.settings = unlimited
        fake_service.start()
    page.click(".failure button")
    page.until(lambda: page.said == ["pay", "About pay.", "more pay", "About more pay."])
