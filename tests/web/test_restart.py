"""The talk and its context outlive a restart of the whole service."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver

from bot.service.ports import free_ports
from bot.service.running import Service
from tests.web.browser import THEIRS, Page


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[[], Service]]:
    """Start the service at one address with one database, ending the one before it."""
    ports, running = free_ports(2), []

    def start() -> Service:
        while running:
            running.pop().stop()
        environment = {"WAYMARK_TOKEN_SECRET": "s" * 64}
        service = Service(*ports, f"sqlite:///{tmp_path / 'talks.db'}", environment)
        running.append(service)
        service.start()
        return service

    yield start
    for service in running:
        service.stop()


def test_a_talk_goes_on_after_a_restart(started: Callable[[], Service], browser: WebDriver) -> None:
    page = Page(browser, started().url)
    page.open(path="/chat").ready()
    page.ask("how much does the pmp cost")
    before, answers = page.said, page.texts(THEIRS)
    started()
    page.open(path="/chat").ready()
    page.settle(1)
    assert page.said == before
    assert page.texts(THEIRS) == answers
    page.ask("and capm?")
    assert "CAPM" in page.texts(THEIRS)[-1]
    assert "USD" in page.texts(THEIRS)[-1]
