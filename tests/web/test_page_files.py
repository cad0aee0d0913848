"""Files and forgetting on the page, against a service whose words the test writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver

from bot.answers.answer import Answer, Download
from bot.planning.ticket import PlanRequest, make_ticket
from bot.profile.person import Person
from bot.secret import secret_of
from bot.settings import load
from tests.channels.service import Says
from tests.web.browser import Page
from tests.web.conftest import FakeService


@pytest.fixture
def page(fake_service: FakeService, browser: WebDriver, tmp_path: Path) -> Page:
    request = PlanRequest(Person(role="pmo_analyst"), "project_manager", None, date(2026, 11, 26))
    ticket = make_ticket(request, secret_of(load({"WAYMARK_VAR_DIR": str(tmp_path)}, env_file=None)))
    files = [Download(f"As {kind}", f"/chat/plan/{ticket}.{kind}") for kind in ("md", "ics")]
    foreign = [
        Download("Elsewhere", "https://example.org/plan.md"),
        Download("Script", "javascript:window.hacked=1"),
    ]
    answers = {
        "plan": Answer("tool/plan", "Your plan.", downloads=(*files, *foreign)),
        "forget": Answer("tool/profile", "It is deleted.", forget=True),
    }

    async def script(text: str) -> Says:
        answer = answers.get(text) or Answer("topic/x", f"About {text}.")
        yield {"text": answer.text, "answer": answer.to_dict()}

    fake_service.agent.script = script
    return Page(browser, fake_service.base).open()


def test_files_are_links_that_save_them_and_others_are_left_out(page: Page, tmp_path: Path) -> None:
    page.ask("plan")
    links = page.all(".files a")
    assert [link.text for link in links] == ["As md", "As ics"]
    assert [link.get_attribute("download") for link in links] == ["", ""]
    saved = tmp_path / "saved"
    saved.mkdir()
    page.driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(saved)}
    )
    for link in links:
        link.click()
    page.until(lambda: {"waymark-plan.md", "waymark-plan.ics"} <= {path.name for path in saved.iterdir()})
    assert (saved / "waymark-plan.md").read_text("utf-8").startswith("# From PMO analyst")
    assert page.one("#question").is_displayed()
    assert page.complaints() == []


def test_files_come_back_with_the_talk(page: Page) -> None:
    page.ask("plan")
    page.driver.refresh()
    page.settle(1)
    assert len(page.all(".files a")) == 2


def test_what_was_said_leaves_the_screen_when_the_talk_is_forgotten(page: Page) -> None:
    page.ask("something private")
    outcomes = len(page.all(".bot"))
    page.type("forget")
    page.enter()
    page.settle(outcomes)
    page.until(lambda: page.said == ["It is deleted."])
    page.ask("anew")
    assert page.said == ["It is deleted.", "anew", "About anew."]
    page.driver.refresh()
    page.settle(1)
    assert page.said == ["anew", "About anew."]
