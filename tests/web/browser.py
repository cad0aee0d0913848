"""The chat page in a real browser: what a person does and sees, by names that a person would use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 30


@contextmanager
def chromium(profile: Path) -> Iterator[WebDriver]:
    """Run Debian's chromium with a fresh profile; a missing one is a failure, never a skip."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.fail("needs chromium and chromedriver: apt-get install chromium chromium-driver")
    options = Options()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    running = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield running
    finally:
        running.quit()


class Page:
    """The chat page at ``base``."""

    def __init__(self, driver: WebDriver, base: str) -> None:
        self.driver = driver
        self.base = base

    def open(self, path: str = "/chat", width: int = 1280, height: int = 800) -> Page:
        """Open the page in a window of this size, in CSS pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get(self.base + path)
        return self

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def until(self, condition) -> None:
        WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05).until(lambda _: condition())

    def script(self, code: str):
        return self.driver.execute_script(code)

    def type(self, text: str) -> None:
        self.one("#question").send_keys(text)

    def enter(self) -> None:
        self.one("#question").send_keys(Keys.ENTER)

    def settle(self, outcomes: int) -> None:
        """Wait until ``outcomes`` answers and failures are there and nothing is under way."""
        self.until(lambda: len(self.all(".bot, .failure")) >= outcomes and not self.busy)

    def ask(self, text: str) -> None:
        outcomes = len(self.all(".bot"))
        self.type(text)
        self.enter()
        self.settle(outcomes + 1)

    def press(self, title: str) -> None:
        outcomes = len(self.all(".bot"))
        [chip] = [chip for chip in self.all(".chip") if chip.text == title and chip.is_displayed()]
        chip.click()
        self.settle(outcomes + 1)

    @property
    def busy(self) -> bool:
        return self.one("#typing").is_displayed()

    @property
    def said(self) -> list[str]:
        """All messages in their order, without the speaker's name, which is there for screen readers only."""
        texts = [message.text for message in self.all(".message")]
        return [text.removeprefix("You:").removeprefix("Waymark:").strip() for text in texts]

    @property
    def chips(self) -> list[str]:
        return [chip.text for chip in self.all(".chip") if chip.is_displayed()]

    @property
    def answer(self) -> WebElement:
        return self.all(".bot")[-1]

    def complaints(self) -> list[str]:
        """What the browser's console said, but for the network's word on refused requests."""
        lines = [entry["message"] for entry in self.driver.get_log("browser")]
        return [line for line in lines if "Failed to load resource" not in line]
