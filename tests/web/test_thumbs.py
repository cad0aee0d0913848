"""Thumbs on an answer, with a reason, sent to the feedback address; they can be changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.channels.service import Says
from tests.web.browser import Page
from tests.web.conftest import FakeService

UP, DOWN = ".thumb:nth-child(1)", ".thumb:nth-child(2)"


async def script(text: str) -> Says:
    yield {"text": f"About {text}.", "answer": {"id": f"topic/{text}", "text": ""}}


@pytest.fixture
def page(chat_page: Page, fake_service: FakeService) -> Page:
    fake_service.agent.script = script
    return chat_page.open().ready()


def votes(service: FakeService) -> list[tuple[str, str, str | None]]:
    """What is stored for the last answers, oldest first."""
    with sqlite3.connect(Path(service.settings.var_dir) / "waymark.db") as database:
        return database.execute("SELECT answer, vote, reason FROM feedback ORDER BY id").fetchall()


def pressed(page: Page, selector: str) -> bool:
    return page.all(selector)[-1].get_attribute("aria-pressed") == "true"


def test_a_thumb_up_is_stored_and_shown(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    page.click(UP)
    page.until(lambda: page.texts(".vote-status") == ["Thank you. You can change your mind."])
    assert votes(fake_service)[-1] == ("topic/pay", "up", None)
    assert pressed(page, UP)
    assert not pressed(page, DOWN)


def test_a_thumb_down_takes_a_reason_and_can_be_changed(page: Page, fake_service: FakeService) -> None:
    page.ask("costs")
    page.click(DOWN)
    page.until(lambda: votes(fake_service)[-1] == ("topic/costs", "down", None))
    reasons = ".cds-aichat--tag-list-button"
    assert page.texts(reasons) == [
        "It is wrong",
        "It is out of date",
        "It is unclear",
        "It is not what I asked",
    ]
    page.click(reasons, 1)
    page.click(".cds-aichat--submit cds-custom-button")
    page.until(lambda: votes(fake_service)[-1] == ("topic/costs", "down", "outdated"))
    page.until(lambda: not page.all(reasons))
    page.click(UP)
    page.until(lambda: votes(fake_service)[-1] == ("topic/costs", "up", None))
    assert pressed(page, UP)
    assert not pressed(page, DOWN)
    assert len([vote for vote in votes(fake_service) if vote[0] == "topic/costs"]) == 1


def test_each_answer_has_its_own(page: Page, fake_service: FakeService) -> None:
    page.ask("one")
    page.ask("two")
    assert len(page.all(UP)) == 2
    page.click(DOWN)
    page.until(lambda: votes(fake_service)[-1] == ("topic/two", "down", None))
    assert page.all(DOWN)[0].get_attribute("aria-pressed") == "false"


def test_a_thumb_that_could_not_be_stored_is_told_and_taken_back(
    page: Page, fake_service: FakeService
) -> None:
    page.ask("pay")
    fake_service.stop()
    page.click(UP)
    page.until(lambda: "could not be saved" in "".join(page.texts(".vote-status")))
    assert not pressed(page, UP)
