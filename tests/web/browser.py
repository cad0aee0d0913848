"""The widget in a real browser: what a person does and sees. Everything is looked for through shadow roots."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)
from selenium.webdriver import ActionChains
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.chrome.webdriver import WebDriver
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
PATIENCE = 20

INPUT = "[role=textbox]"
MINE = ".cds-custom-aichat--sent--text"
THEIRS = ".cds-custom-aichat--received--text"
CHIP = ".cds-custom-aichat--button-holder cds-aichat-button:not([disabled])"
TYPING = ".cds-custom-aichat--received--loading"


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
    give_eyes(running)
    try:
        yield running
    finally:
        running.quit()


def give_eyes(driver: WebDriver) -> None:
    """Put the helpers of ``deep.js`` into every page of the present tab."""
    source = (Path(__file__).parent / "deep.js").read_text("utf-8")
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})


class Page:
    """A page at ``address`` with the widget on it."""

    def __init__(self, driver: WebDriver, address: str) -> None:
        self.driver = driver
        self.address = address

    def open(self, width: int = 1280, height: int = 800, scheme: str = "light", path: str = "") -> Page:
        """Open the page in a window of this size, in CSS pixels, with these colours preferred."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.prefer(scheme)
        self.driver.get(self.address + path)
        return self

    def prefer(self, scheme: str, motion: str = "no-preference") -> None:
        """Let the browser prefer a colour scheme, and motion or none."""
        wanted = {"prefers-color-scheme": scheme, "prefers-reduced-motion": motion}
        features = [{"name": name, "value": value} for name, value in wanted.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def script(self, code: str, *arguments: Any) -> Any:
        return self.driver.execute_script(code, *arguments)

    def all(self, selector: str) -> list[WebElement]:
        """All elements of that kind that can be seen."""
        return self.script("return deep.all(arguments[0]).filter(deep.seen)", selector)

    def one(self, selector: str) -> WebElement:
        """The only element of that kind that can be seen, once it is there."""
        self.until(lambda: len(self.all(selector)) == 1)
        return self.all(selector)[0]

    def texts(self, selector: str) -> list[str]:
        found = self.script(
            "return deep.all(arguments[0]).filter(deep.seen).map((node) => deep.text(node).trim())", selector
        )
        return list(found)

    def until(self, condition: Callable[[], Any], seconds: float = PATIENCE) -> None:
        waiting = WebDriverWait(
            self.driver, seconds, poll_frequency=0.03, ignored_exceptions=[StaleElementReferenceException]
        )
        waiting.until(lambda _: condition())

    def ready(self) -> Page:
        """Wait until one can type."""
        self.until(lambda: self.all(INPUT))
        return self

    def launch(self) -> Page:
        """Open the panel as a person does."""
        self.click(".launcher")
        return self.ready()

    def click(self, selector: str, at: int = -1) -> None:
        """Click on one of the elements that can be seen, as soon as it keeps still and nothing covers it."""

        def clicked() -> bool:
            try:
                wanted = self.all(selector)[at]
                self.script("arguments[0].scrollIntoView({ block: 'nearest' })", wanted)
                wanted.click()
            except (IndexError, ElementClickInterceptedException, ElementNotInteractableException):
                return False
            return True

        self.until(clicked)

    def type(self, text: str) -> None:
        self.one(INPUT).send_keys(text)

    def enter(self) -> None:
        self.one(INPUT).send_keys(Keys.ENTER)

    def settle(self, outcomes: int) -> None:
        """Wait until ``outcomes`` answers and failures are there, to be read, and nothing is under way."""

        def settled() -> bool:
            found = self.texts(f"{THEIRS}, .failure")
            return len(found) >= outcomes and all(found) and not self.busy

        self.until(settled)

    def ask(self, text: str) -> None:
        outcomes = len(self.all(THEIRS))
        self.type(text)
        self.enter()
        self.settle(outcomes + 1)

    def press(self, title: str) -> None:
        """Press a follow-up button."""
        outcomes = len(self.all(THEIRS))
        self.click(CHIP, self.chips.index(title))
        self.settle(outcomes + 1)

    def keys(self, *keys: str) -> None:
        """Press keys wherever the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    @property
    def busy(self) -> bool:
        return bool(self.all(TYPING))

    @property
    def said(self) -> list[str]:
        """All that was said, in its order."""
        return self.texts(f"{MINE}, {THEIRS}")

    @property
    def chips(self) -> list[str]:
        return self.texts(CHIP)

    def complaints(self) -> list[str]:
        """What the browser's console said, but for the network's word on refused requests."""
        lines = [entry["message"] for entry in self.driver.get_log("browser")]
        return [line for line in lines if "Failed to load resource" not in line]
